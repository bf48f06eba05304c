using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>The comment at the top of the file of a plan: what it computes, in words.</summary>
internal static class KernelHeader
{
    private const string Indented = "//              ";

    public static string Render(KernelPlan plan)
    {
        var rows = plan.Batches.Select(batch =>
            CodeBlock.Lines(
                PlanInWords
                    .OfWidth(plan, batch)
                    .Select(
                        (part, i) => i == 0 ? CodeBlock.Render($"//   Vector{batch.Bits}  {part}") : Indented + part
                    )
            )
        );
        var where = PlanInWords.WhereScalar(plan.Element, plan.HasVectors);
        var bits = PlanInWords.SameBits(plan.Element, plan.HasVectors);
        return CodeBlock.Render(
            $$"""
            // Softmax and cross-entropy of {{PlanInWords.Of(plan)}}.
            {{CodeBlock.Lines(OptionsInWords(plan).Select(option => $"// {option}"))}}
            //
            // How a row and a batch are computed:
            {{CodeBlock.Lines(rows)}}
            //   scalar     {{PlanInWords.OfScalars(plan.Scalar)}}{{(
                ElementSyntax.Of(plan.Element).IsWidenedInScalars ? ", in double" : ""
            )}}{{where}}
            //
            // Accuracy: probabilities, log-probabilities and losses are within 5 ULP of the exact result on the exact input,
            // and within 8 on rows made to be worst, however far the logits spread.{{bits}}
            """
        );
    }

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

        if (options.Losses?.ClassWeights is { } weights)
        {
            yield return $"The weights of the classes are {element.List(weights)}.";
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
}
