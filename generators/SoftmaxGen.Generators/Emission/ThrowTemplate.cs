using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What throws when a check fails. Its code stays out of the methods that check.</summary>
internal sealed class ThrowTemplate(HeadModel head, KernelPlan plan, Attributes attributes)
{
    private readonly RowThrows rows = new(head.Type, plan.Classes, "class", "classes", ParameterNames, attributes);

    public string Render() =>
        CodeBlock.Stack(
            rows.Parameters(),
            rows.OfRows(),
            Throwers(),
            rows.OfWholeRows(),
            rows.OfBatches(),
            CodeBlock.Stack(LabelForm.WithEntries(plan.Options).Select(ThrowLabels)),
            rows.OfReduction()
        );

    private static readonly string[] ParameterNames =
    [
        "logits",
        "probabilities",
        "logProbabilities",
        "scores",
        "target",
        "targets",
        "labels",
        "upstream",
        "gradient",
        "gradients",
        "losses",
        "values",
    ];

    /// <summary>A checked parameter, as the emitted code names it.</summary>
    public static string Parameter(string name) => RowThrows.Parameter(name);

    private string ThrowLabel(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowLabel({{form.Type}} label) =>
                throw new ArgumentOutOfRangeException(nameof(label), label, "A label of {{head.Type.PlainName}} is {{LabelRange}}.");
            """
        );

    private string ThrowLabels(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowLabels(int row, {{form.Type}} label) =>
                throw new ArgumentOutOfRangeException("labels", label, $"The label of row {row} is {label}. A label of {{head.Type.PlainName}} is {{LabelRange}}.");
            """
        );

    /// <summary>What a label may be, in words.</summary>
    private string LabelRange =>
        CodeBlock.Render($"a class index from 0 to {plan.Classes - 1}")
        + (
            plan.Options.IgnoreIndex is { IsClass: false } ignored
                ? CodeBlock.Render($", or {ignored.Label} where the row is to be ignored")
                : ""
        );

    private string Throwers() =>
        CodeBlock.Render(
            $$"""
            {{CodeBlock.Stack(
                LabelForm.All(plan.Options).Where(form => form.IsIndex || form.IsWide).Select(ThrowLabel)
            )}}

            {{attributes.Throw}}
            private static void ThrowTop(int labels, int values) =>
                throw new ArgumentException($"TopK writes as many labels as values, at most {{plan.Classes}}, but 'labels' has {labels} elements and 'values' {values}.", labels > {{plan.Classes}} ? "labels" : "values");

            {{attributes.Throw}}
            private static void ThrowUniform({{ElementSyntax.Of(plan.Element).Type}} uniform) =>
                throw new ArgumentOutOfRangeException(nameof(uniform), uniform, "The uniform number lies in [0, 1], as a random generator gives it.");

            {{attributes.Throw}}
            private static void ThrowNoDistribution() =>
                throw new ArgumentException("The row has no distribution to sample from: a logit is NaN or +infinity, or all are -infinity.", "logits");
            """
        );
}
