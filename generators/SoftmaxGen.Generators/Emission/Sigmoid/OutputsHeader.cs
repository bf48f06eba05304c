using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The comment at the top of the file of a plan: what it computes, in words.</summary>
internal static class OutputsHeader
{
    public static string Render(SigmoidPlan plan)
    {
        var widths = plan.Widths.Select(width =>
            CodeBlock.Render($"//   Vector{width.Bits}  {WidthInWords(plan, width)}")
        );
        var where = PlanInWords.WhereScalar(plan.Element, plan.HasVectors);
        var bits = PlanInWords.SameBits(plan.Element, plan.HasVectors);
        return CodeBlock.Render(
            $$"""
            // Sigmoid and binary cross-entropy of {{InWords(plan)}}.
            {{CodeBlock.Lines(OptionsInWords(plan).Select(option => $"// {option}"))}}
            //
            // How a row and a batch are computed:
            {{CodeBlock.Lines(widths)}}
            //   scalar     {{(plan.HasSingleOutput ? "one output after the other" : "loops over the outputs")}}, in double{{where}}
            // Batches are computed in the widest vector, element by element{{(
                plan.HasSingleOutput ? "" : "; losses row by row"
            )}}.
            //
            // Accuracy: probabilities, log-probabilities and losses are within 5 ULP of the exact result on the exact input, at
            // every magnitude.{{bits}}
            """
        );
    }

    /// <summary>The rows of a plan.</summary>
    public static string InWords(SigmoidPlan plan) =>
        CodeBlock.Render(
            $"{plan.Outputs} {(plan.HasSingleOutput ? "output" : "outputs")} of {ElementSyntax.Of(plan.Element).Type}s"
        );

    private static IEnumerable<string> OptionsInWords(SigmoidPlan plan)
    {
        if (plan.Smoothing is { } smoothing)
        {
            yield return $"Targets are smoothed by {ElementSyntax.Of(plan.Element).Digits(2 * smoothing.Moved)}.";
        }

        if (plan.IsWeighted)
        {
            yield return $"The weights of positive targets are {ElementSyntax.Of(plan.Element).List(plan.PositiveWeights)}.";
        }
    }

    private static string WidthInWords(SigmoidPlan plan, WidthPlan width) =>
        plan.Rows.FirstOrDefault(layout => layout.Lanes == width.Lanes) is { } row
            ? RowInWords(row)
            : CodeBlock.Render($"{OneInWords(plan, width)}batches, {width.Lanes} outputs at a time");

    /// <summary>A single output is computed in a vector too, so that it has the bits of a batch.</summary>
    private static string OneInWords(SigmoidPlan plan, WidthPlan width) =>
        plan.HasSingleOutput && width.Bits == 128 ? "one output in the lowest lane; " : "";

    private static string RowInWords(RowPlan row) =>
        row.Shape == RowShape.Looped
            ? $"a loop over {PlanInWords.Vectors(row, "output", "outputs")}"
            : PlanInWords.OfUnrolledRow(row, "output", "outputs");
}
