using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Analyzers;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;
using SoftmaxGen.Generators;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>How long each analyzer takes for one large file, beside one that is called as often and does nothing.</summary>
internal static class Analyzers
{
    private const int Lines = 10_000;

    /// <summary>An analyzer with what it registers, so that the empty one beside it registers the same.</summary>
    private static readonly (
        string Name,
        DiagnosticAnalyzer Analyzer,
        Action<AnalysisContext> EmptyActions
    )[] Measured =
    [
        (
            "declarations",
            new DeclarationAnalyzer(),
            context => context.RegisterSymbolAction(_ => { }, SymbolKind.NamedType)
        ),
        (
            "uses",
            new UseAnalyzer(),
            context =>
                context.RegisterOperationBlockStartAction(block =>
                    block.RegisterOperationAction(_ => { }, OperationKind.Invocation)
                )
        ),
    ];

    public static void Run()
    {
        var compilation = WithGeneratedFiles(new Solution([SourceFiles.OfLines(Lines)]));
        var lines = compilation.SyntaxTrees[0].GetText().Lines.Count;
        Console.WriteLine($"Analyzers of a file of {lines:N0} lines, in processor ms: median (lower–upper quartile)");
        var table = new TextTable("analyzer", "ours ms", "empty ms", "ours / empty", "ours kB", "empty kB");
        foreach (var (name, analyzer, emptyActions) in Measured)
        {
            var samples = Contenders.Measure(
                warmUps: 6,
                rounds: 20,
                Analyzing(compilation, analyzer),
                Analyzing(compilation, new EmptyAnalyzer(emptyActions))
            );
            table.Add(
                name,
                Contenders.Milliseconds(samples[0]).Format("F1"),
                Contenders.Milliseconds(samples[1]).Format("F1"),
                TextTable.Cell(Contenders.Ratio(samples[0], samples[1]), "F2"),
                TextTable.Cell(Contenders.Kilobytes(samples[0]).Median, "F0"),
                TextTable.Cell(Contenders.Kilobytes(samples[1]).Median, "F0")
            );
        }

        table.Print();
    }

    private static CSharpCompilation WithGeneratedFiles(Solution solution)
    {
        Drivers
            .Create(new SoftmaxHeadGenerator(), solution.Compilation)
            .RunGeneratorsAndUpdateCompilation(solution.Compilation, out var compilation, out _);
        return (CSharpCompilation)compilation;
    }

    /// <summary>The first file of a compilation that nobody has asked anything yet, as an editor analyzes it.</summary>
    private static Func<Action> Analyzing(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) =>
        () =>
        {
            var analysis = compilation
                .Clone()
                .WithAnalyzers(
                    [analyzer],
                    new CompilationWithAnalyzersOptions(
                        new AnalyzerOptions([]),
                        onAnalyzerException: (error, _, _) => throw error,
                        concurrentAnalysis: false,
                        logAnalyzerExecutionTime: false
                    )
                );
            var model = analysis.Compilation.GetSemanticModel(analysis.Compilation.SyntaxTrees.First());
            return () =>
                analysis
                    .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult();
        };
}
