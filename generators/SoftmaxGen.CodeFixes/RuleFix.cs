using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace SoftmaxGen.CodeFixes;

/// <summary>
/// What mends one diagnostic. It replaces nodes of the original solution by callbacks, which are given what earlier edits made
/// of them, and changes nothing where that is mended already: several diagnostics may want the same edit.
/// </summary>
internal delegate Task SolutionEdit(SolutionEditor solution, CancellationToken cancellation);

/// <summary>
/// A fix of some rules. It says which, what an editor calls it, and what mends one of their diagnostics; single fixes and
/// Fix All come from here.
/// </summary>
public abstract class RuleFix : CodeFixProvider
{
    private protected abstract string Title { get; }

    private protected virtual string TitleOf(Diagnostic diagnostic) => Title;

    /// <summary>What mends the diagnostic, which stands in the document; null where no machine can.</summary>
    internal abstract Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    );

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllTogether.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edit = await FindEditAsync(context.Document, diagnostic, context.CancellationToken)
                .ConfigureAwait(false);
            if (edit is not null)
            {
                context.RegisterCodeFix(
                    ToAction(TitleOf(diagnostic), context.Document.Project.Solution, [edit]),
                    diagnostic
                );
            }
        }
    }

    internal CodeAction ToAction(Solution solution, IReadOnlyList<SolutionEdit> edits) =>
        ToAction(Title, solution, edits);

    private CodeAction ToAction(string title, Solution solution, IReadOnlyList<SolutionEdit> edits) =>
        CodeAction.Create(
            title,
            async cancellation =>
            {
                var editor = new SolutionEditor(solution);
                foreach (var edit in edits)
                {
                    await edit(editor, cancellation).ConfigureAwait(false);
                }

                return editor.GetChangedSolution();
            },
            equivalenceKey: GetType().Name
        );
}
