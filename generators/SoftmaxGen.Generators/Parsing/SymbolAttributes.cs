using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>The framework's attributes on a symbol, by their full names: an old framework may lack them.</summary>
internal static class SymbolAttributes
{
    public static AttributeData? Of(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);
}
