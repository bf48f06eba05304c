using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What the rules say about a source whose head is the type <c>Head</c>, and the model it gets.</summary>
internal static class Declared
{
    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation) =>
        compilation.WithAnalyzers([new DeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    /// <summary>One error with all of its arguments; no model, and nothing is generated.</summary>
    public static async Task Breaks(string rule, string source, string? message = null)
    {
        var compiler = new HeadCompiler(Framework.Current);
        var compilation = compiler.Parse(source);

        var diagnostic = Assert.Single(await Analyze(compilation));

        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.DoesNotContain("{", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(message ?? "", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.All(Models(compilation), Assert.Null);
        Assert.Empty(compiler.Generate(source));
    }

    /// <summary>The options of a source that compiles and breaks no rule; it may get advice.</summary>
    public static async Task<HeadOptions> OptionsOf(string source)
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(source);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
        );
        Assert.DoesNotContain(
            await Analyze(compilation),
            diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error
        );
        return Assert.Single(Models(compilation))!.Options;
    }

    /// <summary>A source that the compiler rejects: no rule adds to that, and there is no model.</summary>
    public static async Task IsLeftToTheCompiler(string source)
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(source);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await Analyze(compilation));
        Assert.All(Models(compilation), Assert.Null);
        Assert.Empty(new HeadCompiler(Framework.Current).Generate(source));
    }

    /// <summary>One for each attribute of the head.</summary>
    private static IEnumerable<HeadModel?> Models(Compilation compilation)
    {
        var type = (INamedTypeSymbol)compilation.GetSymbolsWithName("Head", SymbolFilter.Type).Single();
        return type.GetAttributes().Select(data => HeadParser.Parse(type, data, compilation, CancellationToken.None));
    }
}
