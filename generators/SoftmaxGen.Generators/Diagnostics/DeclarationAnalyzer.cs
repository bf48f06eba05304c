using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>Says why a head gets no code. The generator itself is silent; both use the same rules.</summary>
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
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (
            HeadAttribute.AllOf(type).FirstOrDefault() is not { } attribute
            || attribute.Syntax?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax
        )
        {
            return;
        }

        foreach (var violation in HeadRules.Violations(type, attribute, context.CancellationToken))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Descriptors.Of(violation.Rule), LocationOf(violation, syntax), violation.Arguments)
            );
        }
    }

    /// <summary>The argument at fault where it is written, else the attribute.</summary>
    private static Location LocationOf(HeadViolation violation, AttributeSyntax attribute)
    {
        var argument = attribute.ArgumentList?.Arguments.FirstOrDefault(written =>
            written.NameEquals is { } name && name.Name.Identifier.ValueText == violation.Option
        );
        return (argument ?? (SyntaxNode)attribute).GetLocation();
    }
}
