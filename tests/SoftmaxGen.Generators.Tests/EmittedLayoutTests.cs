using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Tests.Names;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Emitted code is laid out as a person would do it.</summary>
public class EmittedLayoutTests
{
    private static readonly IReadOnlyList<(string File, string Text)> Files =
    [
        .. new[] { Framework.Current, Framework.NetStandard }
            .SelectMany(framework => new HeadCompiler(framework).Generate(EmittedNames.Heads, EmittedNames.MoreHeads))
            .Select(file => (file.Key, file.Value)),
    ];

    [Fact]
    public void An_empty_line_follows_a_block() =>
        AssertNone(text =>
            Root(text)
                .DescendantNodes()
                .OfType<BlockSyntax>()
                .SelectMany(block => block.Statements.Zip(block.Statements.Skip(1)))
                .Where(pair => pair.First.GetLastToken().IsKind(SyntaxKind.CloseBraceToken))
                .Where(pair => !pair.Second.GetLeadingTrivia().First().IsKind(SyntaxKind.EndOfLineTrivia))
                .Select(pair => pair.Second.ToString())
        );

    [Fact]
    public void No_two_empty_lines_and_no_blanks_at_the_end() =>
        AssertNone(text =>
            text.Split('\n')
                .Zip(text.Split('\n').Skip(1))
                .Where(pair => (pair.First.Length == 0 && pair.Second.Length == 0) || pair.First.EndsWith(' '))
                .Select(pair => pair.First + "\n" + pair.Second)
        );

    private static void AssertNone(Func<string, IEnumerable<string>> faultsIn)
    {
        var faults = Files.SelectMany(file => faultsIn(file.Text).Select(fault => $"{file.File}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20)));
    }

    private static SyntaxNode Root(string text) => CSharpSyntaxTree.ParseText(text).GetRoot();
}
