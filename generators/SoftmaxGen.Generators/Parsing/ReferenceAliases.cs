using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>What the project calls the assemblies that it references.</summary>
internal static class ReferenceAliases
{
    public const string Global = "global";

    /// <summary>Whether <c>global::</c> leads to the types of the assembly: it does unless its aliases are all others.</summary>
    public static bool IsGlobal(IAssemblySymbol assembly, Compilation compilation)
    {
        var aliases = Of(assembly, compilation);
        return aliases.IsEmpty || aliases.Contains(Global);
    }

    public static ImmutableArray<string> Of(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetMetadataReference(assembly)?.Properties.Aliases is { IsDefault: false } aliases
            ? aliases
            : ImmutableArray<string>.Empty;
}
