using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>The comment at the top of the file of a plan: what it computes, in words.</summary>
internal static class KernelHeader
{
    public static string Render(KernelPlan plan)
    {
        var rows = plan.Batches.Select(batch =>
            $"//   Vector{CodeBlock.Render($"{batch.Bits}")}  {WidthInWords(plan, batch)}"
        );
        var where = plan.HasVectors ? ", where there is no fused multiply-add" : "";
        var bits = plan.HasVectors ? " Every machine with fused multiply-add gives the same bits." : "";
        return CodeBlock.Render(
            $$"""
            // Softmax and cross-entropy of {{InWords(plan)}}.
            {{CodeBlock.Lines(OptionsInWords(plan).Select(option => $"// {option}"))}}
            //
            // How a row and a batch are computed:
            {{CodeBlock.Lines(rows)}}
            //   scalar     {{ScalarInWords(plan.Scalar)}}{{(
                ElementSyntax.Of(plan.Element).IsWidenedInScalars ? ", in double" : ""
            )}}{{where}}
            //
            // Accuracy: probabilities, log-probabilities and losses are within 5 ULP of the exact result on the exact input,
            // and within 8 on rows made to be worst, however far the logits spread.{{bits}}
            """
        );
    }

    /// <summary>The rows of a plan.</summary>
    public static string InWords(KernelPlan plan) =>
        CodeBlock.Render($"{plan.Classes} classes of {ElementSyntax.Of(plan.Element).Type}s");

    private static IEnumerable<string> OptionsInWords(KernelPlan plan)
    {
        var (element, options) = (ElementSyntax.Of(plan.Element), plan.Options);
        if (options.Temperature is { } temperature)
        {
            yield return $"The temperature {element.Digits(temperature.Value)} divides the logits.";
        }

        if (options.Losses is { Smoothing: not null } smoothed)
        {
            yield return $"Targets are smoothed by {element.Digits(smoothed.LabelSmoothing)}.";
        }

        if (options.Losses is { IsWeighted: true })
        {
            yield return "The classes have weights.";
        }

        if (options.IgnoreIndex is { } ignored)
        {
            yield return CodeBlock.Render($"Rows with the label {ignored.Label} are ignored.");
        }

        if (options.ZeroWhereMasked)
        {
            yield return "A row of -infinity alone gives 0.";
        }
    }

    public static string WidthInWords(KernelPlan plan, BatchPlan batch)
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
        return row is null ? rows : $"{RowInWords(row)}; {rows}";
    }

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

    private static string RowInWords(RowPlan row) =>
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

    private static string ScalarInWords(RowPlan row) =>
        row.Shape == RowShape.Looped ? "loops over the classes" : "straight-line code";
}
