using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Generators;

namespace SoftmaxGen.Tests.Shared;

/// <summary>Compiles source text with the generator, as a user's project would, and loads what comes out.</summary>
internal sealed record HeadCompiler(Framework Framework)
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public bool CheckedArithmetic { get; init; }

    /// <summary>Changes the emitted text before it is compiled.</summary>
    public Func<string, string>? Edit { get; init; }

    /// <summary>Sources that the edited text needs and the generator does not see.</summary>
    public IReadOnlyList<string> Additions { get; init; } = [];

    private CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public CSharpCompilation Parse(params string[] sources) =>
        CSharpCompilation.Create(
            "Heads" + Guid.NewGuid().ToString("N"),
            sources.Select((text, index) => Tree(text, FormattableString.Invariant($"Source{index}.cs"))),
            Framework.References.Append(Framework.Attributes),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                optimizationLevel: OptimizationLevel.Release,
                checkOverflow: CheckedArithmetic,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999,
                // The sources of tests have no documentation; what is emitted is checked for what it has.
                specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]
            )
        );

    public GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create(
            [new SoftmaxHeadGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    /// <summary>The emitted files by name.</summary>
    public IReadOnlyDictionary<string, string> Generate(params string[] sources)
    {
        var result = Driver().RunGenerators(Parse(sources)).GetRunResult().Results.Single();
        return result.Exception is null
            ? result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString())
            : throw new InvalidOperationException("The generator failed.", result.Exception);
    }

    /// <summary>The user's source and the emitted text as one compilation.</summary>
    public CSharpCompilation Compile(params string[] sources)
    {
        var files = Generate(sources).Select(file => Tree(Edit?.Invoke(file.Value) ?? file.Value, file.Key));
        var additions = Additions.Select((text, index) => Tree(text, FormattableString.Invariant($"Added{index}.cs")));
        return Parse(sources).AddSyntaxTrees(additions).AddSyntaxTrees(files);
    }

    /// <summary>Compiles with every warning as an error, and loads.</summary>
    public Assembly Load(params string[] sources)
    {
        using var assembly = new MemoryStream();
        var result = Compile(sources).Emit(assembly);
        var problems = result
            .Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToList();
        if (!result.Success || problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Take(20)));
        }

        assembly.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(assembly);
    }

    private SyntaxTree Tree(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);
}
