using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>Plans in words, as comments and summaries have them.</summary>
internal static class PlanInWords
{
    /// <summary>The rows of a plan.</summary>
    public static string Of(KernelPlan plan) =>
        CodeBlock.Render($"{plan.Classes} classes of {ElementSyntax.Of(plan.Element).Type}s");

    /// <summary>The layouts of a row and of a batch in a width.</summary>
    public static string OfWidth(KernelPlan plan, BatchPlan batch)
    {
        var row = plan.Rows.FirstOrDefault(layout => layout.Lanes == batch.Lanes);
        var rows = batch.Shape switch
        {
            BatchShape.Tiled => CodeBlock.Render($"batches in tiles of {batch.Lanes} rows{HowTiled(batch)}"),
            BatchShape.InPasses => CodeBlock.Render(
                $"batches in passes over {batch.Lanes} rows, whose maxima and sums fold together"
            ),
            _ => "batches row by row",
        };
        return row is null ? rows : $"{OfRow(row)}; {rows}";
    }

    /// <summary>The many rows that are computed at once in a width.</summary>
    public static string OfRowsAtOnce(BatchPlan batch) =>
        batch.Shape switch
        {
            BatchShape.Tiled => CodeBlock.Render($"tiles of {batch.Lanes} rows"),
            BatchShape.InPasses => CodeBlock.Render($"passes over {batch.Lanes} rows"),
            _ => "row by row",
        };

    private static string HowTiled(BatchPlan batch)
    {
        var units = batch.UnitClasses switch
        {
            0 => "",
            1 => ", read without gaps",
            _ => CodeBlock.Render($", read without gaps in units of {batch.UnitClasses} classes"),
        };
        return batch.InStages ? $"{units}; softmax has three tiles in turns" : units;
    }

    private static string OfRow(RowPlan row) =>
        row.Shape switch
        {
            RowShape.Filled => row.TailClasses == 2
                ? "one vector, which has both classes twice"
                : "one vector, filled up",
            RowShape.Joined => CodeBlock.Render(
                $"one vector, its upper half overlapping to bring {Counted(row.TailClasses)}"
            ),
            RowShape.Straight => CodeBlock.Render($"straight-line code, {Vectors(row)}"),
            _ => CodeBlock.Render($"loops of 32 classes a turn; a row is {Vectors(row)}"),
        };

    private static string Vectors(RowPlan row)
    {
        var count = CodeBlock.Render($"{row.Vectors} {(row.Vectors == 1 ? "vector" : "vectors")}");
        return row.TailClasses == 0 ? count : count + $", the last overlapping to bring {Counted(row.TailClasses)}";
    }

    private static string Counted(int classes) =>
        CodeBlock.Render($"{classes} more {(classes == 1 ? "class" : "classes")}");

    /// <summary>The layout of a row without vectors.</summary>
    public static string OfScalars(RowPlan row) =>
        row.Shape == RowShape.Looped ? "loops over the classes" : "straight-line code";
}
