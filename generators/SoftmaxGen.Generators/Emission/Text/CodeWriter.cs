using System.Buffers;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>
/// Collects lines of code. Each is judged when it ends: blanks at its end go, and so do an empty hole that is alone in it, an
/// empty line behind another one or behind an opening brace, and one before a closing brace. One comes between a closing brace
/// and the next statement.
/// </summary>
internal sealed class CodeWriter(int capacity)
{
    private const int NoHole = int.MaxValue;

    private char[] text = ArrayPool<char>.Shared.Rent(capacity);
    private int length;
    private int lineStart;
    private int emptyHole = NoHole;

    /// <summary>The blanks at the start of the line that is written.</summary>
    public int Indentation
    {
        get
        {
            var end = lineStart;
            while (end < Math.Min(length, emptyHole) && text[end] == ' ')
            {
                end++;
            }

            return end - lineStart;
        }
    }

    /// <summary>A text of one or more lines, of which all but the first are indented.</summary>
    public void Append(string value, int indentation)
    {
        var start = 0;
        for (var end = value.IndexOf('\n'); end >= 0; end = value.IndexOf('\n', start))
        {
            AppendPart(value, start, end - start);
            EndLine();
            AppendBlanks(indentation);
            start = end + 1;
        }

        AppendPart(value, start, value.Length - start);
    }

    public void AppendEmptyHole() => emptyHole = Math.Min(emptyHole, length);

    /// <summary>The text, to which nothing can be added then.</summary>
    public string Finish()
    {
        EndLine();
        // Behind the last line nothing follows.
        var finished = new string(text, 0, Math.Max(0, lineStart - 1));
        ArrayPool<char>.Shared.Return(text);
        return finished;
    }

    private void EndLine()
    {
        var end = length;
        while (end > lineStart && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var isEmpty = end == lineStart;
        if (isEmpty && (emptyHole != NoHole || !MayBeEmpty))
        {
            length = lineStart;
        }
        else
        {
            length =
                isEmpty ? end
                : IsEmptyBefore && ClosesBrace(end) ? WithoutLineBefore(end)
                : IsBraceBefore && BeginsStatement(end) ? WithLineBefore(end)
                : end;
            Reserve(1);
            text[length++] = '\n';
            lineStart = length;
        }

        emptyHole = NoHole;
    }

    /// <summary>Whether the line before is neither missing nor empty, and opens nothing.</summary>
    private bool MayBeEmpty => lineStart > 0 && !IsEmptyBefore && text[lineStart - 2] != '{';

    private bool IsEmptyBefore => lineStart > 1 && text[lineStart - 2] == '\n';

    /// <summary>Whether the line before has nothing but a closing brace.</summary>
    private bool IsBraceBefore
    {
        get
        {
            var last = lineStart - 2;
            var before = last - 1;
            while (before >= 0 && text[before] == ' ')
            {
                before--;
            }

            return last >= 0 && text[last] == '}' && (before < 0 || text[before] == '\n');
        }
    }

    private bool ClosesBrace(int end) => text[FirstIn(end)] == '}';

    /// <summary>Whether the line is neither punctuation nor the second half of an <c>if</c> or <c>do</c>.</summary>
    private bool BeginsStatement(int end)
    {
        var first = FirstIn(end);
        return (char.IsLetter(text[first]) || text[first] == '/')
            && !Is("else")
            && !(Is("while") && text[end - 1] == ';');

        bool Is(string word) =>
            first + word.Length <= end && string.CompareOrdinal(word, new string(text, first, word.Length)) == 0;
    }

    private int FirstIn(int end)
    {
        var first = lineStart;
        while (first < end && text[first] == ' ')
        {
            first++;
        }

        return first;
    }

    private int WithLineBefore(int end)
    {
        Reserve(1);
        Array.Copy(text, lineStart, text, lineStart + 1, end - lineStart);
        text[lineStart] = '\n';
        return end + 1;
    }

    private int WithoutLineBefore(int end)
    {
        Array.Copy(text, lineStart, text, lineStart - 1, end - lineStart);
        return end - 1;
    }

    private void AppendPart(string value, int start, int count)
    {
        Reserve(count);
        value.CopyTo(start, text, length, count);
        length += count;
    }

    private void AppendBlanks(int count)
    {
        Reserve(count);
        for (var end = length + count; length < end; length++)
        {
            text[length] = ' ';
        }
    }

    private void Reserve(int count)
    {
        if (length + count > text.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(text.Length * 2, length + count));
            Array.Copy(text, larger, length);
            ArrayPool<char>.Shared.Return(text);
            text = larger;
        }
    }
}
