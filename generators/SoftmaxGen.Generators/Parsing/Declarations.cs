using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>How types are declared, where symbols do not say it.</summary>
internal static class Declarations
{
    /// <summary>The type and those around it, the outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ContainingTypes(outer).Append(type) : new[] { type };

    /// <summary>All types that stand in a type, however deep.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesInside(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(inner => TypesInside(inner).Prepend(inner));

    /// <summary>While a user types, the name of a type, or of what is around it, is still missing.</summary>
    public static bool HasName(INamedTypeSymbol type) =>
        type.Name.Length > 0 && (type.ContainingType is { } outer ? HasName(outer) : HasName(type.ContainingNamespace));

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (PartOf(reference, cancellation) is { } part && !IsPartial(part))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsPartial(BaseTypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static bool IsFileLocal(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var modifier in PartOf(reference, cancellation)?.Modifiers ?? default)
            {
                if (IsFileKeyword(modifier))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The keyword has no name in the compiler API that the generator is built on.</summary>
    public static bool IsFileKeyword(SyntaxToken modifier) => modifier.Text == "file";

    public static IEnumerable<BaseTypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type
            .DeclaringSyntaxReferences.Select(reference => PartOf(reference, cancellation))
            .OfType<BaseTypeDeclarationSyntax>();

    /// <summary>The names of all that the type itself declares, with those of its type and primary constructor parameters.</summary>
    public static IEnumerable<string> NamesIn(INamedTypeSymbol type) =>
        DeclaresNothing(type)
            ? []
            : type
                .MemberNames.Concat(type.GetTypeMembers().Select(member => member.Name))
                .Concat(type.TypeParameters.Select(parameter => parameter.Name))
                .Concat(PrimaryParameters(type));

    /// <summary>So it is with most heads. A static type has no constructor.</summary>
    private static bool DeclaresNothing(INamedTypeSymbol type) =>
        !type.MemberNames.Any()
        && type.GetTypeMembers().IsEmpty
        && type.TypeParameters.IsEmpty
        && (type.IsStatic || !PrimaryParameters(type).Any());

    private static IEnumerable<string> PrimaryParameters(INamedTypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().ChildNodes())
            .OfType<ParameterListSyntax>()
            .SelectMany(list => list.Parameters)
            .Select(parameter => parameter.Identifier.ValueText);

    private static bool HasName(INamespaceSymbol scope) =>
        scope.IsGlobalNamespace || (scope.Name.Length > 0 && HasName(scope.ContainingNamespace));

    // Null where it is not written as a declaration of a type, as that of a delegate.
    private static BaseTypeDeclarationSyntax? PartOf(SyntaxReference reference, CancellationToken cancellation) =>
        reference.GetSyntax(cancellation) as BaseTypeDeclarationSyntax;
}
