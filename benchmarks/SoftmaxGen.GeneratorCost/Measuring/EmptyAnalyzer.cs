using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>An analyzer whose actions do nothing.</summary>
#pragma warning disable RS1001 // No compiler loads it: this program hosts it, and the attribute would ask for netstandard2.0.
internal sealed class EmptyAnalyzer(Action<AnalysisContext> registerActions) : DiagnosticAnalyzer
{
    // An analyzer without a descriptor is not run.
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [new("EMPTY", "Nothing", "Nothing", "Cost", DiagnosticSeverity.Error, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        registerActions(context);
    }
}
