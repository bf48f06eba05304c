using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Memory by the local or parameter that had it first.</summary>
/// <param name="Symbol">It always means this memory.</param>
/// <param name="IsWhole">Whether an expression means all of the memory, not a part of it.</param>
internal sealed record Memory(ISymbol Symbol, bool IsWhole)
{
    public bool IsSame(Memory? other) => SymbolEqualityComparer.Default.Equals(Symbol, other?.Symbol);
}

/// <summary>Follows spans and arrays back to where a member gets them from.</summary>
internal sealed class MemoryOrigin(SymbolUses uses)
{
    private const int MaxSteps = 16;

    /// <summary>Null where the expression may mean different memory at different times.</summary>
    public Memory? Of(IOperation operation) => Of(operation, MaxSteps);

    /// <summary>Whether the memory is made for this local, or is the local, so that nothing outside of the member has it.</summary>
    public bool IsOwn(Memory memory) =>
        memory.Symbol is ILocalSymbol { IsRef: false } local
        && (InlineArrays.Is(local.Type) || (uses.OnlyValueOf(local) is { } value && IsCreation(value)));

    /// <summary>Whether an expression makes memory.</summary>
    public static bool IsCreation(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => SpanMethods.KeepsElements(conversion) && IsCreation(conversion.Operand),
            IArrayCreationOperation or ICollectionExpressionOperation => true,
            IInvocationOperation invocation => SpanMethods.KindOf(invocation.TargetMethod) == SpanMethod.Allocate,
            _ => Creations.IsStackalloc(value),
        };

    private Memory? Of(IOperation operation, int steps) =>
        steps == 0 ? null
        : SpanMethods.RangeOf(operation) is var (ranged, _) ? PartOf(ranged, steps - 1)
        : operation switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => Of(
                conversion.Operand,
                steps - 1
            ),
            IInvocationOperation invocation
                when SpanMethods.KindOf(invocation.TargetMethod) == SpanMethod.Slice
                    && SpanMethods.ValuesOf(invocation) is [{ } memory, ..] values => values.Count == 1
                ? Of(memory, steps - 1)
                : PartOf(memory, steps - 1),
            ILocalReferenceOperation reference => OfLocal(reference.Local, steps - 1),
            IParameterReferenceOperation { Parameter: var parameter } when uses.IsFixed(parameter) => new Memory(
                parameter,
                IsWhole: true
            ),
            _ => null,
        };

    private Memory? OfLocal(ILocalSymbol local, int steps)
    {
        var itself = new Memory(local, IsWhole: true);
        return local.IsRef ? null
            // An inline array is the memory itself: what it was given is another.
            : InlineArrays.Is(local.Type) ? itself
            : uses.OnlyValueOf(local) is { } value ? Of(value, steps) ?? itself
            : null;
    }

    private Memory? PartOf(IOperation memory, int steps) =>
        Of(memory, steps) is { } whole ? whole with { IsWhole = false } : null;
}
