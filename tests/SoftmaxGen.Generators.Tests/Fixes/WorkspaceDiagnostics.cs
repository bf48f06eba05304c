using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>What Fix All asks an editor for.</summary>
internal sealed class WorkspaceDiagnostics(FixWorkspace workspace) : FixAllContext.DiagnosticProvider
{
    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
        Project project,
        CancellationToken cancellationToken
    ) => await workspace.DiagnosticsAsync(project);

    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
        Document document,
        CancellationToken cancellationToken
    )
    {
        var ofProject = await workspace.DiagnosticsAsync(document.Project);
        return ofProject.Where(diagnostic => workspace.DocumentOf(diagnostic).Id == document.Id);
    }

    /// <summary>The rules have locations.</summary>
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
        Project project,
        CancellationToken cancellationToken
    ) => Task.FromResult<IEnumerable<Diagnostic>>([]);
}
