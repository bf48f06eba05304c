using System.Globalization;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Names a plan by its layouts; <see cref="KernelPlan.Name"/> has the grammar.</summary>
internal static class PlanName
{
    public static string Of(
        int classes,
        ElementType element,
        EquatableArray<RowPlan> rows,
        EquatableArray<BatchPlan> batches,
        RowPlan scalar
    )
    {
        var parts = batches
            .Select(batch => $"v{Invariant(batch.Bits)}{RowIn(batch.Lanes)}{RowsIn(batch)}")
            .Append($"scalar{ShapeOf(scalar)}");
        return $"c{Invariant(classes)}{(element == ElementType.Double ? "d" : "")}_{string.Join("_", parts)}";

        string RowIn(int lanes) => rows.FirstOrDefault(row => row.Lanes == lanes) is { } row ? ShapeOf(row) : "";
    }

    private static string RowsIn(BatchPlan batch) =>
        batch.Shape switch
        {
            BatchShape.Tiled =>
                $"t{Invariant(batch.Lanes)}{(batch.UnitClasses > 0 ? $"u{Invariant(batch.UnitClasses)}" : "")}",
            BatchShape.InPasses => $"p{Invariant(batch.Lanes)}",
            _ => "",
        };

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
