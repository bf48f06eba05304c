using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// Compares text with a stored file by the conventions of Verify: <c>Class.Method_parameter.verified.cs</c> is checked
/// in, <c>.received.cs</c> is written when a test fails and is moved over the verified one to accept it.
/// </summary>
internal static partial class Snapshot
{
    private const int ContextLines = 3;

    public static void Verify(
        string text,
        string parameter,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string method = ""
    )
    {
        var name = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}_{parameter}";
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var verified = Path.Combine(folder, name + ".verified.cs");
        var received = Path.Combine(folder, name + ".received.cs");

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        var actual = Scrub(text);
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, actual);
        throw new XunitException(
            $"{name} differs from its snapshot. To accept: move it to .verified.cs.\n{Diff(expected, actual)}"
        );
    }

    /// <summary>The version of the generator is not part of what a snapshot asserts.</summary>
    private static string Scrub(string text) => Version().Replace(text, "\"SoftmaxGen\", \"{version}\"");

    /// <summary>The lines that one text has and the other has not.</summary>
    public static string Changes(string from, string to) =>
        string.Join(
            "\n",
            new InlineDiffBuilder(new Differ())
                .BuildDiffModel(from, to)
                .Lines.Where(line => line.Type != ChangeType.Unchanged)
                .Select(line => (Mark(line.Type) + line.Text).TrimEnd())
        ) + "\n";

    private static string Diff(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines;
        var changed = lines
            .Select((line, index) => (line, index))
            .Where(item => item.line.Type != ChangeType.Unchanged)
            .Select(item => item.index)
            .ToList();
        var shown = lines.Where((_, index) => changed.Any(change => Math.Abs(change - index) <= ContextLines));
        return string.Join("\n", shown.Take(200).Select(line => Mark(line.Type) + line.Text));
    }

    private static string Mark(ChangeType type) =>
        type switch
        {
            ChangeType.Inserted => "+ ",
            ChangeType.Deleted => "- ",
            _ => "  ",
        };

    [GeneratedRegex("\"SoftmaxGen\", \"[0-9.]+\"")]
    private static partial Regex Version();
}
