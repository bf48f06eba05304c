using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What throws when a check fails. Its code stays out of the methods that check.</summary>
internal sealed class ThrowTemplate(HeadModel head, KernelPlan plan, Attributes attributes)
{
    public string Render() => CodeBlock.Stack(Parameters(), Throwers(), BatchThrowers());

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
    public static string Parameter(string name) => $"Parameter.{Member(name)}";

    private static string Member(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>Checks pass a number: to have a string at hand would cost a row of few classes a tenth of its time.</summary>
    private static string Parameters() =>
        CodeBlock.Render(
            $$"""
            private enum Parameter
            {
                {{CodeBlock.Lines(ParameterNames.Select(name => $"{Member(name)},"))}}
            }

            {{Attributes.Inline}}
            private static string NameOf(Parameter parameter) =>
                parameter switch
                {
                    {{CodeBlock.Lines(
                ParameterNames.Take(ParameterNames.Length - 1).Select(name => $"{Parameter(name)} => \"{name}\",")
            )}}
                    _ => "{{ParameterNames[ParameterNames.Length - 1]}}",
                };
            """
        );

    private string BatchThrowers() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowRows(int length, Parameter parameter) =>
                throw new ArgumentException($"{{head.Type.PlainName}} takes whole rows of {{plan.Classes}} elements, one per class, but '{NameOf(parameter)}' has {length}, which is no multiple of {{plan.Classes}}.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowSameLength(int wanted, int length, Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' has {length} elements, but {wanted} are wanted: one per class and row, as in the first argument.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowOnePerRow(int rows, int length, Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' has {length} elements, but {rows} are wanted: one per row of {{plan.Classes}} classes.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowNotApart(Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input: pass memory apart from it.", NameOf(parameter));

            {{CodeBlock.Stack(
                LabelForm.WithEntries(plan.Options).Select(ThrowLabels)
            )}}

            {{attributes.Throw}}
            private static void ThrowReduction(Reduction reduction) =>
                throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "A batch of losses is reduced by Reduction.Mean or Reduction.Sum.");
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
            {{attributes.Throw}}
            private static void ThrowLength(int length, Parameter parameter) =>
                throw new ArgumentException($"{{head.Type.PlainName}} takes rows of exactly {{plan.Classes}} elements, one per class, but '{NameOf(parameter)}' has {length}.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowOverlap(Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input in part: pass the same memory, or memory apart from it.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowLabel(int label) =>
                throw new ArgumentOutOfRangeException(nameof(label), label, "A label of {{head.Type.PlainName}} is {{LabelRange}}.");

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
