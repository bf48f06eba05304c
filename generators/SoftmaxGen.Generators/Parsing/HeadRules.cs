using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>What makes a declaration a valid head. The parser and the analyzer ask the same question.</summary>
internal static class HeadRules
{
    public static IEnumerable<HeadViolation> Violations(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        CancellationToken cancellation
    ) =>
        attribute.HasErrors
            ? OfDeclaration(type, attribute, cancellation)
            : OptionRules
                .Violations(type, attribute, cancellation)
                .Concat(OfDeclaration(type, attribute, cancellation));

    private static IEnumerable<HeadViolation> OfDeclaration(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        CancellationToken cancellation
    )
    {
        if (
            !HeadAttribute.IsOneOn(type)
            && HeadAttribute.AllOf(type).Any(other => other.IsSigmoid != attribute.IsSigmoid)
        )
        {
            yield return new HeadViolation(HeadRule.TwoHeads, type.Name);
        }

        // What is around it may be no type, or still lack its name.
        if (PlainDeclaration.Of(type, cancellation) is not null || !Declarations.HasName(type))
        {
            yield break;
        }

        foreach (var around in Declarations.ContainingTypes(type))
        {
            foreach (var violation in OfModifiers(around, type, cancellation))
            {
                yield return violation;
            }
        }

        foreach (var (name, owner) in GeneratedNames.TakenBy(type, attribute))
        {
            yield return new HeadViolation(HeadRule.NameTaken, type.Name, name) { Symbol = owner };
        }

        var version = LanguageVersionOf(type);
        if (!IsNewEnough(version))
        {
            yield return new HeadViolation(HeadRule.LanguageTooOld, type.Name, version.ToDisplayString());
        }
    }

    /// <summary>What the modifiers of a head, or of a type around it, keep it from.</summary>
    public static IEnumerable<HeadViolation> OfModifiers(
        INamedTypeSymbol around,
        INamedTypeSymbol head,
        CancellationToken cancellation
    )
    {
        if (!Declarations.IsPartial(around, cancellation))
        {
            yield return new HeadViolation(HeadRule.NotPartial, around.Name, head.Name) { Symbol = around };
        }

        if (Declarations.IsFileLocal(around, cancellation))
        {
            yield return new HeadViolation(HeadRule.FileLocal, around.Name) { Symbol = around };
        }
    }

    /// <summary>Whether the language has what emitted code uses.</summary>
    public static bool IsNewEnough(LanguageVersion version) => version >= LanguageVersion.CSharp9;

    private static LanguageVersion LanguageVersionOf(INamedTypeSymbol type) =>
        ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;
}
