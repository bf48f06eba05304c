using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>
/// The lengths of spans and arrays that the source shows, whatever happens at run time; null where it does not.
/// </summary>
internal sealed class KnownLength(SymbolUses uses)
{
    // Code under way may define variables by one another.
    private const int MaxSteps = 16;

    private readonly KnownNumber numbers = new(uses);

    public long? Of(IOperation operation) => Of(operation, MaxSteps) is >= 0 and var length ? length : null;

    /// <summary>Where the length is written that a span or array is made with, or null.</summary>
    public SyntaxNode? SizeSyntaxOf(IOperation operation)
    {
        for (var steps = MaxSteps; steps > 0; steps--)
        {
            switch (operation)
            {
                case IConversionOperation conversion when SpanMethods.KeepsElements(conversion):
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation local when uses.OnlyValueOf(local.Local) is { } value:
                    operation = value;
                    break;
                default:
                    return Creations.SizeSyntaxOf(operation.Syntax);
            }
        }

        return null;
    }

    private long? Of(IOperation operation, int steps) =>
        steps == 0 || operation.Type is null ? null
        : InlineArrays.LengthOf(operation.Type) is { } inline ? inline
        : SpanMethods.RangeOf(operation) is var (memory, part) ? OfRange(part, memory, steps - 1)
        : operation switch
        {
            IConversionOperation conversion => OfConversion(conversion, steps - 1),
            IArrayCreationOperation { DimensionSizes.Length: 1 } array => numbers.Of(array.DimensionSizes[0]),
            ICollectionExpressionOperation collection => OfElements(collection, steps - 1),
            ILocalReferenceOperation local
                when !uses.IsLengthTested(local.Local) && uses.OnlyValueOf(local.Local) is { } value => Of(
                value,
                steps - 1
            ),
            IFieldReferenceOperation field when FixedFields.ValueOf(field) is { } initial => Of(initial, steps - 1),
            IDefaultValueOperation when SpanMethods.IsSpan(operation.Type) => 0,
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Same(
                Of(choice.WhenTrue, steps - 1),
                Of(whenFalse, steps - 1)
            ),
            IArrayElementReferenceOperation { Indices: [IRangeOperation range] } slice => OfRange(
                range,
                slice.ArrayReference,
                steps - 1
            ),
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" } } property
                when SpanMethods.IsSpan(property.Property.ContainingType) => 0,
            IInvocationOperation invocation => OfMethod(invocation, steps - 1),
            IObjectCreationOperation creation when SpanMethods.IsSpan(creation.Type) => OfCreation(creation, steps - 1),
            _ => OfStackalloc(operation),
        };

    private long? OfConversion(IConversionOperation conversion, int steps) =>
        conversion.Operand is { ConstantValue: { HasValue: true, Value: null } } && SpanMethods.IsSpan(conversion.Type)
            ? 0
        : SpanMethods.KeepsElements(conversion) ? Of(conversion.Operand, steps)
        : null;

    /// <summary>A span over an array, or over a part of it. The one of a pointer has its length second.</summary>
    private long? OfCreation(IObjectCreationOperation creation, int steps)
    {
        var values = SpanMethods.ValuesOf(creation.Arguments);
        return values switch
        {
            [] => 0,
            [{ Type: IArrayTypeSymbol }, ..] => OfMemory(values, steps),
            [{ Type: IPointerTypeSymbol }, { } length] => numbers.Of(length),
            [_] => 1,
            _ => null,
        };
    }

    private long? OfElements(ICollectionExpressionOperation collection, int steps) =>
        collection.Elements.Aggregate(
            (long?)0,
            (sum, element) => sum + (element is ISpreadOperation spread ? Of(spread.Operand, steps) : 1)
        );

    private long? OfMethod(IInvocationOperation invocation, int steps)
    {
        var values = SpanMethods.ValuesOf(invocation);
        return (SpanMethods.KindOf(invocation.TargetMethod), values) switch
        {
            (SpanMethod.Slice or SpanMethod.Copy, _) => OfMemory(values, steps),
            (SpanMethod.Allocate, [{ } length, ..]) => numbers.Of(length),
            (SpanMethod.Create, [_, { } length]) => numbers.Of(length),
            (SpanMethod.Empty, _) => 0,
            _ => null,
        };
    }

    /// <summary>Of what is made from memory, memory and a start or range, or memory, a start and a length.</summary>
    private long? OfMemory(IReadOnlyList<IOperation?> values, int steps) =>
        values switch
        {
            [{ } memory] => Of(memory, steps),
            [{ } memory, IRangeOperation range] => OfRange(range, memory, steps),
            [{ } memory, { } start] => Of(memory, steps) - numbers.Of(start),
            [_, _, { } length] => numbers.Of(length),
            _ => null,
        };

    private long? OfRange(IRangeOperation range, IOperation memory, int steps)
    {
        var start = End.Of(range.LeftOperand, numbers) ?? End.First;
        var end = End.Of(range.RightOperand, numbers) ?? End.Last;
        if (start.IsFromEnd == end.IsFromEnd)
        {
            return start.IsFromEnd ? start.Offset - end.Offset : end.Offset - start.Offset;
        }

        var length = Of(memory, steps);
        return end.PositionIn(length) - start.PositionIn(length);
    }

    private static long? Same(long? one, long? other) => one == other ? one : null;

    /// <summary>The compiler has no operation for it, only for the length.</summary>
    private long? OfStackalloc(IOperation operation) =>
        !Creations.IsStackalloc(operation) ? null
        : Creations.StackallocElements(operation) is { } count ? count
        : operation.ChildOperations.Any() ? numbers.Of(operation.ChildOperations.First())
        : null;
}
