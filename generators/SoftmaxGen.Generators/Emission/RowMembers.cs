using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The members about one row that the user calls. Each hands over to the kernel class.</summary>
internal sealed class RowMembers(KernelPlan plan)
    : MemberDocumentation(plan.Classes, ElementSyntax.Of(plan.Element).Type)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    public string Render() =>
        CodeBlock.Stack(
            Constant(),
            Softmax(),
            LogSoftmax(),
            LogSumExp(),
            Predict(),
            Sample(),
            CrossEntropyOfLabel(),
            CrossEntropyOfTarget(),
            FromProbabilitiesOfLabel(),
            FromProbabilitiesOfTarget(),
            GradientOfLabel(),
            GradientOfTarget(),
            SoftmaxGradient()
        );

    private string Constant() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of classes: the length of a row.</summary>
            {{Stamp}}
            public const int Classes = {{Classes}};
            """
        );

    private string Softmax() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into probabilities: p[i] = exp(z[i] - max z) / sum of exp(z[j] - max z).</summary>
            /// <remarks>
            /// Within 5 ULP (8 at worst) at every magnitude, down to subnormal. -infinity is a mask: exactly 0.
            /// A NaN, a +infinity or nothing but -infinity makes every probability NaN.
            /// </remarks>
            {{Row("logits", "The logits")}}
            {{Row(
                "probabilities",
                "Receives the probabilities",
                "May be the same memory as <paramref name=\"logits\"/>."
            )}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void Softmax(ReadOnlySpan<{T}> logits, Span<{T}> probabilities)",
            "Softmax(logits, probabilities)"
        );

    private string LogSoftmax() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into logarithms of probabilities, in nats: (z[i] - max z) - log of the sum of exp(z[j] - max z).</summary>
            /// <remarks>Within 5 ULP (8 at worst) at every magnitude: a logarithm of -1e-12 is not rounded to 0. -infinity stays -infinity.</remarks>
            {{Row("logits", "The logits")}}
            {{Row(
                "logProbabilities",
                "Receives the logarithms",
                "May be the same memory as <paramref name=\"logits\"/>."
            )}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void LogSoftmax(ReadOnlySpan<{T}> logits, Span<{T}> logProbabilities)",
            "LogSoftmax(logits, logProbabilities)"
        );

    private string LogSumExp() =>
        Member(
            $$"""
            /// <summary>The logarithm of the sum of exp(z[j]), which never overflows: max z + log of the sum of exp(z[j] - max z).</summary>
            {{Row("logits", "The logits")}}
            /// <returns>Log-sum-exp in nats; -infinity where every logit is -infinity, NaN where one is NaN or +infinity.</returns>
            {{Throws("The span has another length.")}}
            """,
            $"{T} LogSumExp(ReadOnlySpan<{T}> logits)",
            "LogSumExp(logits)"
        );

    private string Predict() =>
        Member(
            $$"""
            /// <summary>The class with the largest score: argmax.</summary>
            {{Row("scores", "Logits or probabilities")}}
            /// <returns>The lowest index of the largest score; of the first NaN, where there is one.</returns>
            {{Throws("The span has another length.")}}
            """,
            $"int Predict(ReadOnlySpan<{T}> scores)",
            "Predict(scores)"
        );

    private string Sample() =>
        Member(
            $$"""
            /// <summary>Draws a class with the probability that softmax gives it, by the inverse of the cumulative distribution.</summary>
            {{Row("logits", "The logits")}}
            /// <param name="uniform">A uniform random number in [0, 1], for instance <c>random.Next{{element.Name}}()</c>; 1 counts as the largest {{T}} below 1.</param>
            /// <returns>The lowest class whose cumulative probability exceeds <paramref name="uniform"/>; never one of probability 0.</returns>
            {{Throws(
                "The span has another length, or the row has no distribution: a logit is NaN or +infinity, or all are -infinity."
            )}}
            {{ThrowsRange("<paramref name=\"uniform\"/> is NaN or outside [0, 1].")}}
            """,
            $"int Sample(ReadOnlySpan<{T}> logits, {T} uniform)",
            "Sample(logits, uniform)"
        );

    private string CrossEntropyOfLabel() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label, in nats: -log softmax(z)[label].</summary>
            /// <remarks>Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs +infinity.</remarks>
            {{Row("logits", "The logits")}}
            {{Label()}}
            /// <returns>The loss.</returns>
            {{Throws("The span has another length.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropy(ReadOnlySpan<{T}> logits, int label)",
            "CrossEntropy(logits, label)"
        );

    private string CrossEntropyOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution, in nats: -sum of target[c] log softmax(z)[c].</summary>
            /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
            {{Row("logits", "The logits")}}
            {{Row("target", "The target, one-hot or soft")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} CrossEntropy(ReadOnlySpan<{T}> logits, ReadOnlySpan<{T}> target)",
            "CrossEntropy(logits, target)"
        );

    private string FromProbabilitiesOfLabel() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label from probabilities, in nats: -log p[label], not clipped.</summary>
            {{Row("probabilities", "The probabilities")}}
            {{Label()}}
            /// <returns>The loss; +infinity for a probability of 0, NaN for a negative one.</returns>
            {{Throws("The span has another length.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropyFromProbabilities(ReadOnlySpan<{T}> probabilities, int label)",
            "CrossEntropyFromProbabilities(probabilities, label)"
        );

    private string FromProbabilitiesOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution from probabilities, in nats: -sum of target[c] log p[c], not clipped.</summary>
            /// <remarks>A target of 0 adds 0, even for a probability of 0.</remarks>
            {{Row("probabilities", "The probabilities")}}
            {{Row("target", "The target, one-hot or soft")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} CrossEntropyFromProbabilities(ReadOnlySpan<{T}> probabilities, ReadOnlySpan<{T}> target)",
            "CrossEntropyFromProbabilities(probabilities, target)"
        );

    private string GradientOfLabel() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label, and its gradient with respect to the logits: p[i] - 1 for the label, p[i] elsewhere.</summary>
            /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
            {{Row("logits", "The logits")}}
            {{Label()}}
            {{Row("gradient", "Receives the gradient", "May be the same memory as <paramref name=\"logits\"/>.")}}
            /// <returns>The loss in nats.</returns>
            {{Throws("A span has another length, or the two overlap in part.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropyGradient(ReadOnlySpan<{T}> logits, int label, Span<{T}> gradient)",
            "CrossEntropyGradient(logits, label, gradient)"
        );

    private string GradientOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution, and its gradient with respect to the logits: p[i] sum(target) - target[i].</summary>
            {{Row("logits", "The logits")}}
            {{Row("target", "The target, one-hot or soft")}}
            {{Row(
                "gradient",
                "Receives the gradient",
                "May be the same memory as <paramref name=\"logits\"/> or <paramref name=\"target\"/>."
            )}}
            /// <returns>The loss in nats.</returns>
            {{Throws("A span has another length, or the gradient overlaps an input in part.")}}
            """,
            $"{T} CrossEntropyGradient(ReadOnlySpan<{T}> logits, ReadOnlySpan<{T}> target, Span<{T}> gradient)",
            "CrossEntropyGradient(logits, target, gradient)"
        );

    private string SoftmaxGradient() =>
        Member(
            $$"""
            /// <summary>Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]).</summary>
            {{Row("probabilities", "What softmax gave")}}
            {{Row("upstream", "The gradient with respect to the probabilities")}}
            {{Row(
                "gradient",
                "Receives the gradient with respect to the logits",
                "May be the same memory as an input."
            )}}
            {{Throws("A span has another length, or the gradient overlaps an input in part.")}}
            """,
            $"void SoftmaxGradient(ReadOnlySpan<{T}> probabilities, ReadOnlySpan<{T}> upstream, Span<{T}> gradient)",
            "SoftmaxGradient(probabilities, upstream, gradient)"
        );
}
