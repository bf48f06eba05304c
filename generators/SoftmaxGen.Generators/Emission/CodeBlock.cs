using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Renders an interpolated raw string as code: a hole of several lines keeps the indentation of the line it stands in,
/// and a line whose only content is an empty hole disappears.
/// </summary>
[InterpolatedStringHandler]
internal sealed class CodeBlock
{
    private const char EmptyHole = '\uFFFF';

    private readonly StringBuilder text;

    public CodeBlock(int literalLength, int formattedCount) =>
        text = new StringBuilder(literalLength + (formattedCount * 64));

    /// <summary>The text of an interpolated template.</summary>
    public static string Render(CodeBlock block) => block.ToString();

    /// <summary>Blocks one below the other, with an empty line between them; empty ones are left out.</summary>
    public static string Stack(IEnumerable<string> blocks) =>
        string.Join("\n\n", blocks.Where(block => block.Length > 0));

    public static string Stack(params string[] blocks) => Stack(blocks.AsEnumerable());

    /// <summary>Lines one below the other; empty ones are left out.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Where(line => line.Length > 0));

    public static string Lines(params string[] lines) => Lines(lines.AsEnumerable());

    public void AppendLiteral(string literal) => text.Append(literal.Replace("\r\n", "\n"));

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            text.Append(EmptyHole);
            return;
        }

        text.Append(value!.Replace("\n", "\n" + CurrentIndentation()));
    }

    public override string ToString()
    {
        var lines = new List<string>();
        foreach (var raw in text.ToString().Split('\n'))
        {
            var line = raw.Replace(EmptyHole.ToString(), "").TrimEnd();
            var isEmptyHole = line.Length == 0 && raw.IndexOf(EmptyHole) >= 0;
            var isSecondBlank = line.Length == 0 && (lines.Count == 0 || lines[lines.Count - 1] is "" || Opens(lines));
            if (isEmptyHole || isSecondBlank)
            {
                continue;
            }

            if (
                line.TrimStart(' ').StartsWith("}", StringComparison.Ordinal)
                && lines.Count > 0
                && lines[lines.Count - 1] is ""
            )
            {
                lines.RemoveAt(lines.Count - 1);
            }

            lines.Add(line);
        }

        return string.Join("\n", lines);
    }

    private static bool Opens(List<string> lines) => lines[lines.Count - 1].EndsWith("{", StringComparison.Ordinal);

    private string CurrentIndentation()
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        var end = start;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return text.ToString(start, end - start);
    }
}
