namespace SoftmaxGen.Generators.Emission;

/// <summary>Where the parentheses and commas of one line of code stand, strings left aside.</summary>
internal sealed class CodeStructure
{
    private static readonly string[] Operators = [" | ", " & ", " + ", " : "];

    private readonly string code;
    private readonly int[] depths;

    public CodeStructure(string code)
    {
        this.code = code;
        depths = new int[code.Length];
        var depth = 0;
        var inString = false;
        for (var i = 0; i < code.Length; i++)
        {
            inString ^= code[i] == '"';
            depth -= !inString && IsClosing(i) ? 1 : 0;
            depths[i] = inString ? int.MaxValue : depth;
            depth += !inString && IsOpening(i) ? 1 : 0;
        }
    }

    /// <summary>The first place of the text outside of parentheses.</summary>
    public int? IndexAtTop(string text)
    {
        var index = code.IndexOf(text, StringComparison.Ordinal);
        return index >= 0 && depths[index] == 0 ? index : null;
    }

    /// <summary>The code in pieces, each but the first beginning with an operator; null where there is none.</summary>
    public IReadOnlyList<string>? SplitAtOperators()
    {
        foreach (var symbol in Operators)
        {
            var starts = Enumerable.Range(0, code.Length).Where(i => depths[i] == 0 && IsAt(i, symbol)).ToList();
            if (starts.Count > 0)
            {
                return starts
                    .Prepend(-1)
                    .Zip(starts.Append(code.Length), (from, to) => code.Substring(from + 1, to - from - 1))
                    .ToList();
            }
        }

        return null;
    }

    /// <summary>The longest parenthesized list outside of others.</summary>
    public (int Start, int End, IReadOnlyList<string> Items)? LongestList() =>
        Lists()
            .OrderByDescending(list => list.End - list.Start)
            .Select(list => ((int, int, IReadOnlyList<string>)?)list)
            .FirstOrDefault();

    private bool IsAt(int index, string text) => string.CompareOrdinal(code, index, text, 0, text.Length) == 0;

    private IEnumerable<(int Start, int End, IReadOnlyList<string> Items)> Lists()
    {
        for (var start = 0; start < code.Length; start++)
        {
            if (code[start] == '(' && depths[start] == 0)
            {
                var end = start + 1;
                while (depths[end] > 0)
                {
                    end++;
                }

                yield return (start, end, Items(start + 1, end));
                start = end;
            }
        }
    }

    private List<string> Items(int start, int end)
    {
        var commas = Enumerable.Range(start, end - start).Where(i => code[i] == ',' && depths[i] == 1).ToList();
        var starts = commas.Select(comma => comma + 1).Prepend(start);
        return starts.Zip(commas.Append(end), (from, to) => code.Substring(from, to - from).Trim()).ToList();
    }

    /// <summary>Type arguments follow a name; a comparison stands between spaces.</summary>
    private bool IsOpening(int i) => code[i] == '(' || (code[i] == '<' && i > 0 && char.IsLetterOrDigit(code[i - 1]));

    private bool IsClosing(int i) => code[i] == ')' || (code[i] == '>' && code[i - 1] != '=' && code[i - 1] != ' ');
}
