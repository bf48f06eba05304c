using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Analyzers.Heads;

/// <summary>The heads of one compilation, each looked at once.</summary>
internal sealed class HeadMembers
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, HeadType?> heads = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the compilation knows the attributes at all.</summary>
    public static bool MayExistIn(Compilation compilation) =>
        !compilation.GetTypesByMetadataName(HeadParser.SoftmaxAttribute).IsEmpty
        || !compilation.GetTypesByMetadataName(HeadParser.SigmoidAttribute).IsEmpty;

    /// <summary>The call of a generated member, or null for any other.</summary>
    public HeadCall? CallOf(IOperation? operation) =>
        operation
            is IInvocationOperation
            {
                TargetMethod: { IsStatic: true, MethodKind: MethodKind.Ordinary, ContainingType: { } type } method,
            } invocation
        && heads.GetOrAdd(type, HeadType.TryCreate) is { } head
        // The user may have overloads beside the generated ones.
        && GeneratedNames.IsGenerated(method)
            ? HeadCall.Create(invocation, new HeadMember(head, method.Name))
            : null;
}
