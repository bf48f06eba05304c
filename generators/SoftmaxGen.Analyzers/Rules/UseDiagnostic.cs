using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>What a fix writes instead of what.</summary>
internal sealed record Replacement(SyntaxNode Node, string Text, string Title)
{
    /// <summary>For text that holds nothing of what stands there: null where a comment would be lost.</summary>
    public static Replacement? OfAll(SyntaxNode node, string text, string title) =>
        node.ContainsDirectives || node.DescendantTrivia().Any(trivia => Comments.Is(trivia) && IsInside(node, trivia))
            ? null
            : new Replacement(node, text, title);

    private static bool IsInside(SyntaxNode node, SyntaxTrivia trivia) => node.Span.Contains(trivia.Span);
}

/// <summary>Diagnostics that carry what their fix writes, so that a fix is decided where the mistake is found.</summary>
internal static class UseDiagnostic
{
    public const string TextProperty = "Replacement";
    public const string TitleProperty = "Title";

    public static Diagnostic Create(
        DiagnosticDescriptor rule,
        SyntaxNode at,
        Replacement? replacement,
        params object[] arguments
    ) =>
        replacement is null
            ? Diagnostic.Create(rule, at.GetLocation(), arguments)
            : Diagnostic.Create(
                rule,
                at.GetLocation(),
                [replacement.Node.GetLocation()],
                ImmutableDictionary<string, string?>
                    .Empty.Add(TextProperty, replacement.Text)
                    .Add(TitleProperty, replacement.Title),
                arguments
            );
}
