using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What the public members about losses call: checks first, then the row kernel of the machine.</summary>
internal sealed class LossEntryTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    public string Render() =>
        CodeBlock.Stack(
            CrossEntropyOfLabel(),
            CrossEntropyOfTarget(),
            FromProbabilitiesOfLabel(),
            FromProbabilitiesOfTarget(),
            GradientOfLabel(),
            GradientOfTarget()
        );

    private string CrossEntropyOfLabel() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropy(ReadOnlySpan<float> logits, int label)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireLabel(label);
                {{dispatch.Call("LabelLoss", ["logits"], ["label"], returns: true)}}
            }
            """
        );

    private string CrossEntropyOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireRow(target.Length, nameof(target));
                {{dispatch.Call("TargetLoss", ["logits", "target"], [], returns: true)}}
            }
            """
        );

    private string FromProbabilitiesOfLabel()
    {
        var log =
            plan.Rows.Count == 0
                ? "return (float)(0.0 - Log((double)probabilities[label]));"
                : CodeBlock.Render(
                    $$"""
                    var probability = probabilities[label];
                    return {{Dispatch.ConditionOf(lanes: 4)}}
                        ? 0f - Log(Vector128.CreateScalar(probability)).ToScalar()
                        : (float)(0.0 - Log((double)probability));
                    """
                );
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropyFromProbabilities(ReadOnlySpan<float> probabilities, int label)
            {
                RequireRow(probabilities.Length, nameof(probabilities));
                RequireLabel(label);
                {{log}}
            }
            """
        );
    }

    private string FromProbabilitiesOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropyFromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> target)
            {
                RequireRow(probabilities.Length, nameof(probabilities));
                RequireRow(target.Length, nameof(target));
                {{dispatch.Call("LossFromProbabilities", ["probabilities", "target"], [], returns: true)}}
            }
            """
        );

    private string GradientOfLabel() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropyGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireLabel(label);
                RequireRow(gradient.Length, nameof(gradient));
                RequireSameOrApart(logits, gradient, nameof(gradient));
                {{dispatch.Call("LabelGradient", ["logits", "gradient"], ["label", "1f"], returns: true)}}
            }
            """
        );

    private string GradientOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropyGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, Span<float> gradient)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireRow(target.Length, nameof(target));
                RequireRow(gradient.Length, nameof(gradient));
                RequireSameOrApart(logits, gradient, nameof(gradient));
                RequireSameOrApart(target, gradient, nameof(gradient));
                {{dispatch.Call("TargetGradient", ["logits", "target", "gradient"], ["1f"], returns: true)}}
            }
            """
        );
}
