using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.Analyzers;

/// <summary>The rules about uses of generated members, each with its page under docs/rules.</summary>
internal static class UseDescriptors
{
    public static readonly DiagnosticDescriptor RowLength = Create(
        "SMG1001",
        DiagnosticSeverity.Error,
        "A row has one element per class or output",
        "'{0}' of '{1}' has {2} elements: pass {3}"
    );

    public static readonly DiagnosticDescriptor BatchLength = Create(
        "SMG1002",
        DiagnosticSeverity.Error,
        "A batch is a whole number of rows",
        "'{0}' of '{1}' has {2} elements, which are no whole rows of {3}: pass a multiple of {3}, the number of rows times '{4}'"
    );

    public static readonly DiagnosticDescriptor LengthsDisagree = Create(
        "SMG1003",
        DiagnosticSeverity.Error,
        "The lengths of one call agree",
        "'{0}' of '{1}' has {2} elements, and '{3}' has {4}: pass {5}{6}"
    );

    public static readonly DiagnosticDescriptor LabelOutOfRange = Create(
        "SMG1004",
        DiagnosticSeverity.Error,
        "A label is one of the classes",
        "'{0}' has no class {1}: pass a label from 0 to {2}{3}"
    );

    public static readonly DiagnosticDescriptor ProbabilitiesAsLogits = Create(
        "SMG1005",
        DiagnosticSeverity.Warning,
        "Probabilities are passed where logits are wanted",
        "'{0}' holds probabilities, and '{1}' takes logits, so it would apply {2} twice: {3}"
    );

    public static readonly DiagnosticDescriptor LogitsAsProbabilities = Create(
        "SMG1006",
        DiagnosticSeverity.Warning,
        "Logits are passed where probabilities are wanted",
        "'{0}' holds {1}, and '{2}' takes probabilities: {3}"
    );

    public static readonly DiagnosticDescriptor LogOfProbability = Create(
        "SMG1007",
        DiagnosticSeverity.Info,
        "The loss of a label can be computed by the head",
        "This is the cross-entropy of a label: '{0}' {1}"
    );

    public static readonly DiagnosticDescriptor RowsInLoop = Create(
        "SMG1008",
        DiagnosticSeverity.Info,
        "Rows of a batch can be computed in one call",
        "'{0}' is called for each row of a batch: '{1}' takes all rows in one call and computes several at a time"
    );

    public static readonly DiagnosticDescriptor GradientByHand = Create(
        "SMG1009",
        DiagnosticSeverity.Info,
        "The gradient of a label can be computed by the head",
        "This makes the gradient of a cross-entropy of what '{1}' wrote: '{0}' writes it, exact where the probability is close to 1, and returns the loss"
    );

    public static readonly DiagnosticDescriptor ArgmaxByHand = Create(
        "SMG1010",
        DiagnosticSeverity.Info,
        "The class of the largest score can be found by the head",
        "This finds the class of the largest of the {1} in '{2}': '{0}' finds it in one call{3}"
    );

    public static IEnumerable<DiagnosticDescriptor> All =>
        [
            RowLength,
            BatchLength,
            LengthsDisagree,
            LabelOutOfRange,
            ProbabilitiesAsLogits,
            LogitsAsProbabilities,
            LogOfProbability,
            RowsInLoop,
            GradientByHand,
            ArgmaxByHand,
        ];

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(
            id,
            title,
            message,
            Descriptors.Category,
            severity,
            isEnabledByDefault: true,
            helpLinkUri: Descriptors.HelpLinkOf(id)
        );
}
