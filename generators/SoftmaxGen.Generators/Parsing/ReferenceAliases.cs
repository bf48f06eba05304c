using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>What the project calls the assemblies that it references.</summary>
internal static class ReferenceAliases
{
    public const string Global = "global";

    /// <summary>
    /// Whether <c>global::</c> leads to the type. One assembly may be referenced several times, with aliases and without: only
    /// the namespace that all of these make together says what is in view.
    /// </summary>
    public static bool IsGlobal(INamedTypeSymbol type, Compilation compilation)
    {
        var outermost = Declarations.ContainingTypes(type).First();
        return compilation.GetCompilationNamespace(outermost.ContainingNamespace) is { } space
            && space
                .GetTypeMembers(outermost.Name, outermost.Arity)
                .Contains(outermost, SymbolEqualityComparer.Default);
    }

    /// <summary>A name for the assembly of the type that is not <c>global</c>, or null where it has none.</summary>
    public static string? Of(INamedTypeSymbol type, Compilation compilation) =>
        compilation.GetMetadataReference(type.ContainingAssembly)?.Properties.Aliases is { IsDefault: false } aliases
            ? aliases.FirstOrDefault(alias => alias != Global)
            : null;
}
