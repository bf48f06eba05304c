using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// What heads of one namespace have in common. Every keystroke asks for it once for each head, in a compilation of its own,
/// so it is kept as long as the symbol, which never changes. It holds text only, and keeps no compilation alive.
/// </summary>
/// <param name="Name">The name as it is written in a declaration, or null for the global namespace.</param>
/// <param name="ShadowedNames">The framework's names that mean something else there.</param>
internal sealed record NamespaceFacts(string? Name, EquatableArray<string> ShadowedNames)
{
    private static readonly ConditionalWeakTable<INamespaceSymbol, NamespaceFacts> Known = new();

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    public static NamespaceFacts Of(INamespaceSymbol symbol) => Known.GetValue(symbol, Read);

    private static NamespaceFacts Read(INamespaceSymbol symbol)
    {
        var name = symbol.IsGlobalNamespace ? null : symbol.ToDisplayString(Format);
        var outside = symbol.ContainingNamespace is { } outer ? Of(outer).ShadowedNames : default;
        return new(name, Parsing.ShadowedNames.In(symbol, name, outside));
    }
}
