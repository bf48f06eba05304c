using System.Globalization;
using System.Runtime.CompilerServices;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>
/// Renders an interpolated raw string as code: a hole of several lines keeps the indentation of the line it stands in,
/// and a line whose only content is an empty hole disappears.
/// </summary>
[InterpolatedStringHandler]
internal sealed class CodeBlock(int literalLength, int formattedCount)
{
    private readonly CodeWriter writer = new(literalLength + (formattedCount * 64));
    private string? rendered;

    /// <summary>The text of an interpolated template.</summary>
    public static string Render(CodeBlock block) => block.ToString();

    /// <summary>Blocks one below the other, with an empty line between them; empty ones are left out.</summary>
    public static string Stack(IEnumerable<string> blocks) => Join("\n\n", blocks);

    public static string Stack(params string[] blocks) => Stack(blocks.AsEnumerable());

    /// <summary>Lines one below the other; empty ones are left out.</summary>
    public static string Lines(IEnumerable<string> lines) => Join("\n", lines);

    public static string Lines(params string[] lines) => Lines(lines.AsEnumerable());

    public void AppendLiteral(string literal) =>
        writer.Append(literal.IndexOf('\r') < 0 ? literal : literal.Replace("\r\n", "\n"), indentation: 0);

    public void AppendFormatted(int value) =>
        writer.Append(value.ToString(CultureInfo.InvariantCulture), indentation: 0);

    public void AppendFormatted(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            writer.AppendEmptyHole();
        }
        else
        {
            writer.Append(value!, writer.Indentation);
        }
    }

    public override string ToString() => rendered ??= writer.Finish();

    // An array is joined in one piece, a sequence in parts that grow.
    private static string Join(string separator, IEnumerable<string> parts) =>
        string.Join(separator, parts.Where(part => part.Length > 0).ToArray());
}
