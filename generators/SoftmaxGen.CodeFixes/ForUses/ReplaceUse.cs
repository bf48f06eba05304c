using System.Collections.Immutable;
using System.Composition;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.Analyzers;
using SoftmaxGen.Analyzers.Rules;

namespace SoftmaxGen.CodeFixes.ForUses;

/// <summary>
/// Writes what the diagnostic of a use says: a length, the call of another member, or one call instead of a loop.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceUse)), Shared]
public sealed class ReplaceUse : RuleFix
{
    private static readonly ConditionalWeakTable<SolutionEditor, WrittenNodes> Written = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        UseDescriptors.RowLength.Id,
        UseDescriptors.ProbabilitiesAsLogits.Id,
        UseDescriptors.LogitsAsProbabilities.Id,
        UseDescriptors.LogOfProbability.Id,
        UseDescriptors.RowsInLoop.Id,
    ];

    private protected override string Title => "Call the member that fits";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(UseDiagnostic.TitleProperty, out var title) && title is not null
            ? title
            : Title;

    internal override async Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (
            root is null
            || !diagnostic.Properties.TryGetValue(UseDiagnostic.TextProperty, out var text)
            || diagnostic.AdditionalLocations is not [{ SourceSpan: var span }]
        )
        {
            return null;
        }

        var node = root.FindNode(span, getInnermostNodeForTie: true);
        return HandWritten.DocumentOf(document.Project.Solution, node) is null
            ? null
            : async (editors, token) =>
            {
                if (Written.GetOrCreateValue(editors).TryAdd(node))
                {
                    var editor = await editors.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                    editor.ReplaceNode(node, (current, _) => Parsed(text!, current));
                }
            };
    }

    private static SyntaxNode Parsed(string text, SyntaxNode current) =>
        (
            current is StatementSyntax
                ? SyntaxFactory.ParseStatement(text)
                : (SyntaxNode)SyntaxFactory.ParseExpression(text)
        )
            .WithTriviaFrom(current)
            .WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>
    /// What one solution gets. A node is written once, and a call inside of another waits until Fix All is called again.
    /// </summary>
    private sealed class WrittenNodes
    {
        private readonly List<SyntaxNode> nodes = [];

        public bool TryAdd(SyntaxNode node)
        {
            var isNew = nodes.TrueForAll(written =>
                written.SyntaxTree != node.SyntaxTree || !written.Span.OverlapsWith(node.Span)
            );
            if (isNew)
            {
                nodes.Add(node);
            }

            return isNew;
        }
    }
}
