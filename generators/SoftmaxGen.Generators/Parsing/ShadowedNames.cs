using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

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

    /// <summary>The names as members are found by them: an attribute is used without the end of its name.</summary>
    private static readonly HashSet<string> MemberNames =
    [
        .. FullNames.Keys,
        .. FullNames.Keys.Select(name => name + AttributeSuffix),
    ];

    private const string AttributeSuffix = "Attribute";

    public static EquatableArray<string> Of(INamedTypeSymbol type)
    {
        var inNamespaces = NamespaceFacts.Of(type.ContainingNamespace).ShadowedNames;
        var scopes = Scopes(type).Where(scope => Declarations.NamesIn(scope).Any(MemberNames.Contains)).ToList();
        return scopes.Count == 0
            ? inNamespaces
            : FullNames
                .Keys.Where(name =>
                    inNamespaces.Contains(name)
                    || scopes.Any(scope => Declares(scope, name) || IsTypeParameter(scope, name))
                )
                .ToEquatableArray();
    }

    /// <summary>The names that mean something else in a namespace, by itself or by those around it.</summary>
    public static EquatableArray<string> In(INamespaceSymbol scope, string? fullName, EquatableArray<string> outside) =>
        FullNames
            .Where(entry => outside.Contains(entry.Key) || (entry.Value != fullName && Declares(scope, entry.Key)))
            .Select(entry => entry.Key)
            .ToEquatableArray();

    private static bool Declares(INamespaceOrTypeSymbol scope, string name) =>
        !scope.GetMembers(name).IsEmpty || !scope.GetMembers(name + AttributeSuffix).IsEmpty;

    private static bool IsTypeParameter(INamedTypeSymbol type, string name) =>
        type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>The types in which a simple name is looked up before the namespaces: those around it, with their bases.</summary>
    private static IEnumerable<INamedTypeSymbol> Scopes(INamedTypeSymbol type)
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
    }
}
