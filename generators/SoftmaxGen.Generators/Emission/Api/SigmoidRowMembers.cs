using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about one row that the user calls. Each hands over to the kernel class.</summary>
internal sealed class SigmoidRowMembers(SigmoidPlan plan, TypeModel head) : SigmoidMembers(plan, head)
{
    private const string InPlaceOfLogits = "May be the same memory as <paramref name=\"logits\"/>.";

    public string Render() =>
        CodeBlock.Stack(
            Constant(),
            Sigmoid(),
            LogSigmoid(),
            SigmoidDerivative(),
            Predict(),
            Loss(),
            LossFromProbabilities(),
            Gradient()
        );

    private string Constant() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of outputs: the length of a row.</summary>
            {{Stamp}}
            public const int Outputs = {{Plan.Outputs}};
            """
        );

    private string Sigmoid() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into probabilities, each by itself: p[i] = 1 / (1 + exp(-x[i])).</summary>
            {{SigmoidAccuracy}}
            {{Row("logits", "The logits")}}
            {{Row("probabilities", "Receives the probabilities", InPlaceOfLogits)}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void Sigmoid({Input} logits, {Output} probabilities)",
            "Sigmoid",
            "logits, probabilities"
        );

    private string LogSigmoid() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into logarithms of probabilities, in nats: min(x[i], 0) - log(1 + exp(-|x[i]|)).</summary>
            {{LogSigmoidAccuracy}}
            {{Row("logits", "The logits")}}
            {{Row("logProbabilities", "Receives the logarithms", InPlaceOfLogits)}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void LogSigmoid({Input} logits, {Output} logProbabilities)",
            "LogSigmoid",
            "logits, logProbabilities"
        );

    private string SigmoidDerivative() =>
        Member(
            $$"""
            /// <summary>The derivative of each probability with respect to its logit: p[i] (1 - p[i]).</summary>
            {{DerivativeRemarks}}
            {{Row("probabilities", "What <c>Sigmoid</c> gave")}}
            {{Row(
                "derivative",
                "Receives the derivatives",
                "May be the same memory as <paramref name=\"probabilities\"/>."
            )}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void SigmoidDerivative({Input} probabilities, {Output} derivative)",
            "SigmoidDerivative",
            "probabilities, derivative"
        );

    private string Predict() =>
        Member(
            $$"""
            /// <summary>Whether each output is more likely than not: its logit is 0 or above. NaN is not.</summary>
            {{Row("logits", "The logits")}}
            {{Row("labels", "Receives the labels", "Apart from the logits.")}}
            {{Throws("A span has another length, or the two overlap.")}}
            """,
            $"void Predict({Input} logits, {OutputOf("bool")} labels)",
            "Predict",
            "logits, labels"
        );

    private string Loss() =>
        Member(
            $$"""
            /// <summary>The binary cross-entropy of one row, in nats: the mean over its outputs of {{LossOfOutput}}.</summary>
            /// <remarks>
            /// x is the logit of an output and t its target{{Options}}. For targets from 0 to 1, which are not checked, no part
            /// cancels another: within 5 ULP at every magnitude. What counts 0 adds 0, even for an infinite logit; NaN stays NaN.
            /// </remarks>
            {{Row("logits", "The logits")}}
            {{Row("targets", "The targets, 0, 1 or between")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} BinaryCrossEntropy({Input} logits, {Input} targets)",
            "BinaryCrossEntropy",
            "logits, targets"
        );

    private string LossFromProbabilities() =>
        Member(
            $$"""
            /// <summary>The binary cross-entropy of one row from probabilities, in nats: the mean over its outputs of {{LossOfProbability}}, not clipped.</summary>
            /// <remarks>
            /// p is the probability of an output and t its target{{Options}}. A target of 1 on a probability of 0 gives +infinity.
            /// What counts 0 adds 0. A probability outside of [0, 1] gives NaN. Logits know more: log(1 - p) needs digits that
            /// a p close to 1 does not have.
            /// </remarks>
            {{Row("probabilities", "The probabilities")}}
            {{Row("targets", "The targets, 0, 1 or between")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} BinaryCrossEntropyFromProbabilities({Input} probabilities, {Input} targets)",
            "BinaryCrossEntropyFromProbabilities",
            "probabilities, targets"
        );

    private string Gradient() =>
        Member(
            $$"""
            /// <summary>The binary cross-entropy of one row, and its gradient with respect to the logits: {{Derivative}}, divided by the number of outputs.</summary>
            /// <remarks>p is the probability of an output and t its target{{Options}}. For a target of 0 or 1 nothing cancels.</remarks>
            {{Row("logits", "The logits")}}
            {{Row("targets", "The targets, 0, 1 or between")}}
            {{Row(
                "gradient",
                "Receives the gradient",
                "May be the same memory as <paramref name=\"logits\"/> or <paramref name=\"targets\"/>."
            )}}
            /// <returns>The loss, as <c>BinaryCrossEntropy</c> gives it.</returns>
            {{Throws("A span has another length, or the gradient overlaps an input in part.")}}
            """,
            $"{T} BinaryCrossEntropyGradient({Input} logits, {Input} targets, {Output} gradient)",
            "BinaryCrossEntropyGradient",
            "logits, targets, gradient"
        );
}
