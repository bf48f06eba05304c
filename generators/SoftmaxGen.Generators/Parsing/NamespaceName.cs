using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// The name of a namespace as it is written in a declaration. Every keystroke asks for it once for each head, in a compilation
/// of its own, so it is kept as long as the symbol, which never changes. It holds text only, and keeps no compilation alive.
/// </summary>
internal static class NamespaceName
{
    private static readonly ConditionalWeakTable<INamespaceSymbol, string> Known = new();

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    /// <summary>The name, or null for the global namespace.</summary>
    public static string? Of(INamespaceSymbol symbol) =>
        symbol.IsGlobalNamespace ? null : Known.GetValue(symbol, space => space.ToDisplayString(Format));
}
