using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about many rows that the user calls. Each hands over to the kernel class.</summary>
internal sealed class SigmoidBatchMembers(SigmoidPlan plan, TypeModel head) : SigmoidMembers(plan, head)
{
    private const string ReductionParameter =
        "/// <param name=\"reduction\">Whether the losses of the rows become their mean, as by default, or their sum.</param>";

    private const string ReturnsReduced =
        "/// <returns>The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.</returns>";

    private const string ThrowsReduction =
        "/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"reduction\"/> is neither of the two.</exception>";

    /// <summary>Of single outputs every length is a number of rows.</summary>
    private string BadLength =>
        Plan.HasSingleOutput ? "The lengths differ" : "A length is no whole number of rows, the lengths differ";

    /// <summary>No message about a batch of single outputs names the head.</summary>
    private string BatchMember(CodeBlock documentation, string signature, string method, string arguments) =>
        Plan.HasSingleOutput
            ? WithoutHead(documentation, signature, method, arguments)
            : Member(documentation, signature, method, arguments);

    public string Render() =>
        CodeBlock.Stack(
            Map(
                "Sigmoid",
                "Turns rows of logits into probabilities",
                "logits",
                "The logits",
                "probabilities",
                "probabilities"
            ),
            Map(
                "LogSigmoid",
                "Turns rows of logits into logarithms of probabilities, in nats",
                "logits",
                "The logits",
                "logProbabilities",
                "logarithms"
            ),
            Map(
                "SigmoidDerivative",
                "The derivative of each probability with respect to its logit",
                "probabilities",
                "What <c>SigmoidBatch</c> gave",
                "derivatives",
                "derivatives"
            ),
            Predict(),
            Loss("BinaryCrossEntropy", "logits", "The logits", ""),
            Losses("BinaryCrossEntropy", "logits", "The logits", ""),
            Loss("BinaryCrossEntropyFromProbabilities", "probabilities", "The probabilities", " from probabilities"),
            Losses("BinaryCrossEntropyFromProbabilities", "probabilities", "The probabilities", " from probabilities"),
            Gradient()
        );

    private string Map(
        string method,
        string summary,
        string input,
        string description,
        string output,
        string results
    ) =>
        BatchMember(
            $$"""
            /// <summary>{{summary}}, as <c>{{method}}</c> does, bit for bit.</summary>
            {{Rows(input, description)}}
            {{Rows(output, $"Receives the {results}", $"May be the same memory as <paramref name=\"{input}\"/>.")}}
            {{Throws($"{BadLength}, or the two overlap in part.")}}
            """,
            $"void {method}Batch({Input} {input}, {Output} {output})",
            $"{method}Batch",
            $"{input}, {output}"
        );

    private string Predict() =>
        BatchMember(
            $$"""
            /// <summary>Whether each output of each row is more likely than not: its logit is 0 or above. NaN is not.</summary>
            {{Rows("logits", "The logits")}}
            {{Rows("labels", "Receives the labels", "Apart from the logits.")}}
            {{Throws($"{BadLength}, or the two overlap.")}}
            """,
            $"void PredictBatch({Input} logits, {OutputOf("bool")} labels)",
            "PredictBatch",
            "logits, labels"
        );

    private string Loss(string member, string input, string description, string from) =>
        BatchMember(
            $$"""
            /// <summary>The binary cross-entropy of a batch{{from}}, in nats: the mean or sum of what <c>{{member}}</c> gives for each row.</summary>
            {{Rows(input, description)}}
            {{Rows("targets", "The targets, 0, 1 or between")}}
            {{ReductionParameter}}
            {{ReturnsReduced}}
            {{Throws($"{BadLength}.")}}
            {{ThrowsReduction}}
            """,
            $"{T} {member}Batch({Input} {input}, {Input} targets, {Reduction} reduction = {Reduction}.Mean)",
            $"{member}Batch",
            $"{input}, targets, reduction"
        );

    private string Losses(string member, string input, string description, string from) =>
        BatchMember(
            $$"""
            /// <summary>The binary cross-entropy of each row{{from}}, in nats, as <c>{{member}}</c> gives it, bit for bit.</summary>
            {{Rows(input, description)}}
            {{Rows("targets", "The targets, 0, 1 or between")}}
            /// <param name="losses">Receives the loss of each row: one element per row, apart from the inputs.</param>
            {{Throws($"{BadLength}, or the losses overlap an input.")}}
            """,
            $"void {member}Batch({Input} {input}, {Input} targets, {Output} losses)",
            $"{member}Batch",
            $"{input}, targets, losses"
        );

    private string Gradient() =>
        BatchMember(
            $$"""
            /// <summary>The binary cross-entropy of a batch, and its gradient with respect to the logits: that of each row, divided by the number of rows where the loss is their mean.</summary>
            {{Rows("logits", "The logits")}}
            {{Rows("targets", "The targets, 0, 1 or between")}}
            {{Rows(
                "gradients",
                "Receives the gradient of the reduced loss",
                "May be the same memory as <paramref name=\"logits\"/> or <paramref name=\"targets\"/>."
            )}}
            {{ReductionParameter}}
            {{ReturnsReduced}}
            {{Throws($"{BadLength}, or the gradients overlap an input in part.")}}
            {{ThrowsReduction}}
            """,
            $"{T} BinaryCrossEntropyGradientBatch({Input} logits, {Input} targets, {Output} gradients, {Reduction} reduction = {Reduction}.Mean)",
            "BinaryCrossEntropyGradientBatch",
            "logits, targets, gradients, reduction"
        );
}
