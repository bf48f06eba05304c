using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What the public members about distributions call: checks first, then the row kernel of the machine.</summary>
internal sealed class EntryTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            LogSumExp(),
            Predict(),
            CodeBlock.Stack(
                LabelForm.WithEntries(plan.Options).Select(form => new TopKTemplate(plan, form, attributes).Render())
            ),
            TopKTemplate.Shared(plan),
            new SampleTemplate(plan, dispatch, attributes).Entry(),
            SoftmaxGradient(),
            SoftmaxOfRow(),
            LogOfSum()
        );

    private string Softmax()
    {
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void Softmax(ReadOnlySpan<{{T}}> logits, Span<{{T}}> probabilities)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(probabilities.Length, Parameter.Probabilities);
                RequireSameRowOrApart(logits, probabilities, Parameter.Probabilities);
                {{dispatch.Name("SoftmaxOfRow", "Softmax")}}(logits, probabilities);
            }
            """
        );
    }

    private string LogSoftmax() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void LogSoftmax(ReadOnlySpan<{{T}}> logits, Span<{{T}}> logProbabilities)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(logProbabilities.Length, Parameter.LogProbabilities);
                RequireSameRowOrApart(logits, logProbabilities, Parameter.LogProbabilities);
                {{dispatch.Call("LogSoftmax", ["logits", "logProbabilities"], [], returns: false)}}
            }
            """
        );

    private string LogSumExp() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} LogSumExp(ReadOnlySpan<{{T}}> logits)
            {
                RequireRow(logits.Length, Parameter.Logits);
                var logOfSum = {{dispatch.Name("LogOfSum", "LogOfSum")}}(logits, out var largest);
                return largest == {{T}}.NegativeInfinity && IsMasked(logits) ? largest : {{Scaled(
                "largest"
            )}} + logOfSum;
            }

            /// <summary>Whether every logit is -infinity.</summary>
            {{Attributes.Inline}}
            private static bool IsMasked(ReadOnlySpan<{{T}}> logits)
            {
                foreach (var logit in logits)
                {
                    if (logit != {{T}}.NegativeInfinity)
                    {
                        return false;
                    }
                }

                return true;
            }
            """
        );

    private string Scaled(string largest) =>
        plan.Options.Temperature is null ? largest : $"({largest} * {OptionConstants.Inverse})";

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static int Predict(ReadOnlySpan<{{T}}> scores)
            {
                RequireRow(scores.Length, Parameter.Scores);
                {{dispatch.Call("Predict", ["scores"], [], returns: true)}}
            }
            """
        );

    private string SoftmaxGradient() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void SoftmaxGradient(ReadOnlySpan<{{T}}> probabilities, ReadOnlySpan<{{T}}> upstream, Span<{{T}}> gradient)
            {
                RequireRow(probabilities.Length, Parameter.Probabilities);
                RequireRow(upstream.Length, Parameter.Upstream);
                RequireRow(gradient.Length, Parameter.Gradient);
                RequireSameRowOrApart(probabilities, gradient, Parameter.Gradient);
                RequireSameRowOrApart(upstream, gradient, Parameter.Gradient);
                {{dispatch.Call("SoftmaxGradient", ["probabilities", "upstream", "gradient"], [], returns: false)}}
            }
            """
        );

    private string SoftmaxOfRow() =>
        dispatch.Method(
            $$"""
            {{Attributes.Inline}}
            private static void SoftmaxOfRow(ReadOnlySpan<{{T}}> logits, Span<{{T}}> probabilities)
            {
                {{dispatch.Call("Softmax", ["logits", "probabilities"], [], returns: false)}}
            }
            """
        );

    private string LogOfSum() =>
        dispatch.Method(
            $$"""
            /// <summary>The largest logit, and how far log-sum-exp lies above it: log(1 + the other terms / the largest).</summary>
            {{Attributes.Inline}}
            private static {{T}} LogOfSum(ReadOnlySpan<{{T}}> logits, out {{T}} largest)
            {
                {{dispatch.Call("LogOfSum", ["logits"], ["out largest"], returns: true)}}
            }
            """
        );
}
