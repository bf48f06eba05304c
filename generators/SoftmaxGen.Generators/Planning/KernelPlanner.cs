using System.Globalization;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Decides how a head is computed. The numbers here are the policy; docs/kernel-plans.md says why.</summary>
internal static class KernelPlanner
{
    /// <summary>Straight-line code holds at most this many vectors: x86 has 16 registers below AVX-512.</summary>
    private const int MaxStraightVectors = 8;

    /// <summary>Straight-line code holds at most this many classes: one bit each in a 64-bit mask of the largest logit.</summary>
    private const int MaxStraightClasses = 64;

    /// <summary>Sample holds a whole row on the stack up to this class count: 4 KiB.</summary>
    private const int MaxSampleBuffer = 1024;

    /// <summary>The canonical sum has 16 lanes; a lane's sum moves up a level after 8 blocks.</summary>
    public const int BlockClasses = 16;

    public const int CascadeBase = 8;

    public const int GroupClasses = BlockClasses * CascadeBase;

    public static KernelPlan Plan(int classes, TargetModel target)
    {
        var rows = target
            .Vectors.Select(bits => bits / 32)
            .Where(lanes => lanes <= classes || lanes == 4)
            .OrderByDescending(lanes => lanes)
            .Select(lanes => PlanRow(classes, lanes, target.PortableMath))
            .ToEquatableArray();
        var scalar = PlanRow(classes, lanes: 1, target.PortableMath);
        var sampleBuffer = classes <= MaxSampleBuffer ? classes : GroupClasses;
        return new KernelPlan(NameOf(classes, rows, scalar), classes, rows, scalar, sampleBuffer);
    }

    private static RowPlan PlanRow(int classes, int lanes, bool portableMath)
    {
        var fullVectors = classes / lanes;
        var tailClasses = classes % lanes;
        if (fullVectors == 0)
        {
            return new RowPlan(lanes, RowShape.Filled, 0, tailClasses, CascadeLevels: 0, portableMath);
        }

        var vectors = fullVectors + (tailClasses > 0 ? 1 : 0);
        var straight = vectors <= MaxStraightVectors && classes <= MaxStraightClasses;
        return new RowPlan(
            lanes,
            straight ? RowShape.Straight : RowShape.Looped,
            fullVectors,
            tailClasses,
            straight || lanes == 1 ? 0 : CascadeLevelsOf(classes),
            portableMath
        );
    }

    private static int CascadeLevelsOf(int classes)
    {
        var levels = 0;
        for (var groups = classes / GroupClasses; groups > 0; groups /= CascadeBase)
        {
            levels++;
        }

        return levels;
    }

    private static string NameOf(int classes, EquatableArray<RowPlan> rows, RowPlan scalar)
    {
        var parts = rows.Select(row => $"v{Invariant(row.Bits)}{ShapeOf(row)}").Append($"scalar{ShapeOf(scalar)}");
        return $"c{Invariant(classes)}_{string.Join("_", parts)}";
    }

    private static string ShapeOf(RowPlan row) =>
        row.Shape switch
        {
            RowShape.Filled => "fill",
            RowShape.Straight => $"x{Invariant(row.Vectors)}",
            _ => "loop",
        };

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
