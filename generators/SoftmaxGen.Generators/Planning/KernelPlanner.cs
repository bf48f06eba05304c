using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Decides how a head is computed. The numbers here are the policy; docs/kernel-plans.md says why.</summary>
internal static class KernelPlanner
{
    /// <summary>Straight-line code holds at most this many vectors: x86 has 16 registers below AVX-512.</summary>
    private const int MaxStraightVectors = 8;

    /// <summary>Vector128 of doubles runs where there are 32 registers, on Arm: one group of classes needs no loop.</summary>
    private const int MaxStraightVectors128OfDoubles = 16;

    /// <summary>Straight-line code holds at most this many classes: one bit each in a 64-bit mask of the largest logit.</summary>
    private const int MaxStraightClasses = 64;

    /// <summary>Sample holds a whole row on the stack up to this class count: 4 KiB.</summary>
    private const int MaxSampleBuffer = 1024;

    /// <summary>How many probabilities of a longer row it holds.</summary>
    private const int SamplePiece = 128;

    /// <summary>Looped code of more vectors is not inlined into the methods that check the arguments.</summary>
    private const int MaxInlinedVectors = 8;

    /// <summary>
    /// Looped code of more vectors calls the logarithm. Doubles have a long one, and in Vector128 up to 32 vectors: 28 of them
    /// exceed what the JIT inlines.
    /// </summary>
    private const int MaxInlinedLogarithms = 24;

    /// <summary>A long sum adds this many classes plainly; groups of them are added more precisely.</summary>
    public const int GroupClasses = 32;

    /// <summary>
    /// Single rows of fewer bits are faster in Vector256: a Vector512 is computed by two of the three vector ports, and takes
    /// longer to fold.
    /// </summary>
    private const int MinBitsInVector512 = 17 * 32;

    /// <summary>
    /// Tiles of up to this many classes are computed in stages, by the bits of a vector. Each takes two registers; what is
    /// left of the 32 of AVX-512 holds most of the constants.
    /// </summary>
    private static readonly IReadOnlyDictionary<int, int> MaxClassesInStages = new Dictionary<int, int>
    {
        [128] = 4,
        [256] = 4,
        [512] = 12,
    };

    /// <summary>
    /// Tiles of floats that are read and written without gaps, and how many classes move together in them: whole vectors
    /// hold the rows, and a permutation of two vectors, which AVX-512 has, collects a column from them. docs/kernel-plans.md
    /// has a picture.
    /// </summary>
    private static readonly IReadOnlyDictionary<int, int> UnitClasses = new Dictionary<int, int>
    {
        [2] = 2,
        [3] = 1,
        [4] = 4,
        [5] = 1,
        [6] = 2,
        [8] = 4,
        [10] = 2,
        [12] = 4,
    };

    /// <summary>Narrower vectors have no such permutation: a row has to be a unit, or every lane to hold each class once.</summary>
    private const int MaxNarrowUnits = 4;

    /// <summary>Up to here a select for each class is cheaper than one more exponential and a store for each row.</summary>
    private const int MaxSelectedClasses = 8;

    /// <summary>Rows of up to this many classes are taken in passes over many rows, which must stay in the first cache.</summary>
    private const int MaxClassesInPasses = 256;

    /// <summary>
    /// From here on a division for each row is cheaper than one for each term in a batch. Single rows lose by it, but both
    /// have to give the same bits.
    /// </summary>
    private const int MinReciprocalClasses = 8;

    /// <summary>A division of doubles takes twice as long.</summary>
    private const int MinReciprocalClassesOfDoubles = 5;

    /// <summary>Plain additions alone stay within the bounds up to this class count: four in a row.</summary>
    private const int MaxPlainSum = 16;

    /// <summary>Sums of doubles have no wider type to go on in. One group by itself is added plainly in any case.</summary>
    private const int MaxPlainSumOfDoubles = GroupClasses;

    public static KernelPlan Plan(SoftmaxOptions options, TargetModel target)
    {
        var (classes, element) = (options.Classes, options.Element);
        var rows = target
            .Vectors.Where(bits => HasRows(classes, element, bits))
            .OrderByDescending(bits => bits)
            .Select(bits => PlanRow(classes, element, LanesOf(element, bits), target.PortableMath))
            .ToEquatableArray();
        var batches = target
            .Vectors.Where(bits =>
                ShapeOf(classes, element, bits) != BatchShape.RowByRow || rows.Any(row => row.Bits == bits)
            )
            .OrderByDescending(bits => bits)
            .Select(bits => PlanBatch(classes, element, bits, target.PortableMath))
            .ToEquatableArray();
        var scalar = PlanRow(classes, element, lanes: 1, target.PortableMath);
        var sampleBuffer = classes <= MaxSampleBuffer ? classes : SamplePiece;
        var name = PlanName.Of(classes, element, rows, batches, scalar);
        return new KernelPlan(
            name,
            classes,
            element,
            rows,
            batches,
            scalar,
            sampleBuffer,
            QuotientOf(classes, element),
            OptionPlan.Of(options)
        );
    }

    /// <summary>A plan whose loops without vectors, which are the same for every class count, hold all that any of them does.</summary>
    public static KernelPlan AnyInLoops(ElementType element, TargetModel target) =>
        Plan(new SoftmaxOptions(MaxSampleBuffer + 1, Element: element), target);

    private static int LanesOf(ElementType element, int bits) => bits / element.Bits();

    private static QuotientMethod QuotientOf(int classes, ElementType element) =>
        classes < (element == ElementType.Float ? MinReciprocalClasses : MinReciprocalClassesOfDoubles)
            ? QuotientMethod.Division
            : QuotientMethod.Reciprocal;

    private static bool SumsInGroups(int classes, ElementType element) =>
        classes > (element == ElementType.Float ? MaxPlainSum : MaxPlainSumOfDoubles);

    private static bool HasRows(int classes, ElementType element, int bits) =>
        bits switch
        {
            128 => true,
            256 => classes > LanesOf(element, bits) / 2,
            _ => classes * element.Bits() >= MinBitsInVector512,
        };

    /// <summary>
    /// Tiles as long as the columns fit in the registers. Beyond, rows fill vectors well enough. With AVX-512 rows of floats
    /// do so just below 16 classes too, where a tile has few registers left.
    /// </summary>
    private static BatchShape ShapeOf(int classes, ElementType element, int bits) =>
        (bits, element, classes) switch
        {
            (128, _, <= 24) => BatchShape.Tiled,
            (256, _, <= 28) => BatchShape.Tiled,
            (512, ElementType.Float, <= 12 or (>= 17 and <= 28)) => BatchShape.Tiled,
            (512, ElementType.Double, <= 28) => BatchShape.Tiled,
            (_, _, <= MaxClassesInPasses) => BatchShape.InPasses,
            _ => BatchShape.RowByRow,
        };

    private static BatchPlan PlanBatch(int classes, ElementType element, int bits, bool portableMath) =>
        new(
            element,
            LanesOf(element, bits),
            ShapeOf(classes, element, bits),
            PlanRow(classes, element, LanesOf(element, bits), portableMath),
            UnitsOf(classes, element, bits),
            classes <= MaxClassesInStages[bits],
            SumsInGroups(classes, element),
            classes <= MaxSelectedClasses,
            portableMath
        );

    private static int UnitsOf(int classes, ElementType element, int bits) =>
        element == ElementType.Float
        && (bits == 512 || classes <= MaxNarrowUnits)
        && UnitClasses.TryGetValue(classes, out var unit)
            ? unit
            : 0;

    /// <summary>Two halves in one vector take half as many exponentials as two vectors. For fewer classes than lanes.</summary>
    private static bool IsJoined(int classes, ElementType element, int lanes) =>
        lanes * element.Bits() > 128 && classes > lanes / 2;

    private static RowPlan PlanRow(int classes, ElementType element, int lanes, bool portableMath)
    {
        var fullVectors = classes / lanes;
        var tailClasses = classes % lanes;
        if (fullVectors == 0)
        {
            var isJoined = IsJoined(classes, element, lanes);
            return new RowPlan(
                element,
                lanes,
                isJoined ? RowShape.Joined : RowShape.Filled,
                0,
                isJoined ? classes - (lanes / 2) : classes,
                SumsInGroups: false,
                OwnMethods: false,
                OwnLogarithm: false,
                portableMath
            );
        }

        var vectors = fullVectors + (tailClasses > 0 ? 1 : 0);
        var straight = vectors <= MaxStraight(element, lanes) && classes <= MaxStraightClasses;
        return new RowPlan(
            element,
            lanes,
            straight ? RowShape.Straight : RowShape.Looped,
            fullVectors,
            tailClasses,
            SumsInGroups(classes, element) && lanes > 1,
            OwnMethods: lanes > 1 && !straight && VectorsInLoopedCode(classes, lanes) > MaxInlinedVectors,
            OwnLogarithm: lanes > 1 && !straight && VectorsInLoopedCode(classes, lanes) > MaxInlinedLogarithms,
            portableMath
        );
    }

    private static int MaxStraight(ElementType element, int lanes) =>
        element == ElementType.Double && LanesOf(element, bits: 128) == lanes
            ? MaxStraightVectors128OfDoubles
            : MaxStraightVectors;

    /// <summary>A turn of the loop, and what is left behind it.</summary>
    private static int VectorsInLoopedCode(int classes, int lanes)
    {
        var rest = classes % GroupClasses;
        return (GroupClasses / lanes) + (rest / lanes) + (rest % lanes > 0 ? 1 : 0);
    }
}
