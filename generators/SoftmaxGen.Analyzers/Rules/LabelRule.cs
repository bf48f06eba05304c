using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>Labels that are known at compile time and name no class.</summary>
internal static class LabelRule
{
    public static IEnumerable<Diagnostic> Check(HeadCall call, MemberFlow flow) =>
        call
            .Arguments.SelectMany(LabelsOf)
            .Select(label => (label.Syntax, Number: flow.Numbers.Of(label)))
            .Where(label => label.Number is { } number && !IsClass(number, call.Head))
            .Select(label => Report(label.Syntax, label.Number!.Value, call.Head));

    /// <summary>The label, or the labels where they are listed in the call itself.</summary>
    private static IEnumerable<IOperation> LabelsOf(HeadArgument argument) =>
        argument switch
        {
            { Name: "label" } => [argument.Value],
            { Name: "labels", Role.IsOutput: false } => ElementsOf(argument.Value),
            _ => [],
        };

    private static IEnumerable<IOperation> ElementsOf(IOperation values) =>
        values switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => ElementsOf(
                conversion.Operand
            ),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => [],
        };

    private static bool IsClass(long number, HeadType head) =>
        (number >= 0 && number < head.Count) || number == head.IgnoreIndex;

    private static Diagnostic Report(SyntaxNode at, long label, HeadType head) =>
        UseDiagnostic.Create(
            UseDescriptors.LabelOutOfRange,
            at,
            replacement: null,
            head.Name,
            label,
            head.Count - 1,
            head.IgnoreIndex is { } ignored ? $", or {ignored} for a row that does not count" : ""
        );
}
