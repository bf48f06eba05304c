using System.Text;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>
/// Breaks long lines as a formatter would: comments between words, code after <c>=></c>, then before operators,
/// then into one argument a line; lists of names between these.
/// Names of types and class counts decide how long a line gets, so templates cannot.
/// </summary>
internal static class LineWrapper
{
    private const int Limit = 120;
    private const string Arrow = " =>";

    private static readonly Regex OpenTag = new(@"</?\w+[^>]*$");

    private static readonly Regex Element = new(@"^(?<open><(?<tag>\w+)[^>]*>)(?<content>.*)(?<close></\k<tag>>)$");

    /// <summary>The text of a file, whose last line ends as the others do.</summary>
    public static string Wrap(string text)
    {
        var wrapped = new StringBuilder(text.Length + (text.Length / 16));
        var copied = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end - start > Limit)
            {
                var lines = WrapLine(text.Substring(start, end - start));
                wrapped.Append(text, copied, start - copied).Append(string.Join("\n", lines));
                copied = end;
            }
        }

        return wrapped.Append(text, copied, text.Length - copied).Append('\n').ToString();
    }

    private static IEnumerable<string> WrapLine(string line)
    {
        if (line.Length <= Limit)
        {
            return [line];
        }

        var indent = line.Substring(0, line.Length - line.TrimStart().Length);
        var content = line.Substring(indent.Length);
        return content.StartsWith("//", StringComparison.Ordinal)
            ? WrapComment(indent + content.Substring(0, StartOfText(content)), content.Substring(StartOfText(content)))
            : WrapCode(indent, content);
    }

    /// <summary>Where the text of a comment begins: what follows in another line is indented as much.</summary>
    private static int StartOfText(string comment)
    {
        var start = comment.IndexOf(' ');
        return start + comment.Substring(start).TakeWhile(c => c == ' ').Count();
    }

    /// <summary>An element that does not fit gets lines of its own for its tags.</summary>
    private static IEnumerable<string> WrapComment(string prefix, string text)
    {
        var element = Element.Match(text);
        return element.Success
            ? WrapWords(prefix, element.Groups["content"].Value)
                .Prepend(prefix + element.Groups["open"].Value)
                .Append(prefix + element.Groups["close"].Value)
            : WrapWords(prefix, text);
    }

    /// <param name="prefix">What the first line begins with.</param>
    /// <param name="text">The words.</param>
    /// <param name="hanging">What other lines begin with, if it is something else.</param>
    private static IEnumerable<string> WrapWords(string prefix, string text, string? hanging = null)
    {
        var line = prefix;
        foreach (var word in Words(text))
        {
            if (line.Length > prefix.Length && line.Length + word.Length > Limit)
            {
                yield return line.TrimEnd();
                line = hanging ?? prefix;
            }

            line += word + " ";
        }

        yield return line.TrimEnd();
    }

    /// <summary>The words of a comment; a tag with its attributes is part of one.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = "";
        foreach (var part in text.Split(' '))
        {
            word = word.Length == 0 ? part : word + " " + part;
            if (word.IndexOf('<') < 0 || !OpenTag.IsMatch(word))
            {
                yield return word;
                word = "";
            }
        }

        if (word.Length > 0)
        {
            yield return word;
        }
    }

    private static IEnumerable<string> WrapCode(string indent, string code)
    {
        var inner = indent + "    ";
        var structure = new CodeStructure(code);
        if (structure.IndexAtTop(Arrow + " ") is { } arrow)
        {
            var head = WrapLine(indent + code.Substring(0, arrow + Arrow.Length));
            return head.Concat(WrapLine(inner + code.Substring(arrow + Arrow.Length + 1)));
        }

        if (structure.SplitAtOperators() is { } operands)
        {
            var rest = operands.Skip(1).Select(operand => inner + operand);
            return rest.Prepend(indent + operands[0]).SelectMany(WrapLine);
        }

        if (structure.LongestList() is not { } list)
        {
            return code.IndexOf('"') < 0 ? WrapWords(indent, code, inner) : [indent + code];
        }

        var items = list.Items.Select((item, index) => inner + item + (index < list.Items.Count - 1 ? "," : ""));
        return items
            .SelectMany(WrapLine)
            .Prepend(indent + code.Substring(0, list.Start + 1))
            .Append(indent + code.Substring(list.End));
    }
}
