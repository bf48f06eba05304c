using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Analyzers;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Each rule has its page, its line in the list of rules and its row in the release notes, and each of these a rule.</summary>
public class RulePageTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers = [new DeclarationAnalyzer(), new UseAnalyzer()];

    private static readonly Dictionary<string, DiagnosticDescriptor> Rules = Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .ToDictionary(rule => rule.Id);

    public static TheoryData<string> Ids => [.. Rules.Keys];

    /// <summary>Those that a user may want to live with.</summary>
    public static TheoryData<string> IdsOfAdvice => [.. Rules.Keys.Where(IsAdvice)];

    /// <summary>Those whose cause is shown as C#: the others are about the project file.</summary>
    public static TheoryData<string> IdsWithExamples =>
        [.. Rules.Keys.Where(id => RulePage.Of(id).Blocks("Cause", "csharp").Any())];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_its_page(string id)
    {
        var rule = Rules[id];
        var page = RulePage.Of(id);
        Assert.StartsWith(
            $"# {id}: {rule.Title}\n\n| Category | Severity |\n|---|---|\n| {rule.Category} | {rule.DefaultSeverity} |\n",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["Cause", "How to fix", "How to suppress"], page.Sections);
        Assert.All(page.Sections, section => Assert.NotEmpty(page.TextOf(section).Trim()));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_in_the_list_and_in_the_release_notes(string id)
    {
        var rule = Rules[id];
        Assert.Contains($"- [{id}]({id}.md): {rule.Title}\n", RulePage.Of("README").Text, StringComparison.Ordinal);
        Assert.Contains(
            $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}",
            ReleaseNotes().SelectMany(File.ReadLines)
        );
    }

    [Fact]
    public void Nothing_is_written_about_other_rules()
    {
        var pages = Directory.GetFiles(RulePage.Folder).Select(Path.GetFileNameWithoutExtension).Except(["README"]);
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), IdsIn([Path.Combine(RulePage.Folder, "README.md")]));
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), IdsIn(ReleaseNotes()));
    }

    [Theory]
    [MemberData(nameof(IdsWithExamples))]
    public async Task The_examples_break_the_rule_and_mend_it(string id)
    {
        var page = RulePage.Of(id);
        Assert.Contains(id, await IdsOfAsync(page.Blocks("Cause", "csharp").First()));
        Assert.Empty(await IdsOfAsync(page.Blocks("How to fix", "csharp").First()));
    }

    [Theory]
    [MemberData(nameof(IdsOfAdvice))]
    public async Task The_lines_that_suppress_advice_do(string id)
    {
        var page = RulePage.Of(id);
        var suppressed = Assert.Single(page.Blocks("How to suppress", "csharp"));
        Assert.Contains($"#pragma warning disable {id} ", suppressed, StringComparison.Ordinal);
        Assert.Empty(await IdsOfAsync(suppressed));

        var bad = page.Blocks("Cause", "csharp").First();
        var settings = Assert.Single(page.Blocks("How to suppress", "ini"));
        Assert.Equal([id], await IdsOfAsync(bad));
        Assert.Empty(await IdsOfAsync(bad, settings));
    }

    private static bool IsAdvice(string id) => Rules[id].DefaultSeverity != DiagnosticSeverity.Error;

    private static IEnumerable<string> ReleaseNotes() =>
        Directory.GetFiles(
            Path.Combine(RulePage.RepositoryRoot, "generators"),
            "AnalyzerReleases.*.md",
            SearchOption.AllDirectories
        );

    private static IEnumerable<string> IdsIn(IEnumerable<string> files) =>
        files
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"SMG\d{4}"))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>What the analyzers say about an example, with the settings of an .editorconfig.</summary>
    private static async Task<IEnumerable<string>> IdsOfAsync(string example, string settings = "")
    {
        var compilation = new HeadCompiler(Framework.Current).Compile("using System;\nusing SoftmaxGen;\n" + example);
        var severities = AnalyzerConfigSet
            .Create(new[] { AnalyzerConfig.Parse(settings, "/.editorconfig") })
            .GetOptionsForSourcePath("/Example.cs")
            .TreeOptions;
        var diagnostics = await UserCode.Analyze(
            compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities)),
            Analyzers
        );
        return diagnostics.Select(diagnostic => diagnostic.Id);
    }
}
