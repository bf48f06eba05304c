using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>What a batch member takes for what a loop passes row by row; null where that is not rows of one batch.</summary>
internal sealed class BatchArguments(RowLoop loop, HeadCall call, MemberFlow flow)
{
    private const string LengthSuffix = ".Length";

    private readonly List<(Memory Memory, string Text)> passed = [];

    private int Count => call.Head.Count;

    /// <summary>
    /// Whether the batch, once all arguments are known, does what the loop does. It takes no part of a row at the end, and no
    /// memory twice that begins at different places.
    /// </summary>
    public bool AreEquivalent =>
        (loop.CountsRows || EndsWithRow)
        && passed.All(one => passed.All(other => !one.Memory.IsSame(other.Memory) || one.Text == other.Text));

    private bool EndsWithRow =>
        passed.Any(part => loop.Bound.Syntax.ToString() == part.Text + LengthSuffix)
        || flow.Numbers.Of(loop.Bound) % Count == 0
        || loop.Bound is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            && (flow.Numbers.Of(product.LeftOperand) == Count || flow.Numbers.Of(product.RightOperand) == Count);

    /// <summary>For an argument of the call in the loop.</summary>
    public string? AllRows(HeadArgument argument) =>
        argument.Role.Shape == Shape.Row ? AllElements(argument.Value) : OnePerRow(argument.Value);

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
                    && SpanMethods.ValuesOf(invocation) is [{ } sliced, { } start, { } length]
                    && loop.IsStart(start, Count, flow)
                    && flow.Numbers.Of(length) == Count => Prefix(sliced, ElementCount),
            _ when SpanMethods.RangeOf(slice) is var (memory, range) && IsRow(range) => Prefix(memory, ElementCount),
            _ => null,
        };

    private bool IsRow(IRangeOperation range) =>
        range
            is {
                LeftOperand: IConversionOperation { Operand: var start },
                RightOperand: IConversionOperation { Operand: var end },
            }
        && loop.IsStart(start, Count, flow)
        && loop.IsEnd(end, Count, flow);

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
        if (
            symbol is null
            || !flow.Uses.IsFixed(symbol)
            || IsDeclaredInLoop(symbol)
            || flow.Origins.Of(memory) is not { } origin
        )
        {
            return null;
        }

        var text = FirstElements(memory, length);
        passed.Add((origin, text));
        return text;
    }

    private static string FirstElements(IOperation memory, string length) =>
        length == memory.Syntax + LengthSuffix ? memory.Syntax.ToString()
        : memory.Type is not IArrayTypeSymbol ? $"{memory.Syntax}.Slice(0, {length})"
        : HasAsSpan(memory) ? $"{memory.Syntax}.AsSpan(0, {length})"
        : $"global::System.MemoryExtensions.AsSpan({memory.Syntax}, 0, {length})";

    /// <summary>Whether the extension is in scope.</summary>
    private static bool HasAsSpan(IOperation array) =>
        array
            .SemanticModel?.LookupSymbols(
                array.Syntax.SpanStart,
                array.Type,
                "AsSpan",
                includeReducedExtensionMethods: true
            )
            .IsEmpty == false;

    private bool IsDeclaredInLoop(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => loop.Syntax.Span.Contains(reference.Span));
}
