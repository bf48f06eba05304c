using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>The entries of a plan for labels that are made of other integers than int.</summary>
internal static class LabelKernelFile
{
    public static string Render(LabelKernelPart part)
    {
        var plan = part.Plan;
        var form = new LabelSpan(part.LabelType);
        var attributes = new Attributes(part.Target);
        var labels = new LabelEntries(plan, form, attributes);
        var losses = new LossEntries(plan, Truth.Labels(form, plan), attributes);
        return GeneratedFile.OfClass(
            $"// Labels that are made of {part.LabelType}, for {PlanInWords.Of(plan)}.",
            null,
            plan.Kernel,
            SharedFile.ClassesFor(plan.Element),
            CodeBlock.Stack(
                TopK(plan, form, attributes),
                form.IsWide ? RequireIndex(plan, form) : "",
                labels.Predict(),
                labels.Accuracy(),
                losses.Render("CrossEntropyBatch", "logits", BatchOperation.LabelLosses),
                losses.Render(
                    "CrossEntropyFromProbabilitiesBatch",
                    "probabilities",
                    BatchOperation.LabelLossesFromProbabilities
                ),
                new GradientEntry(plan, Truth.Labels(form, plan), attributes).Render(),
                plan.Options.HasRowWeights ? new TotalWeightTemplate(plan, form, attributes).Render() : ""
            )
        );
    }

    private static string TopK(KernelPlan plan, LabelSpan form, Attributes attributes)
    {
        var element = ElementSyntax.Of(plan.Element).Type;
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void TopK(ReadOnlySpan<{{element}}> scores, Span<{{form.Type}}> labels, Span<{{element}}> values, string head)
            {
                RequireRow(scores.Length, Parameter.Scores, head);
                LargestScores(scores, labels, values);
            }
            """
        );
    }

    private static string RequireIndex(KernelPlan plan, LabelSpan form) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class index of a label that an int can hold.</summary>
            {{Attributes.Inline}}
            internal static int RequireIndex({{form.Type}} label, string head)
            {
                if (!({{form.IsInt("label")}}))
                {
                    ThrowLabel(label, Classes, {{(
                plan.Options.IgnoreIndex is { IsClass: false } ? "IgnoreIndex, " : ""
            )}}head);
                }

                return (int)label;
            }
            """
        );
}
