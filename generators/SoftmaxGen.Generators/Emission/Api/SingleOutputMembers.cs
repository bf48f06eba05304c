using SoftmaxGen.Generators.Emission.Sigmoid;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about a single logit, where a row is one output.</summary>
internal sealed class SingleOutputMembers(SigmoidPlan plan, TypeModel head) : SigmoidMembers(plan, head)
{
    public string Render() =>
        CodeBlock.Stack(
            WithoutHead(
                $$"""
                /// <summary>The probability of a logit: 1 / (1 + exp(-x)).</summary>
                {{SigmoidAccuracy}}
                {{Logit}}
                /// <returns>The probability.</returns>
                """,
                $"{T} Sigmoid({T} logit)",
                SingleOutputTemplate.Of("Sigmoid"),
                "logit"
            ),
            WithoutHead(
                $$"""
                /// <summary>The logarithm of the probability of a logit, in nats: min(x, 0) - log(1 + exp(-|x|)).</summary>
                {{LogSigmoidAccuracy}}
                {{Logit}}
                /// <returns>The logarithm.</returns>
                """,
                $"{T} LogSigmoid({T} logit)",
                SingleOutputTemplate.Of("LogSigmoid"),
                "logit"
            ),
            WithoutHead(
                $$"""
                /// <summary>The derivative of a probability with respect to its logit: p (1 - p).</summary>
                {{DerivativeRemarks}}
                {{Parameter("probability", "What <c>Sigmoid</c> gave.")}}
                /// <returns>The derivative.</returns>
                """,
                $"{T} SigmoidDerivative({T} probability)",
                SingleOutputTemplate.Of("SigmoidDerivative"),
                "probability"
            ),
            Predict(),
            WithoutHead(
                $$"""
                /// <summary>The binary cross-entropy of a logit, in nats: {{LossOfOutput}}.</summary>
                /// <remarks>x is the logit and t its target{{Options}}. As accurate as for a row.</remarks>
                {{Logit}}
                {{Target}}
                /// <returns>The loss.</returns>
                """,
                $"{T} BinaryCrossEntropy({T} logit, {T} target)",
                SingleOutputTemplate.Of("BinaryCrossEntropy"),
                "logit, target"
            ),
            WithoutHead(
                $$"""
                /// <summary>The binary cross-entropy of a probability, in nats: {{LossOfProbability}}, not clipped.</summary>
                /// <remarks>p is the probability and t its target{{Options}}. Outside of [0, 1] NaN.</remarks>
                {{Parameter("probability", "The probability.")}}
                {{Target}}
                /// <returns>The loss.</returns>
                """,
                $"{T} BinaryCrossEntropyFromProbabilities({T} probability, {T} target)",
                SingleOutputTemplate.Of("BinaryCrossEntropyFromProbabilities"),
                "probability, target"
            ),
            WithoutHead(
                $$"""
                /// <summary>The binary cross-entropy of a logit, and its derivative with respect to it: {{Derivative}}.</summary>
                /// <remarks>p is the probability and t the target{{Options}}. For a target of 0 or 1 nothing cancels.</remarks>
                {{Logit}}
                {{Target}}
                {{Parameter("gradient", "Receives the derivative.")}}
                /// <returns>The loss.</returns>
                """,
                $"{T} BinaryCrossEntropyGradient({T} logit, {T} target, out {T} gradient)",
                SingleOutputTemplate.Of("BinaryCrossEntropyGradient"),
                "logit, target, out gradient"
            )
        );

    private static string Logit => Parameter("logit", "The logit.");

    private static string Target => Parameter("target", "The target, 0, 1 or between.");

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Whether the output is more likely than not: the logit is 0 or above. NaN is not.</summary>
            {{Logit}}
            /// <returns>The label.</returns>
            {{Stamp}}
            public static bool Predict({{T}} logit) => logit >= {{ElementSyntax.Of(Plan.Element).Zero}};
            """
        );
}
