using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>What a batch member takes for what a loop passes row by row; null where that is not rows of one batch.</summary>
internal sealed class BatchArguments(RowLoop loop, HeadCall call, MemberFlow flow)
{
    private int Count => call.Head.Count;

    /// <summary>For an argument of the call in the loop.</summary>
    public string? AllRows(HeadArgument argument) =>
        argument.Operation.Syntax is ArgumentSyntax { NameColon: not null } ? null
        : argument.Role.Shape == Shape.Row ? AllElements(argument.Value)
        : OnePerRow(argument.Value);

    /// <summary>For an element of an array or span that belongs to the row.</summary>
    public string? OnePerRow(IOperation element) =>
        element switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span, Arguments: [var index] }
                when SpanMethods.IsSpan(span.Type) && loop.IsRow(index.Value, Count, flow) => Prefix(span, RowCount),
            IArrayElementReferenceOperation { Indices: [var index] } row when loop.IsRow(index, Count, flow) => Prefix(
                row.ArrayReference,
                RowCount
            ),
            _ => null,
        };

    private string Bound =>
        loop.Bound.Syntax is BinaryExpressionSyntax ? $"({loop.Bound.Syntax})" : loop.Bound.Syntax.ToString();

    private string RowCount => loop.CountsRows ? loop.Bound.Syntax.ToString() : $"{Bound} / {call.CountSyntax}";

    private string ElementCount => loop.CountsRows ? $"{Bound} * {call.CountSyntax}" : loop.Bound.Syntax.ToString();

    private string? AllElements(IOperation slice) =>
        slice switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => AllElements(
                conversion.Operand
            ),
            // A slice that has a name in the loop.
            ILocalReferenceOperation local when flow.Uses.OnlyValueOf(local.Local) is { } value && IsInLoop(value) =>
                AllElements(value),
            IInvocationOperation invocation
                when SpanMethods.KindOf(invocation.TargetMethod) == SpanMethod.Slice
                    && SpanMethods.ValuesOf(invocation) is [{ } memory, { } start, { } length]
                    && loop.IsStart(start, Count, flow)
                    && flow.Numbers.Of(length) == Count => Prefix(memory, ElementCount),
            IImplicitIndexerReferenceOperation
            {
                Argument: IRangeOperation
                {
                    LeftOperand: IConversionOperation { Operand: var start },
                    RightOperand: IConversionOperation { Operand: var end },
                },
            } range when loop.IsStart(start, Count, flow) && loop.IsEnd(end, Count, flow) => Prefix(
                range.Instance,
                ElementCount
            ),
            _ => null,
        };

    private bool IsInLoop(IOperation operation) => loop.Syntax.Span.Contains(operation.Syntax.Span);

    /// <summary>The first elements of memory that the loop does not exchange.</summary>
    private string? Prefix(IOperation memory, string length)
    {
        var symbol = memory switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        return symbol is null || !flow.Uses.IsFixed(symbol) || IsDeclaredInLoop(symbol) ? null
            : length == memory.Syntax + ".Length" ? memory.Syntax.ToString()
            : memory.Type is IArrayTypeSymbol ? $"{memory.Syntax}.AsSpan(0, {length})"
            : $"{memory.Syntax}.Slice(0, {length})";
    }

    private bool IsDeclaredInLoop(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => loop.Syntax.Span.Contains(reference.Span));
}
