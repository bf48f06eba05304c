using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.CodeFixes;

/// <summary>Which syntax a fix may change: what somebody wrote, and no tool writes again.</summary>
internal static class HandWritten
{
    /// <summary>The document that holds the node, or null where it is not to be changed.</summary>
    public static Document? DocumentOf(Solution solution, SyntaxNode node) =>
        solution.GetDocument(node.SyntaxTree) is { } document and not SourceGeneratedDocument
        && !GeneratedSources.Contains(node.SyntaxTree)
            ? document
            : null;
}
