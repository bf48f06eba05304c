using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Functions of the framework that compute a number, and do nothing else.</summary>
internal static class Mathematics
{
    /// <summary>Whether it is a method of Math, of MathF, or of the number types, which have the same ones.</summary>
    public static bool Has(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { } type }
        && (
            type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            || type
                is {
                    Name: "Math" or "MathF",
                    ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                }
        );
}
