using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

internal enum UseKind
{
    /// <summary>The variable keeps what it holds.</summary>
    Read,

    /// <summary>It is assigned a value that the source shows.</summary>
    Assigned,

    /// <summary>It may be given any value: it is counted up, passed by reference, taken the address of.</summary>
    Open,
}

/// <summary>What one mention of a local or parameter does to the variable itself, not to what it refers to.</summary>
/// <param name="Kind">Whether the variable keeps its value.</param>
/// <param name="Value">What is assigned, if anything.</param>
internal readonly record struct SymbolUse(UseKind Kind, IOperation? Value = null)
{
    private static readonly SymbolUse Read = new(UseKind.Read);
    private static readonly SymbolUse Open = new(UseKind.Open);

    public static SymbolUse Of(IOperation reference) =>
        reference.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: true } => Open,
            ISimpleAssignmentOperation assignment when assignment.Target == reference => new SymbolUse(
                UseKind.Assigned,
                assignment.Value
            ),
            IAssignmentOperation assignment when assignment.Target == reference => Open,
            IIncrementOrDecrementOperation or IAddressOfOperation or IDeclarationExpressionOperation => Open,
            // An extension member may take it by reference; the block that declares such members has no name.
            IInvocationOperation { TargetMethod.ContainingType.CanBeReferencedByName: false } => Open,
            IPropertyReferenceOperation { Property.ContainingType.CanBeReferencedByName: false } => Open,
            IArgumentOperation argument => IsByValue(argument) ? Read : Open,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => Open,
            IConditionalOperation { IsRef: true } => Open,
            ITupleOperation tuple => IsDeconstructed(tuple) ? Open : Read,
            IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation => Open,
            { } outer when Creations.IsStackalloc(outer) => Read,
            // Syntax that the compiler does not describe.
            null or { Kind: OperationKind.None or OperationKind.Invalid } => Open,
            _ => Read,
        };

    private static bool IsByValue(IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter };

    private static bool IsDeconstructed(ITupleOperation tuple)
    {
        IOperation outer = tuple;
        while (outer.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            outer = outer.Parent;
        }

        return outer.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == outer;
    }
}
