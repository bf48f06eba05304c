using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>All that a member does to memory of its own, through the local that has it and through others that share it.</summary>
internal sealed class MemoryAccesses(HeadMembers heads, SymbolUses uses)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    private static IEnumerable<MemoryAccess> Read => [MemoryAccess.Read];

    private static IEnumerable<MemoryAccess> Unknown => [MemoryAccess.Unknown];

    public IEnumerable<MemoryAccess> Of(ILocalSymbol local)
    {
        if (!followed.Add(local))
        {
            return [];
        }

        return uses.Of(local)
            .SelectMany(reference =>
                // A lambda may run at any time.
                uses.IsDeclaredIn(local, Nesting.FunctionAround(reference))
                    ? Follow(reference)
                    : Unknown
            );
    }

    private IEnumerable<MemoryAccess> Follow(IOperation memory) =>
        memory.Parent switch
        {
            IConversionOperation conversion when SpanMethods.KeepsElements(conversion) => Follow(conversion),
            IConversionOperation { Parent: IForEachLoopOperation loop } => OfLoop(loop),
            IForEachLoopOperation loop when loop.Collection == memory => OfLoop(loop),
            IArgumentOperation { Parent: IInvocationOperation invocation } argument => OfArgument(invocation, argument),
            IInvocationOperation invocation when invocation.Instance == memory => OfMethod(invocation),
            IPropertyReferenceOperation property when property.Instance == memory => OfProperty(property),
            { } range when SpanMethods.RangeOf(range)?.Memory == memory => Follow(range),
            IImplicitIndexerReferenceOperation element when element.Instance == memory => OfElement(element),
            IInlineArrayAccessOperation element when element.Instance == memory => OfElement(element),
            // A range of an array is a copy.
            IArrayElementReferenceOperation { Indices: [IRangeOperation] } => Read,
            IArrayElementReferenceOperation element when element.ArrayReference == memory => OfElement(element),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var other } } => OfOther(
                other
            ),
            // The only assignment of a local: what it means is what is followed here.
            ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == memory => InlineArrays.Is(
                memory.Type
            )
                ? Unknown
                : Read,
            // Other patterns may give it one more name.
            IIsPatternOperation { Pattern: IConstantPatternOperation } => Read,
            INameOfOperation or IExpressionStatementOperation or IBinaryOperation { OperatorMethod: null } => Read,
            IReturnOperation { Kind: OperationKind.Return } => Read,
            _ => Unknown,
        };

    private static IEnumerable<MemoryAccess> OfLoop(IForEachLoopOperation loop) =>
        loop.Locals.Any(local => local.RefKind == RefKind.Ref) ? Unknown : Read;

    private IEnumerable<MemoryAccess> OfArgument(IInvocationOperation invocation, IArgumentOperation argument)
    {
        if (heads.CallOf(invocation) is { } call)
        {
            var passed = call.Arguments.FirstOrDefault(candidate => candidate.Operation == argument);
            return passed is null ? Unknown
                : passed.Role.IsOutput ? [new MemoryAccess(AccessKind.Write, passed)]
                : Read;
        }

        return SpanMethods.KindOf(invocation.TargetMethod) == SpanMethod.Slice && argument.Parameter?.Ordinal == 0
                ? Follow(invocation)
            : SpanMethods.IsReadOnlySpan(argument.Value.Type) && !MayKeep(invocation.TargetMethod) ? Read
            : Unknown;
    }

    /// <summary>Whether a method that reads memory may hand it on, or take the "read only" away.</summary>
    private static bool MayKeep(IMethodSymbol method) =>
        method.ReturnsByRef
        || method.ReturnsByRefReadonly
        || method.ReturnType.IsRefLikeType
        || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)
        || method is { IsStatic: false, ContainingType.IsRefLikeType: true }
        || method.ContainingType.Name is "MemoryMarshal" or "Unsafe";

    /// <summary>A method of the span or array itself.</summary>
    private IEnumerable<MemoryAccess> OfMethod(IInvocationOperation invocation) =>
        !SpanMethods.IsOfMemory(invocation.TargetMethod)
            ? Unknown
            : invocation.TargetMethod.Name switch
            {
                "Slice" => Follow(invocation),
                "ToArray" or "CopyTo" or "TryCopyTo" or "ToString" or "GetLength" => Read,
                _ => Unknown,
            };

    private static IEnumerable<MemoryAccess> OfProperty(IPropertyReferenceOperation property) =>
        !SpanMethods.IsOfMemory(property.Property) ? Unknown
        : property.Property.IsIndexer ? OfElement(property)
        : Read;

    /// <summary>An element that is read as a number; one that is assigned, or referred to, may be written.</summary>
    private static IEnumerable<MemoryAccess> OfElement(IOperation element) =>
        SymbolUse.Of(element).Kind == UseKind.Read
        && element.Syntax.Parent is not RefExpressionSyntax
        && element.Parent is not IArgumentOperation { Parameter.RefKind: not RefKind.None }
            ? Read
            : Unknown;

    /// <summary>Another local that is given it: the same memory, or, of an inline array, a copy.</summary>
    private IEnumerable<MemoryAccess> OfOther(ILocalSymbol other) =>
        InlineArrays.Is(other.Type) ? Read
        : uses.OnlyValueOf(other) is not null ? Of(other)
        : Unknown;
}
