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

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (ModifiersOf(reference, cancellation) is { } modifiers && !modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The keyword has no name in the compiler API that the generator is built on.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var modifier in ModifiersOf(reference, cancellation) ?? default)
            {
                if (modifier.Text == "file")
                {
                    return true;
                }
            }
        }

        return false;
    }

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

    // Null where it is not written as a declaration of a type, as that of a delegate.
    private static SyntaxTokenList? ModifiersOf(SyntaxReference reference, CancellationToken cancellation) =>
        (reference.GetSyntax(cancellation) as BaseTypeDeclarationSyntax)?.Modifiers;
}
