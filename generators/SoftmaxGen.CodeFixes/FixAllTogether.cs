using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SoftmaxGen.CodeFixes;

/// <summary>
/// Applies the edits of all diagnostics to one solution, one after the other. Fixing each alone and merging the texts would
/// conflict where two of them want the same edit.
/// </summary>
internal sealed class FixAllTogether : FixAllProvider
{
    public static FixAllTogether Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fix = (RuleFix)context.CodeFixProvider;
        var edits = new List<SolutionEdit>();
        foreach (var diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (
                context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await fix.FindEditAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false)
                    is { } edit
            )
            {
                edits.Add(edit);
            }
        }

        return edits.Count == 0 ? null : fix.ToAction(context.Solution, edits);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document:
                return await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                var projects = context.Solution.Projects.Select(context.GetAllDiagnosticsAsync);
                var diagnostics = await Task.WhenAll(projects).ConfigureAwait(false);
                return diagnostics.SelectMany(ofProject => ofProject);
        }
    }
}
