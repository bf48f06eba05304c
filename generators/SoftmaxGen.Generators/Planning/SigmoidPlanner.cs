using System.Globalization;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Decides how a sigmoid head is computed. Outputs do not depend on each other, so there is little to decide.</summary>
internal static class SigmoidPlanner
{
    /// <summary>
    /// Straight-line code holds at most this many vectors. Each of them is an exponential, a logarithm and a division:
    /// more would exceed what the JIT inlines in one method, and a loop keeps the processor as busy.
    /// </summary>
    private const int MaxStraightVectors = 4;

    /// <summary>Rows of fewer bits are faster in Vector256, as those of softmax.</summary>
    private const int MinBitsInVector512 = 17 * 32;

    public static SigmoidPlan Plan(SigmoidOptions options, TargetModel target)
    {
        var (outputs, element) = (options.Outputs, options.Element);
        var widths = target
            .Vectors.OrderByDescending(bits => bits)
            .Select(bits => new WidthPlan(element, bits / element.Bits(), target.PortableMath))
            .ToEquatableArray();
        var rows = widths
            .Where(width => HasRows(outputs, width))
            .Select(width => PlanRow(outputs, width))
            .ToEquatableArray();
        return new SigmoidPlan(
            NameOf(outputs, element, widths, rows),
            outputs,
            element,
            rows,
            widths,
            SmoothingOf(options),
            options.PositiveWeights.Select(weight => Rounding.To(element, weight)).ToEquatableArray()
        );
    }

    /// <summary>Half of the smoothing is exact in the element type; what is kept of a target is rounded once.</summary>
    private static TargetSmoothing? SmoothingOf(SigmoidOptions options)
    {
        var smoothing = Rounding.To(options.Element, options.LabelSmoothing);
        return smoothing == 0 ? null : new TargetSmoothing(Rounding.To(options.Element, 1 - smoothing), smoothing / 2);
    }

    private static bool HasRows(int outputs, WidthPlan width) =>
        width.Bits switch
        {
            _ when outputs == 1 => false,
            128 => true,
            256 => outputs > width.Lanes / 2,
            _ => outputs * width.Element.Bits() >= MinBitsInVector512,
        };

    private static RowPlan PlanRow(int outputs, WidthPlan width)
    {
        var (fullVectors, tail) = (outputs / width.Lanes, outputs % width.Lanes);
        var isJoined = fullVectors == 0 && width.Bits > 128;
        var shape =
            isJoined ? RowShape.Joined
            : fullVectors == 0 ? RowShape.Filled
            : fullVectors + (tail > 0 ? 1 : 0) <= MaxStraightVectors ? RowShape.Straight
            : RowShape.Looped;
        return new RowPlan(
            width.Element,
            width.Lanes,
            shape,
            fullVectors,
            isJoined ? outputs - (width.Lanes / 2) : tail,
            SumsInGroups: false,
            OwnMethods: false,
            OwnLogarithm: false,
            width.PortableMath
        );
    }

    private static string NameOf(
        int outputs,
        ElementType element,
        EquatableArray<WidthPlan> widths,
        EquatableArray<RowPlan> rows
    )
    {
        var parts = widths.Select(width => $"v{Invariant(width.Bits)}{ShapeIn(width.Lanes)}").Append("scalar");
        return $"o{Invariant(outputs)}{(element == ElementType.Double ? "d" : "")}_{string.Join("_", parts)}";

        string ShapeIn(int lanes) => rows.FirstOrDefault(row => row.Lanes == lanes) is { } row ? ShapeOf(row) : "";
    }

    private static string ShapeOf(RowPlan row) =>
        row.Shape switch
        {
            RowShape.Filled => "fill",
            RowShape.Joined => "join",
            RowShape.Straight => $"x{Invariant(row.Vectors)}",
            _ => "loop",
        };

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
