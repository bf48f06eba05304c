using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;
using SoftmaxGen.Analyzers.Rules;

namespace SoftmaxGen.Analyzers;

/// <summary>
/// Finds mistakes in calls of generated members: wrong lengths and labels, probabilities taken for logits, slow ways. It
/// speaks only where the source leaves no doubt.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        UseDescriptors.All.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var heads = new HeadMembers();
        if (HeadMembers.MayExistIn(context.Compilation))
        {
            context.RegisterOperationBlockStartAction(block => Start(block, heads));
        }
    }

    private static void Start(OperationBlockStartAnalysisContext context, HeadMembers heads)
    {
        var flow = new MemberFlow(heads, context.OperationBlocks);
        context.RegisterOperationAction(
            operation => Analyze(operation, flow),
            OperationKind.Invocation,
            OperationKind.CompoundAssignment,
            OperationKind.SimpleAssignment,
            OperationKind.Decrement,
            OperationKind.Loop
        );
    }

    private static void Analyze(OperationAnalysisContext context, MemberFlow flow)
    {
        var operation = context.Operation;
        var diagnostics =
            operation is ILoopOperation loop ? ArgmaxByHandRule.Check(loop, flow)
            : operation is not IInvocationOperation invocation ? GradientByHandRule.Check(operation, flow)
            : flow.Heads.CallOf(invocation) is { } call ? UseRules.Check(call, flow)
            : LogOfProbabilityRule.Check(invocation, flow);
        foreach (var diagnostic in diagnostics.Where(_ => Reachability.IsReachable(operation)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
