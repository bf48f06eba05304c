using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>What makes a declaration a valid head. The parser and the analyzer ask the same question.</summary>
internal static class HeadRules
{
    private const int MinClasses = 2;
    private const int MaxClasses = 1 << 20;

    public static IEnumerable<HeadViolation> Violations(
        INamedTypeSymbol type,
        AttributeData attribute,
        CancellationToken cancellation
    )
    {
        var classes = HeadParser.ClassesOf(attribute);
        if (classes is < MinClasses or > MaxClasses && !HasError(attribute))
        {
            yield return new HeadViolation(HeadRule.ClassesOutOfRange, type.Name, classes);
        }

        foreach (var around in HeadParser.ContainingTypes(type))
        {
            if (
                Declarations(around, cancellation)
                    .Any(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            )
            {
                yield return new HeadViolation(HeadRule.NotPartial, around.Name, type.Name);
            }

            // The keyword has no name in the compiler API that the generator is built on.
            if (
                Declarations(around, cancellation)
                    .Any(declaration => declaration.Modifiers.Any(modifier => modifier.Text == "file"))
            )
            {
                yield return new HeadViolation(HeadRule.FileLocal, around.Name);
            }
        }

        foreach (var name in GeneratedNames.TakenBy(type))
        {
            yield return new HeadViolation(HeadRule.NameTaken, type.Name, name);
        }

        var version = LanguageVersionOf(type);
        if (version < LanguageVersion.CSharp9)
        {
            yield return new HeadViolation(HeadRule.LanguageTooOld, type.Name, version.ToDisplayString());
        }
    }

    /// <summary>What the compiler does not understand it reports itself.</summary>
    private static bool HasError(AttributeData attribute) =>
        attribute.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error);

    private static IEnumerable<TypeDeclarationSyntax> Declarations(
        INamedTypeSymbol type,
        CancellationToken cancellation
    ) =>
        type
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>();

    private static LanguageVersion LanguageVersionOf(INamedTypeSymbol type) =>
        ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;
}
