using System.Globalization;
using System.Text.RegularExpressions;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What the README shows compiles, and gives what stands behind it.</summary>
public class ReadmeTests
{
    private delegate void Program(Action<string, object> shows);

    private static readonly string Text = File.ReadAllText(Path.Combine(RulePage.RepositoryRoot, "README.md"));

    /// <summary>Statements one below the other in the order of the document, and the types behind them.</summary>
    [Fact]
    public void Its_programs_run_and_give_what_it_says()
    {
        var text = new[] { "What is generated", "Mistakes are compile errors" }.Aggregate(
            Text,
            (known, title) => known.Replace(Section(title), "", StringComparison.Ordinal)
        );
        var snippets = Snippets(text);
        var types = snippets.Where(IsType).ToList();
        var statements = snippets.Except(types).Select(Watched).ToList();
        Assert.True(types.Count >= 3 && statements.Count >= 4);
        var source = $$"""
            using System;
            using SoftmaxGen;
            {{string.Join('\n', types.Select(type => type.Replace("using SoftmaxGen;", "", StringComparison.Ordinal)))}}
            public static class Readme
            {
                public static void Run(Action<string, object> shows)
                {
                    {{string.Join('\n', statements)}}
                }
            }
            """;
        var shown = new List<(string Expected, object Actual)>();

        var run = new HeadCompiler(Framework.Current).Load(source).GetType("Readme")!.GetMethod("Run")!;
        run.CreateDelegate<Program>()((expected, actual) => shown.Add((expected, actual)));

        Assert.True(shown.Count >= 7);
        Assert.All(shown, pair => AssertShows(pair.Expected, pair.Actual));
    }

    [Fact]
    public void The_code_that_it_shows_is_generated()
    {
        var kernels = new HeadCompiler(Framework.Current).Generate(
            "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class A { }"
        )["SoftmaxGen.Classes4.g.cs"];
        var lines = Assert.Single(Snippets(Section("What is generated"))).Split('\n').Select(line => line.Trim());
        var generated = string.Join('\n', kernels.Split('\n').Select(line => line.Trim()));
        Assert.Contains(string.Join('\n', lines), generated, StringComparison.Ordinal);
    }

    private static string Section(string title)
    {
        var start = Text.IndexOf($"## {title}\n", StringComparison.Ordinal);
        return Text[start..Text.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static List<string> Snippets(string text) =>
        [
            .. Regex
                .Matches(text, "```csharp\n(.*?)\n```", RegexOptions.Singleline)
                .Select(match => match.Groups[1].Value),
        ];

    private static bool IsType(string snippet) => snippet.Contains("partial class", StringComparison.Ordinal);

    /// <summary>A number or a list at the start of a comment is what the line computes: its variable, or its last argument.</summary>
    private static string Watched(string snippet) =>
        Regex.Replace(
            snippet,
            @"^(?:\w+ (?<name>\w+) = .*|\w+\.\w+\(.*?(?<name>\w+)\));\s*// (?<shown>\[[^\]]*\]|-?\d+(\.\d+)?(E-?\d+)?|None)(?<rest>.*)$",
            match => $"{match.Value}\nshows(\"{match.Groups["shown"]}\", {Boxed(match)});",
            RegexOptions.Multiline
        );

    private static string Boxed(Match match) =>
        match.Groups["name"].Value + (match.Groups["shown"].Value.StartsWith('[') ? ".ToArray()" : "");

    private static void AssertShows(string expected, object actual)
    {
        if (actual is Enum)
        {
            Assert.Equal(expected, actual.ToString());
            return;
        }

        var numbers = expected
            .Trim('[', ']')
            .Split(", ")
            .Select(text => float.Parse(text, CultureInfo.InvariantCulture))
            .ToList();
        Assert.All(
            numbers.Zip(actual as float[] ?? [Assert.IsType<float>(actual)]),
            pair => Assert.InRange(pair.Second, pair.First - Bound(pair.First), pair.First + Bound(pair.First))
        );
        Assert.Equal(numbers.Count, actual is float[] all ? all.Length : 1);
    }

    /// <summary>What a machine without fused multiply-add may differ by from one that has it: 5 ULP each.</summary>
    private static float Bound(float number)
    {
        var magnitude = Math.Abs(number);
        return 10 * (MathF.BitIncrement(magnitude) - magnitude);
    }
}
