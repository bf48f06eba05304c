using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>A solution in memory, with what a scenario asks of it.</summary>
internal sealed record FixWorkspace(FixScenario Scenario, Solution Solution)
{
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

    /// <summary>The diagnostics of the scenario's rule, in the order of projects, files and positions.</summary>
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
        return [.. diagnostics.Where(found => found.Id == Scenario.Rule)];
    }

    public async Task<(Document Document, Diagnostic Diagnostic)> FirstDiagnosticAsync()
    {
        var diagnostics = await DiagnosticsAsync();
        Assert.NotEmpty(diagnostics);
        return (DocumentOf(diagnostics[0]), diagnostics[0]);
    }

    public async Task AssertCompilesAsync()
    {
        foreach (var project in Solution.Projects)
        {
            Assert.Empty((await GenerateAsync(project)).GetDiagnostics().Where(IsProblem));
        }
    }

    public Document DocumentOf(Diagnostic diagnostic) => Solution.GetDocument(diagnostic.Location.SourceTree)!;

    private IEnumerable<Document> Documents =>
        Solution.Projects.SelectMany(project => project.DocumentIds.Select(project.GetDocument)).OfType<Document>();

    private async Task<Compilation> GenerateAsync(Project project)
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
