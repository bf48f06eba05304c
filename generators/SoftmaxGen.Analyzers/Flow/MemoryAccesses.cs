using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>All that a member does to memory of its own, through the local that has it and through others that share it.</summary>
internal sealed class MemoryAccesses(HeadMembers heads, SymbolUses uses)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    public IEnumerable<MemoryAccess> Of(ILocalSymbol local)
    {
        if (!followed.Add(local))
        {
            return [];
        }

        return uses.Of(local)
            .SelectMany(reference =>
                uses.IsDeclaredIn(local, Nesting.FunctionAround(reference))
                    ? Follow(reference)
                    // A lambda may run at any time.
                    : [MemoryAccess.Unknown]
            );
    }

    private IEnumerable<MemoryAccess> Follow(IOperation memory) =>
        memory.Parent switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => Follow(conversion),
            IConversionOperation { Type: var type } => IsReadOnlyView(type) ? Read : Unknown,
            IArgumentOperation { Parent: IInvocationOperation invocation } argument => FollowArgument(
                invocation,
                argument
            ),
            IArgumentOperation => SpanMethods.IsReadOnlySpan(memory.Type) ? Read : Unknown,
            IInvocationOperation invocation when invocation.Instance == memory => FollowMethod(invocation),
            IPropertyReferenceOperation property when property.Instance == memory => property.Property.IsIndexer
                ? OfElement(property)
                : Read,
            IImplicitIndexerReferenceOperation slice when slice.Instance == memory => slice.Argument is IRangeOperation
                ? Follow(slice)
                : OfElement(slice),
            IInlineArrayAccessOperation access when access.Instance == memory => access.Argument is IRangeOperation
                ? Follow(access)
                : OfElement(access),
            // A range of an array is a copy.
            IArrayElementReferenceOperation element when element.ArrayReference == memory => element.Indices
                is [IRangeOperation]
                ? Read
                : OfElement(element),
            IForEachLoopOperation loop when loop.Collection == memory => WritesElements(loop) ? Unknown : Read,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var other } } =>
                uses.OnlyValueOf(other) is not null ? Of(other) : Unknown,
            // The only assignment of a local: what it means is what is followed here.
            ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == memory => Read,
            INameOfOperation or IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation => Read,
            IReturnOperation { Kind: OperationKind.Return } => Read,
            _ => Unknown,
        };

    private static IEnumerable<MemoryAccess> Read => [MemoryAccess.Read];

    private static IEnumerable<MemoryAccess> Unknown => [MemoryAccess.Unknown];

    private IEnumerable<MemoryAccess> FollowArgument(IInvocationOperation invocation, IArgumentOperation argument)
    {
        if (heads.CallOf(invocation) is { } call)
        {
            var passed = call.Arguments.First(candidate => candidate.Operation == argument);
            return passed.Role.IsOutput ? [new MemoryAccess(AccessKind.Write, passed)] : Read;
        }

        return SpanMethods.KindOf(invocation.TargetMethod) switch
        {
            SpanMethod.Slice when argument.Parameter?.Ordinal == 0 => Follow(invocation),
            _ when !SpanMethods.IsReadOnlySpan(argument.Value.Type) => Unknown,
            // These take the "read only" away.
            _ when invocation.TargetMethod.ContainingType.Name is "MemoryMarshal" or "Unsafe" => Unknown,
            _ => Read,
        };
    }

    /// <summary>A method of the span or array itself.</summary>
    private IEnumerable<MemoryAccess> FollowMethod(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name switch
        {
            "Slice" => Follow(invocation),
            "ToArray" or "CopyTo" or "TryCopyTo" or "ToString" or "GetLength" => Read,
            _ => Unknown,
        };

    private static IEnumerable<MemoryAccess> OfElement(IOperation element) =>
        SymbolUse.Of(element).Kind == UseKind.Read && !IsReferenced(element) ? Read : Unknown;

    /// <summary>Calls on the element, and everything that is not a value of a number, may write it.</summary>
    private static bool IsReferenced(IOperation element) =>
        element.Parent is IReturnOperation or IVariableInitializerOperation && IsRefSyntax(element)
        || (element.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None });

    private static bool IsRefSyntax(IOperation element) =>
        element.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.RefExpressionSyntax;

    private static bool WritesElements(IForEachLoopOperation loop) =>
        loop.Locals.Any(local => local.RefKind == RefKind.Ref);

    private static bool IsReadOnlyView(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_IEnumerable
                or SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T;
}
