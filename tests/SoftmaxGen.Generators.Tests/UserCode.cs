using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// Analyzes files as an editor does, one after the other. The whole compilation would be bound otherwise, and most of it is
/// generated code.
/// </summary>
internal static class UserCode
{
    /// <summary>What the analyzers say of the files that are not generated. An analyzer that throws fails the test.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(
        Compilation compilation,
        params DiagnosticAnalyzer[] analyzers
    )
    {
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [.. analyzers],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: false,
                // The driver would make a diagnostic of it and go on.
                analyzerExceptionFilter: exception =>
                    exception is OperationCanceledException
                        ? true
                        : throw new InvalidOperationException("An analyzer failed.", exception)
            )
        );
        var diagnostics = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees.Where(IsWritten))
        {
            var result = await analysis.GetAnalysisResultAsync(
                compilation.GetSemanticModel(tree),
                filterSpan: null,
                CancellationToken.None
            );
            // Outside of the symbol that the analyzer was asked about an editor offers no fix. A name that a base type has taken
            // has none.
            Assert.DoesNotContain(
                result.CompilationDiagnostics.SelectMany(ofAnalyzer => ofAnalyzer.Value),
                found => found.Id != "SMG0004"
            );
            diagnostics.AddRange(result.GetAllDiagnostics());
        }

        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static bool IsWritten(SyntaxTree tree) =>
        !tree.FilePath.EndsWith("Head.g.cs", StringComparison.Ordinal)
        && !Path.GetFileName(tree.FilePath).StartsWith("SoftmaxGen.", StringComparison.Ordinal);
}
