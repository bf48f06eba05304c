using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>
/// Applies a fix as an editor does, and checks what comes out: the text, that it compiles with what the generator emits, and
/// that no diagnostic of the rule is left.
/// </summary>
internal sealed record FixScenario(string Rule, CodeFixProvider Fix, params DiagnosticAnalyzer[] Analyzers)
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public Framework Framework { get; init; } = Framework.Current;

    /// <summary>All rules whose diagnostics are looked at and fixed, for Fix All of several.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [Rule];

    /// <summary>How many diagnostics of the rules are left. Only where there are none does the result compile.</summary>
    public int Leaves { get; init; }

    /// <summary>The only source mended by the fix of its first diagnostic.</summary>
    public Task Mends(string source, string expected) => MendsFirst([source], [expected]);

    /// <summary>The files of a project after the fix of the first diagnostic, in the order of files and positions.</summary>
    public Task MendsFirst(string[] sources, string[] expected) =>
        MendsFirst([new SourceProject("Heads", sources)], [new SourceProject("Heads", expected)]);

    public async Task MendsFirst(SourceProject[] projects, SourceProject[] expected)
    {
        var workspace = Workspace(projects);
        var action = Assert.Single(await Offered(workspace));
        await Check(workspace, action, expected);
    }

    /// <summary>The only source after the fix of its first diagnostic.</summary>
    public async Task<string> AppliedTo(string source)
    {
        var workspace = Workspace([new SourceProject("Heads", source)]);
        var changed = await Changed(workspace, Assert.Single(await Offered(workspace)));
        return Assert.Single(await changed.TextsAsync());
    }

    /// <summary>The files of a project after Fix All, started at its first diagnostic.</summary>
    public Task MendsAll(FixAllScope scope, string[] sources, string[] expected) =>
        MendsAll(scope, [new SourceProject("Heads", sources)], [new SourceProject("Heads", expected)]);

    public async Task MendsAll(FixAllScope scope, SourceProject[] projects, SourceProject[] expected)
    {
        var workspace = Workspace(projects);
        await Check(workspace, await AllOffered(workspace, scope), expected);
    }

    /// <summary>The only source after Fix All.</summary>
    public async Task<string> AllAppliedTo(string source)
    {
        var workspace = Workspace([new SourceProject("Heads", source)]);
        var changed = await Changed(workspace, await AllOffered(workspace, FixAllScope.Project));
        Assert.Equal(Leaves, (await changed.DiagnosticsAsync()).Count);
        return Assert.Single(await changed.TextsAsync());
    }

    private async Task<CodeAction> AllOffered(FixWorkspace workspace, FixAllScope scope)
    {
        var (document, _) = await workspace.FirstDiagnosticAsync();
        var single = Assert.Single(await Offered(workspace));
        var context = new FixAllContext(
            document,
            Fix,
            scope,
            single.EquivalenceKey,
            Rules,
            new WorkspaceDiagnostics(workspace),
            CancellationToken.None
        );

        var action = await Fix.GetFixAllProvider()!.GetFixAsync(context);

        Assert.NotNull(action);
        return action;
    }

    /// <summary>The rule is broken, and no fix is offered.</summary>
    public Task OffersNothing(params string[] sources) => OffersNothing([new SourceProject("Heads", sources)]);

    public async Task OffersNothing(SourceProject[] projects) => Assert.Empty(await Offered(Workspace(projects)));

    private FixWorkspace Workspace(SourceProject[] projects) => new(this, FixWorkspace.Create(this, projects));

    private async Task<IReadOnlyList<CodeAction>> Offered(FixWorkspace workspace)
    {
        var (document, diagnostic) = await workspace.FirstDiagnosticAsync();
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            document,
            diagnostic,
            (action, _) => actions.Add(action),
            CancellationToken.None
        );
        await Fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    private async Task Check(FixWorkspace workspace, CodeAction action, SourceProject[] expected)
    {
        var changed = await Changed(workspace, action);
        Assert.Equal(expected.SelectMany(project => project.Sources), await changed.TextsAsync());
        Assert.Equal(Leaves, (await changed.DiagnosticsAsync()).Count);
        if (Leaves == 0)
        {
            await changed.AssertCompilesAsync();
        }
    }

    private static async Task<FixWorkspace> Changed(FixWorkspace workspace, CodeAction action)
    {
        var operation = Assert.Single(await action.GetOperationsAsync(CancellationToken.None));
        // A compiler reads the text, and not the nodes that a fix builds.
        return await workspace.WithTextsOf(Assert.IsType<ApplyChangesOperation>(operation).ChangedSolution);
    }
}
