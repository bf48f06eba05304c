using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>A solution in memory, with what a scenario asks of it.</summary>
internal sealed record FixWorkspace(FixScenario Scenario, Solution Solution)
{
    private static readonly ConditionalWeakTable<Project, Task<Compilation>> Generated = new();

    public static Solution Create(FixScenario scenario, IEnumerable<SourceProject> projects)
    {
        var compiler = new HeadCompiler(scenario.Framework) { Language = scenario.Language };
        var empty = compiler.Parse("");
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var project in projects)
        {
            var id = ProjectId.CreateNewId(project.Name);
            solution = solution.AddProject(
                ProjectInfo.Create(
                    id,
                    VersionStamp.Default,
                    project.Name,
                    project.Name,
                    LanguageNames.CSharp,
                    compilationOptions: empty.Options,
                    parseOptions: empty.SyntaxTrees.Single().Options,
                    metadataReferences: empty.References.Concat(project.Metadata),
                    projectReferences: solution
                        .Projects.Where(other => project.References.Contains(other.Name))
                        .Select(other => new ProjectReference(other.Id))
                )
            );
            for (var index = 0; index < project.Sources.Length; index++)
            {
                var name = FormattableString.Invariant($"File{index}{project.Ending}");
                solution = solution.AddDocument(
                    DocumentId.CreateNewId(id),
                    name,
                    project.Sources[index],
                    filePath: $"{project.Name}/{name}"
                );
            }
        }

        return solution;
    }

    public async Task<IReadOnlyList<string>> TextsAsync()
    {
        var texts = Documents.Select(async document => (await document.GetTextAsync()).ToString());
        return await Task.WhenAll(texts);
    }

    /// <summary>The diagnostics of the scenario's rules, in the order of projects, files and positions.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var ofProjects = await Task.WhenAll(Solution.Projects.Select(DiagnosticsAsync));
        return
        [
            .. ofProjects
                .SelectMany(diagnostics => diagnostics)
                .OrderBy(diagnostic => DocumentOf(diagnostic).FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        // As in an editor, the analyzers see what the generator emits.
        var diagnostics = await UserCode.Analyze(await GenerateAsync(project), Scenario.Analyzers);
        return [.. diagnostics.Where(found => Scenario.Rules.Contains(found.Id))];
    }

    public async Task<(Document Document, Diagnostic Diagnostic)> FirstDiagnosticAsync()
    {
        var diagnostics = await DiagnosticsAsync();
        Assert.NotEmpty(diagnostics);
        return (DocumentOf(diagnostics[0]), diagnostics[0]);
    }

    /// <summary>A solution whose files are those of another, read again.</summary>
    public async Task<FixWorkspace> WithTextsOf(Solution changed)
    {
        var solution = Solution;
        foreach (var document in changed.Projects.SelectMany(project => project.Documents))
        {
            var text = (await document.GetTextAsync()).ToString();
            solution = solution.WithDocumentText(document.Id, SourceText.From(text));
        }

        return this with
        {
            Solution = solution,
        };
    }

    /// <summary>What users wrote compiles, with the members that are generated; their bodies are compiled by other tests.</summary>
    public async Task AssertCompilesAsync()
    {
        foreach (var project in Solution.Projects)
        {
            var compilation = await GenerateAsync(project);
            var written = compilation.SyntaxTrees.Where(tree => Solution.GetDocument(tree) is not null);
            var problems = written.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics());
            Assert.DoesNotContain(problems.Concat(compilation.GetDeclarationDiagnostics()), IsProblem);
        }
    }

    public Document DocumentOf(Diagnostic diagnostic) => Solution.GetDocument(diagnostic.Location.SourceTree)!;

    private IEnumerable<Document> Documents =>
        Solution.Projects.SelectMany(project => project.DocumentIds.Select(project.GetDocument)).OfType<Document>();

    /// <summary>A scenario asks several times.</summary>
    private Task<Compilation> GenerateAsync(Project project) => Generated.GetValue(project, GenerateOnceAsync);

    private async Task<Compilation> GenerateOnceAsync(Project project)
    {
        var driver = new HeadCompiler(Scenario.Framework) { Language = Scenario.Language }.Driver();
        driver.RunGeneratorsAndUpdateCompilation(
            (await project.GetCompilationAsync())!,
            out var compilation,
            out ImmutableArray<Diagnostic> diagnostics
        );
        Assert.Empty(diagnostics);
        return compilation;
    }

    private static bool IsProblem(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;
}
