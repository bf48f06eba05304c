using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>
/// Says why a head gets no code, and what of one that does is hardly meant. The generator itself is silent; both use the same
/// rules.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.All.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator reads heads in generated files too.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Asked at the first head only; most compilations have none.
            var target = new Lazy<IReadOnlyList<HeadRule>>(() => [.. BrokenBy(start.Compilation)]);
            start.RegisterSymbolAction(symbol => Analyze(symbol, target), SymbolKind.NamedType);
        });
    }

    /// <summary>What the target lacks that every head needs.</summary>
    private static IEnumerable<HeadRule> BrokenBy(Compilation compilation)
    {
        if (!TargetReader.HasSpans(compilation))
        {
            yield return HeadRule.TargetTooOld;
        }

        if (!TargetReader.HasPackage(compilation))
        {
            yield return HeadRule.PackageHidden;
        }
    }

    /// <summary>
    /// What a type around a head lacks is said of that type: an editor offers no fix of what an analyzer says outside of the
    /// symbol that it is asked about.
    /// </summary>
    private static void Analyze(SymbolAnalysisContext context, Lazy<IReadOnlyList<HeadRule>> target)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var cancellation = context.CancellationToken;
        if (HeadAttribute.AllOf(type).FirstOrDefault() is { Syntax: not null } attribute)
        {
            var violations = Violations(type, attribute, target.Value, cancellation);
            Report(context, type, attribute, violations.Where(found => !IsAboutTypeAround(found, type)));
        }

        foreach (var inner in Declarations.TypesInside(type).Where(Declarations.HasName))
        {
            if (HeadAttribute.AllOf(inner).FirstOrDefault() is { Syntax: not null } ofInner)
            {
                Report(context, inner, ofInner, HeadRules.OfModifiers(type, inner, cancellation));
            }
        }
    }

    private static bool IsAboutTypeAround(HeadViolation violation, INamedTypeSymbol head) =>
        violation is { Rule: HeadRule.NotPartial or HeadRule.FileLocal, Symbol: { } symbol }
        && !SymbolEqualityComparer.Default.Equals(symbol, head);

    private static void Report(
        SymbolAnalysisContext context,
        INamedTypeSymbol head,
        HeadAttribute attribute,
        IEnumerable<HeadViolation> violations
    )
    {
        if (attribute.Syntax?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        var place = new ViolationPlace(head, syntax, context.Compilation, context.CancellationToken);
        foreach (var violation in violations)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(violation.Rule),
                    place.Of(violation),
                    place.HeadOf(violation),
                    violation.Arguments
                )
            );
        }
    }

    /// <summary>What keeps the head from having code; where nothing does, what is hardly meant.</summary>
    private static IReadOnlyList<HeadViolation> Violations(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        IReadOnlyList<HeadRule> target,
        CancellationToken cancellation
    )
    {
        var violations = HeadRules.Violations(type, attribute, cancellation).ToList();
        violations.AddRange(target.Select(rule => new HeadViolation(rule, type.Name)));
        return violations.Count > 0 || attribute.HasErrors ? violations
            : IsUnseen(type, attribute, cancellation) ? [new HeadViolation(HeadRule.WrittenByGenerator, type.Name)]
            : [.. HeadAdvice.Of(type, attribute)];
    }

    /// <summary>Whether another generator writes the head: ours writes the members of every other one.</summary>
    private static bool IsUnseen(INamedTypeSymbol type, HeadAttribute attribute, CancellationToken cancellation) =>
        type.GetMembers(attribute.IsSigmoid ? OptionNames.Outputs : OptionNames.Classes).IsEmpty
        && GeneratedSources.Contains(attribute.Syntax!.SyntaxTree, cancellation);
}
