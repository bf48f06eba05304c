using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Analyzers.Rules;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>Removes an argument of the attribute that the head does not need: its diagnostic stands on the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgument)), Shared]
public sealed class RemoveArgument : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [Descriptors.Of(HeadRule.ClassesDisagree).Id, Descriptors.Of(HeadRule.WeightsAllOne).Id];

    private protected override string Title => "Remove the argument";

    internal override async Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var argument = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
        if (
            argument is not { Parent: AttributeArgumentListSyntax list, NameEquals.Name.Identifier.ValueText: var name }
            || list.ContainsDirectives
            || list.DescendantTrivia().Any(trivia => Comments.Is(trivia) && !EndsLine(trivia))
            || HandWritten.DocumentOf(document.Project.Solution, argument) is null
        )
        {
            return null;
        }

        return async (editors, token) =>
        {
            var editor = await editors.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            editor.ReplaceNode(list, (current, _) => Without(name, (AttributeArgumentListSyntax)current));
        };
    }

    /// <summary>
    /// Whether a comment stands behind an argument, and its comma, at the end of the line: then it belongs to that argument. Of
    /// others only a reader knows.
    /// </summary>
    private static bool EndsLine(SyntaxTrivia comment) =>
        comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
        && !comment.Token.IsKind(SyntaxKind.OpenParenToken)
        && comment.Token.TrailingTrivia.Contains(comment);

    private static AttributeArgumentListSyntax Without(string name, AttributeArgumentListSyntax list)
    {
        var index = list.Arguments.IndexOf(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        if (index < 0)
        {
            return list;
        }

        var kept = list.Arguments.RemoveAt(index);
        if (kept.Count > 0 && index == kept.Count)
        {
            var last = kept[index - 1];
            var comma = list.Arguments.GetSeparator(index - 1);
            var behind = last.GetTrailingTrivia().AddRange(comma.TrailingTrivia);
            kept = kept.Replace(
                last,
                last.WithTrailingTrivia(BeforeParenthesis(behind, list.Arguments[index].GetTrailingTrivia()))
            );
        }

        // The argument behind it takes its place in the line.
        return list.WithArguments(
            index == 0 && kept.Count > 0
                ? kept.Replace(kept[0], kept[0].WithLeadingTrivia(list.Arguments[0].GetLeadingTrivia()))
                : kept
        );
    }

    /// <summary>
    /// Comments behind the argument that becomes the last one stay with it, and those behind the removed one go; the line ends
    /// where one did.
    /// </summary>
    private static IEnumerable<SyntaxTrivia> BeforeParenthesis(SyntaxTriviaList kept, SyntaxTriviaList removed)
    {
        var end = kept.Concat(removed).FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return kept.Where(Comments.Is)
            .SelectMany(comment => new[] { SyntaxFactory.Space, comment })
            .Concat(end == default ? [] : [end]);
    }
}
