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
            .Arguments.SelectMany(argument => LabelsOf(argument, flow))
            .Select(label => (label.Syntax, Number: flow.Numbers.Of(label), Value: flow.Numbers.ValueOf(label)))
            .Where(label => label.Number is { } number && !IsClass(number, call.Head))
            .Select(label => Report(label.Syntax, label.Value!, call.Head));

    /// <summary>The label, or the labels where they are listed and stay as they are.</summary>
    private static IEnumerable<IOperation> LabelsOf(HeadArgument argument, MemberFlow flow) =>
        argument switch
        {
            { Name: "label" } => [argument.Value],
            { Name: "labels", Role.IsOutput: false } => ElementsOf(Listed(argument.Value, flow)),
            _ => [],
        };

    /// <summary>What a local was made with that is only read.</summary>
    private static IOperation Listed(IOperation labels, MemberFlow flow) =>
        flow.Origins.Of(labels) is { IsWhole: true, Symbol: ILocalSymbol local } memory
        && new OwnMemory(flow.Heads, flow.Uses).AccessesOf(memory) is { } accesses
        && accesses.All(access => access.Kind == AccessKind.Read)
        && flow.Uses.OnlyValueOf(local) is { } value
            ? value
            : labels;

    private static IEnumerable<IOperation> ElementsOf(IOperation values) =>
        values switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => ElementsOf(
                conversion.Operand
            ),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => Creations.StackallocElementsOf(values),
        };

    private static bool IsClass(long number, HeadType head) =>
        (number >= 0 && number < head.Count) || number == head.IgnoreIndex;

    private static Diagnostic Report(SyntaxNode at, object label, HeadType head) =>
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
