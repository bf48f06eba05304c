using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>
/// Memory of which another length breaks nothing: all that is done with it is to pass it for a row, and to read and write
/// elements that it has before and after.
/// </summary>
internal sealed class ResizableMemory(HeadMembers heads, SymbolUses uses, HeadType head, bool grows)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    public bool Is(IOperation memory) =>
        memory switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => Is(conversion.Operand),
            ILocalReferenceOperation { Local: var local } => uses.OnlyValueOf(local) is { } value
                && Is(value)
                && AllowAll(local),
            _ => MemoryOrigin.IsCreation(memory),
        };

    private bool AllowAll(ILocalSymbol local) => !followed.Add(local) || uses.Of(local).All(Allows);

    private bool Allows(IOperation memory) =>
        memory.Parent switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => Allows(conversion),
            IArgumentOperation { Parent: IInvocationOperation invocation } argument => IsRow(invocation, argument),
            // An index from the end means another element then.
            IArrayElementReferenceOperation { Indices: [{ Type.SpecialType: SpecialType.System_Int32 } index] } =>
                Stays(index),
            IPropertyReferenceOperation
            {
                Property.IsIndexer: true,
                Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Int32 } index }],
            } => Stays(index),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var other } } => AllowAll(
                other
            ),
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == memory,
            _ => false,
        };

    private bool Stays(IOperation index) => grows || KnownNumber.ConstantOf(index) < head.Count;

    private bool IsRow(IInvocationOperation invocation, IArgumentOperation argument) =>
        heads.CallOf(invocation) is { } call
        && call.Head.Count == head.Count
        && call.Arguments.Any(passed =>
            passed.Operation == argument && passed.Role.Shape is Shape.Row or Shape.PartOfRow
        );
}
