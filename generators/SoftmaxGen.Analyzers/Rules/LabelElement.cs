using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>The element of a row that belongs to a label, as code written by hand names it.</summary>
internal static class LabelElement
{
    public static (IOperation Row, IOperation Label)? Of(IOperation value) =>
        value switch
        {
            IConversionOperation { IsImplicit: true } conversion => Of(conversion.Operand),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span, Arguments: [var index] }
                when SpanMethods.IsSpan(span.Type) => (span, index.Value),
            IArrayElementReferenceOperation { Indices: [var index] } element => (element.ArrayReference, index),
            IInlineArrayAccessOperation element => (element.Instance, element.Argument),
            _ => null,
        };

    /// <summary>The call of softmax that wrote the row where the element is certainly one of the label's, or null.</summary>
    public static HeadCall? SoftmaxOf((IOperation Row, IOperation Label) element, IOperation reader, MemberFlow flow) =>
        flow.Contents.Of(element.Row, reader) is { Content: Content.Probabilities, Call: var call }
        && call.Member.Name == "Softmax"
        && flow.Origins.Of(element.Row) is { IsWhole: true }
        && IsOneLabel(element.Label, reader, call, flow)
            ? call
            : null;

    /// <summary>
    /// Whether the index is a label. One that changes while the probabilities stay may go through all classes, which is
    /// something else than a loss.
    /// </summary>
    private static bool IsOneLabel(IOperation index, IOperation reader, HeadCall softmax, MemberFlow flow) =>
        index.Type is { SpecialType: SpecialType.System_Int32 }
        && (
            LoopAround(reader) == LoopAround(softmax.Operation)
            || index.DescendantsAndSelf().All(part => IsFixed(part, flow))
        );

    private static bool IsFixed(IOperation part, MemberFlow flow) =>
        part switch
        {
            ILocalReferenceOperation local => flow.Uses.IsFixed(local.Local),
            IParameterReferenceOperation parameter => flow.Uses.IsFixed(parameter.Parameter),
            IPropertyReferenceOperation property => SpanMethods.IsOfMemory(property.Property),
            IFieldReferenceOperation or IInvocationOperation => part.ConstantValue.HasValue,
            _ => true,
        };

    /// <summary>What softmax was computed from, where it is a variable that still holds it.</summary>
    public static SyntaxNode? LogitsStillThere(HeadCall softmax, IOperation reader, MemberFlow flow) =>
        softmax.Argument(Content.Logits) is { Syntax: IdentifierNameSyntax name } argument
        && flow.Origins.Of(argument.Value) is { } memory
        && flow.Contents.IsUnchanged(memory, softmax, reader)
            ? name
            : null;

    private static IOperation? LoopAround(IOperation operation) =>
        Nesting.Ancestors(operation).FirstOrDefault(outer => outer is ILoopOperation);
}
