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
            GradientOfTarget(),
            TargetLoss(),
            LabelGradient()
        );

    private string CrossEntropyOfLabel() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropy(ReadOnlySpan<float> logits, int label)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireLabel(label);
                var logOfSum = {{dispatch.Name("LogOfSum", "LogOfSum")}}(logits, out var largest);
                return largest - logits[label] + logOfSum;
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
                return TargetLoss(logits, target, out _);
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

    private string GradientOfLabel()
    {
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static float CrossEntropyGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient)
            {
                RequireRow(logits.Length, nameof(logits));
                RequireLabel(label);
                RequireRow(gradient.Length, nameof(gradient));
                RequireSameOrApart(logits, gradient, nameof(gradient));

                var logit = logits[label];
                var logOfSum = {{dispatch.Name(
                "LabelGradient",
                "LabelGradient"
            )}}(logits, gradient, out var largest, out var first, out var rest);
                gradient[label] = label == first ? -rest : gradient[label] - 1f;
                return largest - logit + logOfSum;
            }
            """
        );
    }

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

                var loss = TargetLoss(logits, target, out var weight);
                {{dispatch.Call("TargetGradient", ["logits", "target", "gradient"], ["weight"], returns: false)}}

                return loss;
            }
            """
        );

    private string TargetLoss() =>
        CodeBlock.Render(
            $$"""
            /// <summary>-sum of t log p, and the sum of the target.</summary>
            {{Attributes.Inline}}
            private static float TargetLoss(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, out float weight)
            {
                var logOfSum = {{dispatch.Name("LogOfSum", "LogOfSum")}}(logits, out var largest);
                {{dispatch.Call(
                "TargetLoss",
                ["logits", "target"],
                ["largest", "logOfSum", "out weight"],
                returns: true
            )}}
            }
            """
        );

    private string LabelGradient() =>
        dispatch.Method(
            $$"""
            {{Attributes.Inline}}
            private static float LabelGradient(ReadOnlySpan<float> logits, Span<float> gradient, out float largest, out int first, out float rest)
            {
                {{dispatch.Call(
                "LabelGradient",
                ["logits", "gradient"],
                ["out largest", "out first", "out rest"],
                returns: true
            )}}
            }
            """
        );
}
