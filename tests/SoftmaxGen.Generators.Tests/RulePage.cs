using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Generators.Tests;

/// <summary>A page of docs/rules, by its sections and blocks of code.</summary>
internal sealed record RulePage(string Text)
{
    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string Folder { get; } = Path.Combine(RepositoryRoot, "docs", "rules");

    public static RulePage Of(string name) => new(File.ReadAllText(Path.Combine(Folder, name + ".md")));

    public IEnumerable<string> Sections => Headings.Select(heading => heading.Groups[1].Value);

    public string TextOf(string section)
    {
        var heading = Headings.Single(found => found.Groups[1].Value == section);
        var start = heading.Index + heading.Length;
        var next = Headings.FirstOrDefault(found => found.Index > start);
        return Text[start..(next?.Index ?? Text.Length)];
    }

    public IEnumerable<string> Blocks(string section, string language) =>
        Regex
            .Matches(TextOf(section), $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value);

    private IEnumerable<Match> Headings => Regex.Matches(Text, "^## (.+)$", RegexOptions.Multiline);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
