using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>Plans in words, as comments and summaries have them.</summary>
internal static class PlanInWords
{
    /// <summary>Where scalar code runs, behind what it is.</summary>
    public static string WhereScalar(ElementType element, bool hasVectors) =>
        !hasVectors ? ""
        : element == ElementType.Float ? ", where there are no vectors of x86 or Arm64"
        : ", where there is no fused multiply-add";

    /// <summary>Which machines agree in every bit, as a sentence behind others.</summary>
    public static string SameBits(ElementType element, bool hasVectors) =>
        !hasVectors ? ""
        : element == ElementType.Float ? " Vectors of x86 and Arm64 give the same bits, whatever their width."
        : " Every machine with fused multiply-add gives the same bits.";

    /// <summary>The rows of a plan.</summary>
    public static string Of(KernelPlan plan) =>
        CodeBlock.Render($"{plan.Classes} classes of {ElementSyntax.Of(plan.Element).Type}s");

    /// <summary>The layouts of a row and of a batch in a width, a line each.</summary>
    public static IEnumerable<string> OfWidth(KernelPlan plan, BatchPlan batch)
    {
        var row = plan.Rows.FirstOrDefault(layout => layout.Lanes == batch.Lanes);
        return row is null ? OfBatch(batch) : OfRow(row).Concat(OfBatch(batch));
    }

    /// <summary>The many rows that are computed at once in a width.</summary>
    public static string OfRowsAtOnce(BatchPlan batch) =>
        batch.Shape switch
        {
            BatchShape.Tiled => CodeBlock.Render($"tiles of {batch.Lanes} rows"),
            BatchShape.InPasses => CodeBlock.Render($"passes over {batch.Lanes} rows"),
            _ => "row by row",
        };

    private static IEnumerable<string> OfBatch(BatchPlan batch)
    {
        yield return batch.Shape switch
        {
            BatchShape.Tiled => CodeBlock.Render($"batches in tiles of {batch.Lanes} rows{Units(batch)}"),
            BatchShape.InPasses => CodeBlock.Render(
                $"batches in passes over {batch.Lanes} rows, whose maxima and sums fold together"
            ),
            _ => "batches row by row",
        };
        if (batch.Shape == BatchShape.Tiled && batch.InStages)
        {
            yield return "softmax has three tiles in turns";
        }
    }

    private static string Units(BatchPlan batch) =>
        batch.UnitClasses switch
        {
            0 => "",
            1 => ", read without gaps",
            _ => CodeBlock.Render($", read without gaps in units of {batch.UnitClasses} classes"),
        };

    private static IEnumerable<string> OfRow(RowPlan row) =>
        row switch
        {
            { Shape: RowShape.Filled, TailClasses: 2 } => ["one vector, which has both classes twice"],
            { Shape: RowShape.Looped } =>
            [
                "loops of 32 classes a turn",
                $"a row is {Vectors(row, "class", "classes")}",
            ],
            _ => [OfUnrolledRow(row, "class", "classes")],
        };

    /// <summary>The layout of a row without a loop.</summary>
    /// <param name="row">The layout.</param>
    /// <param name="element">What a row has one of for each element.</param>
    /// <param name="elements">The plural.</param>
    public static string OfUnrolledRow(RowPlan row, string element, string elements) =>
        row.Shape switch
        {
            RowShape.Filled => "one vector, filled up",
            RowShape.Joined => $"one vector, its upper half overlapping to bring {More(row, element, elements)}",
            _ => $"straight-line code, {Vectors(row, element, elements)}",
        };

    /// <summary>How many vectors a row is.</summary>
    public static string Vectors(RowPlan row, string element, string elements)
    {
        var count = CodeBlock.Render($"{row.Vectors} {(row.Vectors == 1 ? "vector" : "vectors")}");
        return row.TailClasses == 0 ? count : $"{count}, the last overlapping to bring {More(row, element, elements)}";
    }

    private static string More(RowPlan row, string element, string elements) =>
        CodeBlock.Render($"{row.TailClasses} more {(row.TailClasses == 1 ? element : elements)}");

    /// <summary>The layout of a row without vectors.</summary>
    public static string OfScalars(RowPlan row) =>
        row.Shape == RowShape.Looped ? "loops over the classes" : "straight-line code";
}
