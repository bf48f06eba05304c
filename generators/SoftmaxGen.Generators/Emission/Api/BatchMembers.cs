using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about many rows that the user calls. Each hands over to the kernel class.</summary>
internal sealed class BatchMembers(KernelPlan plan, TypeModel head, LabelType? labels)
    : MemberDocumentation(plan.Kernel, head, plan.Classes, ElementSyntax.Of(plan.Element).Type)
{
    private const string InPlaceOfLogits = "May be the same memory as <paramref name=\"logits\"/>.";

    private const string ReductionParameter =
        "/// <param name=\"reduction\">Whether the losses of the rows become their mean, as by default, or their sum.</param>";

    private readonly OptionRemarks options = new(plan);

    private string ReturnsReduced =>
        $"/// <returns>The mean or the sum of the losses, {Added}. The mean of no rows is NaN, the sum 0.</returns>";

    private string Added => T == "float" ? "added in double" : "added with what is rounded off";

    private string ReturnsReducedLabels =>
        plan.Options.HasRowWeights
            ? $"/// <returns>The sum of the losses, {Added}, or their mean: the sum over {options.Denominator}. Where that is 0 the mean is {(plan.Options.Losses is { Smoothing: not null, IsWeighted: true } ? "NaN or infinite" : "NaN")}.</returns>"
            : ReturnsReduced;

    /// <summary>The number of rows is a double, but not always a float.</summary>
    private string ScaleRemark =>
        $"/// <remarks>The division is a multiplication by the rounded 1 / rows, which adds at most 1.5 ULP{(T == "float" ? " (up to 2^24 rows)" : "")}.</remarks>";

    private const string LossesParameter =
        "/// <param name=\"losses\">Receives the loss of each row: one element per row, apart from the inputs.</param>";

    private const string BadReduction = ", or <paramref name=\"reduction\"/> is neither of the two";

    private const string ThrowsReduction =
        "/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"reduction\"/> is neither of the two.</exception>";

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            CodeBlock.Stack(Forms.Select(Predict)),
            CodeBlock.Stack(Forms.Select(Accuracy)),
            LossesOfLabels("CrossEntropyBatch", Logits),
            LossOfTargets("CrossEntropyBatch", Logits),
            LossesOfTargets("CrossEntropyBatch", Logits),
            LossesOfLabels("CrossEntropyFromProbabilitiesBatch", Probabilities),
            LossOfTargets("CrossEntropyFromProbabilitiesBatch", Probabilities),
            LossesOfTargets("CrossEntropyFromProbabilitiesBatch", Probabilities),
            CodeBlock.Stack(Forms.Select(GradientOfLabels)),
            GradientOfTargets()
        );

    private static readonly LossInput Logits = new("logits", "The logits", "", "CrossEntropy");
    private static readonly LossInput Probabilities = new(
        "probabilities",
        "The probabilities",
        " from probabilities",
        "CrossEntropyFromProbabilities"
    );

    private string Softmax() =>
        Member(
            $$"""
            /// <summary>Turns each row of logits into probabilities, as <c>Softmax</c> does, bit for bit.</summary>
            {{Rows("logits", "The logits")}}
            {{Rows("probabilities", "Receives the probabilities", InPlaceOfLogits)}}
            {{Throws("A length is no whole number of rows, the lengths differ, or the two overlap in part.")}}
            """,
            $"void SoftmaxBatch({Input} logits, {Output} probabilities)",
            "SoftmaxBatch",
            "logits, probabilities"
        );

    private string LogSoftmax() =>
        Member(
            $$"""
            /// <summary>Turns each row of logits into logarithms of probabilities, in nats, as <c>LogSoftmax</c> does, bit for bit.</summary>
            {{Rows("logits", "The logits")}}
            {{Rows("logProbabilities", "Receives the logarithms", InPlaceOfLogits)}}
            {{Throws("A length is no whole number of rows, the lengths differ, or the two overlap in part.")}}
            """,
            $"void LogSoftmaxBatch({Input} logits, {Output} logProbabilities)",
            "LogSoftmaxBatch",
            "logits, logProbabilities"
        );

    private string Predict(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The class with the largest score in each row, as <c>Predict</c> finds it.</summary>
            {{Rows("scores", "Logits or probabilities")}}
            /// <param name="labels">Receives the class index of each row: one element per row.</param>
            {{Throws("A length does not fit the number of rows, or the two overlap.")}}
            """,
            $"void PredictBatch({Input} scores, {OutputOf(form.Type)} labels)",
            "PredictBatch",
            $"scores, {form.SpanArgument("labels")}"
        );

    private IEnumerable<LabelForm> Forms => FormsOf(labels);

    private string Accuracy(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The share of the rows that <c>Predict</c> finds the label of, from 0 to 1.</summary>
            {{Rows("scores", "Logits or probabilities")}}
            {{Labels(form)}}
            /// <returns>The number of right predictions over {{(
                plan.Options.IgnoreIndex is null ? "the number of rows" : "the number of rows that are not ignored"
            )}}; NaN where that is 0.</returns>
            {{Throws("A length does not fit the number of rows.")}}
            {{ThrowsLabels()}}
            """,
            $"{T} Accuracy({Input} scores, {InputOf(form.Type)} labels)",
            "Accuracy",
            $"scores, {form.SpanArgument("labels")}"
        );

    private string LossesOfLabels(string method, LossInput input) =>
        CodeBlock.Stack(
            Forms.SelectMany(form => new[] { LossOfLabels(method, input, form), LossesOfLabels(method, input, form) })
        );

    private string LossOfLabels(string method, LossInput input, LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a batch of labels{{input.From}}, in nats: the mean or sum of what <c>{{input.RowMember}}</c> gives for each row.</summary>
            {{Rows(input.Name, input.Description)}}
            {{Labels(form, NotAsCollection)}}
            {{ReductionParameter}}
            {{ReturnsReducedLabels}}
            {{Throws("A length does not fit the number of rows.")}}
            {{ThrowsLabels(BadReduction)}}
            """,
            $"{T} {method}({Input} {input.Name}, {InputOf(form.Type)} labels, {Reduction} reduction = {Reduction}.Mean)",
            method,
            $"{input.Name}, {form.SpanArgument("labels")}, reduction"
        );

    private string LossesOfLabels(string method, LossInput input, LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of the label of each row{{input.From}}, in nats, as <c>{{input.RowMember}}</c> gives it, bit for bit.</summary>
            {{Rows(input.Name, input.Description)}}
            {{Labels(form, NotAsCollection)}}
            {{LossesParameter}}
            {{Throws("A length does not fit the number of rows, or the losses overlap an input.")}}
            {{ThrowsLabels()}}
            """,
            $"void {method}({Input} {input.Name}, {InputOf(form.Type)} labels, {Output} losses)",
            method,
            $"{input.Name}, {form.SpanArgument("labels")}, losses"
        );

    private string LossOfTargets(string method, LossInput input) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a batch of target distributions{{input.From}}, in nats: the mean or sum of what <c>{{input.RowMember}}</c> gives for each row.</summary>
            {{Rows(input.Name, input.Description)}}
            {{Rows("targets", "The targets, one-hot or soft")}}
            {{ReductionParameter}}
            {{ReturnsReduced}}
            {{Throws("A length is no whole number of rows, or the lengths differ.")}}
            {{ThrowsReduction}}
            """,
            $"{T} {method}({Input} {input.Name}, {Input} targets, {Reduction} reduction = {Reduction}.Mean)",
            method,
            $"{input.Name}, targets, reduction"
        );

    private string LossesOfTargets(string method, LossInput input) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of the target of each row{{input.From}}, in nats, as <c>{{input.RowMember}}</c> gives it, bit for bit.</summary>
            {{Rows(input.Name, input.Description)}}
            {{Rows("targets", "The targets, one-hot or soft")}}
            {{LossesParameter}}
            {{Throws("A length does not fit the number of rows, or the losses overlap an input.")}}
            """,
            $"void {method}({Input} {input.Name}, {Input} targets, {Output} losses)",
            method,
            $"{input.Name}, targets, losses"
        );

    private string GradientOfLabels(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a batch of labels, and its gradient with respect to the logits: that of each row, divided by {{options.Denominator}} where the loss is their mean.</summary>
            {{(plan.Options.HasRowWeights ? "" : ScaleRemark)}}
            {{Rows("logits", "The logits")}}
            {{Labels(form, NotAsCollection)}}
            {{Rows("gradients", "Receives the gradient of the reduced loss", InPlaceOfLogits)}}
            {{ReductionParameter}}
            {{ReturnsReducedLabels}}
            {{Throws("A length does not fit the number of rows, or the gradients overlap an input in part.")}}
            {{ThrowsLabels(BadReduction)}}
            """,
            $"{T} CrossEntropyGradientBatch({Input} logits, {InputOf(form.Type)} labels, {Output} gradients, {Reduction} reduction = {Reduction}.Mean)",
            "CrossEntropyGradientBatch",
            $"logits, {form.SpanArgument("labels")}, gradients, reduction"
        );

    private string GradientOfTargets() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a batch of target distributions, and its gradient with respect to the logits: that of each row, divided by the number of rows where the loss is their mean.</summary>
            {{ScaleRemark}}
            {{Rows("logits", "The logits")}}
            {{Rows("targets", "The targets, one-hot or soft")}}
            {{Rows(
                "gradients",
                "Receives the gradient of the reduced loss",
                "May be the same memory as <paramref name=\"logits\"/> or <paramref name=\"targets\"/>."
            )}}
            {{ReductionParameter}}
            {{ReturnsReduced}}
            {{Throws("A length does not fit the number of rows, or the gradients overlap an input in part.")}}
            {{ThrowsReduction}}
            """,
            $"{T} CrossEntropyGradientBatch({Input} logits, {Input} targets, {Output} gradients, {Reduction} reduction = {Reduction}.Mean)",
            "CrossEntropyGradientBatch",
            "logits, targets, gradients, reduction"
        );

    /// <summary>What a loss is taken from.</summary>
    private sealed record LossInput(string Name, string Description, string From, string RowMember);
}
