using Microsoft.CodeAnalysis;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Whether the rule about the visibility of labels says what the compiler says of a method of the head that takes them.</summary>
internal static class CompilerAsOracle
{
    /// <summary>Many sources for one compilation, each a file in a namespace of its own.</summary>
    public static string[] InNamespaces(IEnumerable<string> sources) =>
        [.. sources.Select((source, index) => $"namespace N{index} {{ {source} }}")];

    /// <summary>The same verdict on each file. What the compiler rejects for another reason is left to it.</summary>
    public static async Task AgreesWithRules(Compilation compilation)
    {
        var errors = ByFile(
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        );
        var rules = ByFile(await Declared.Analyze(compilation));
        Assert.Contains(compilation.SyntaxTrees, file => !errors[file].Any());
        Assert.All(
            compilation.SyntaxTrees,
            file =>
                Assert.Equal(
                    $"{file}: {(errors[file].Contains("CS0051") ? "SMG0010" : "")}",
                    $"{file}: {string.Join(" ", rules[file])}"
                )
        );
    }

    private static ILookup<SyntaxTree, string> ByFile(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.ToLookup(diagnostic => diagnostic.Location.SourceTree!, diagnostic => diagnostic.Id);
}
