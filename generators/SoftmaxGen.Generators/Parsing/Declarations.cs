using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>How types are declared, where symbols do not say it.</summary>
internal static class Declarations
{
    /// <summary>The type and those around it, the outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ContainingTypes(outer).Append(type) : [type];

    /// <summary>While a user types, the name of a type, or of what is around it, is still missing.</summary>
    public static bool HasName(INamedTypeSymbol type) =>
        ContainingTypes(type).All(part => part.Name.Length > 0) && HasName(type.ContainingNamespace);

    private static bool HasName(INamespaceSymbol scope) =>
        scope.IsGlobalNamespace || (scope.Name.Length > 0 && HasName(scope.ContainingNamespace));

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Parts(type, cancellation).All(IsPartial);

    public static bool IsPartial(BaseTypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static bool IsFileLocal(INamedTypeSymbol type, CancellationToken cancellation) =>
        Parts(type, cancellation).SelectMany(part => part.Modifiers).Any(IsFileKeyword);

    /// <summary>The keyword has no name in the compiler API that the generator is built on.</summary>
    public static bool IsFileKeyword(SyntaxToken modifier) => modifier.Text == "file";

    public static IEnumerable<BaseTypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .OfType<BaseTypeDeclarationSyntax>();
}
