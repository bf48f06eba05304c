using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Which of the names that emitted code uses mean something else where the user's type stands, such as a namespace
/// <c>MyGame.Math</c>. They are written in full there, and only there.
/// </summary>
internal static class ShadowedNames
{
    public static readonly IReadOnlyDictionary<string, string> FullNames = new Dictionary<string, string>
    {
        ["ArgumentException"] = "System",
        ["ArgumentOutOfRangeException"] = "System",
        ["BitConverter"] = "System",
        ["Math"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Span"] = "System",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["BitOperations"] = "System.Numerics",
        ["MethodImpl"] = "System.Runtime.CompilerServices",
        ["AggressiveInlining"] = "System.Runtime.CompilerServices.MethodImplOptions",
        ["AggressiveOptimization"] = "System.Runtime.CompilerServices.MethodImplOptions",
        ["NoInlining"] = "System.Runtime.CompilerServices.MethodImplOptions",
        ["Unsafe"] = "System.Runtime.CompilerServices",
        ["MemoryMarshal"] = "System.Runtime.InteropServices",
        ["Vector128"] = "System.Runtime.Intrinsics",
        ["Vector256"] = "System.Runtime.Intrinsics",
        ["Vector512"] = "System.Runtime.Intrinsics",
        ["AdvSimd"] = "System.Runtime.Intrinsics.Arm",
        ["Avx"] = "System.Runtime.Intrinsics.X86",
        ["Avx2"] = "System.Runtime.Intrinsics.X86",
        ["Avx512F"] = "System.Runtime.Intrinsics.X86",
        ["Fma"] = "System.Runtime.Intrinsics.X86",
        ["Sse"] = "System.Runtime.Intrinsics.X86",
        ["Sse41"] = "System.Runtime.Intrinsics.X86",
        ["Sse2"] = "System.Runtime.Intrinsics.X86",
        ["Reduction"] = "SoftmaxGen",
    };

    public static IEnumerable<string> Of(INamedTypeSymbol type)
    {
        var scopes = Scopes(type).ToList();
        return FullNames
            .Where(entry => scopes.Any(scope => Declares(scope, entry.Key, entry.Value)))
            .Select(entry => entry.Key);
    }

    private static bool Declares(INamespaceOrTypeSymbol scope, string name, string home) =>
        scope is INamespaceSymbol && scope.ToDisplayString() == home
            ? false
            : !scope.GetMembers(name).IsEmpty
                || !scope.GetMembers(name + "Attribute").IsEmpty
                || IsTypeParameter(scope, name);

    private static bool IsTypeParameter(INamespaceOrTypeSymbol scope, string name) =>
        scope is INamedTypeSymbol type && type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>Where a simple name is looked up: the types with their bases, then the namespaces, outwards.</summary>
    private static IEnumerable<INamespaceOrTypeSymbol> Scopes(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (
                var scope = outer;
                scope is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };
                scope = scope.BaseType
            )
            {
                yield return scope;
            }
        }

        for (var scope = type.ContainingNamespace; scope is not null; scope = scope.ContainingNamespace)
        {
            yield return scope;
        }
    }
}
