namespace SoftmaxGen.Generators.Emission.Text;

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
            var pieces = new List<string>();
            var pieceStart = 0;
            for (var i = Find(symbol, 0); i >= 0; i = Find(symbol, i + 1))
            {
                if (depths[i] == 0)
                {
                    pieces.Add(code.Substring(pieceStart, i - pieceStart));
                    pieceStart = i + 1;
                }
            }

            if (pieces.Count > 0)
            {
                pieces.Add(code.Substring(pieceStart));
                return pieces;
            }
        }

        return null;
    }

    /// <summary>The longest parenthesized list outside of others, the first of several.</summary>
    public (int Start, int End, IReadOnlyList<string> Items)? LongestList()
    {
        (int Start, int End)? longest = null;
        for (var start = 0; start < code.Length; start++)
        {
            if (code[start] == '(' && depths[start] == 0)
            {
                var end = start + 1;
                while (depths[end] > 0)
                {
                    end++;
                }

                longest = longest is { } other && other.End - other.Start >= end - start ? other : (start, end);
                start = end;
            }
        }

        return longest is { } list ? (list.Start, list.End, Items(list.Start + 1, list.End)) : null;
    }

    private int Find(string symbol, int start) => code.IndexOf(symbol, start, StringComparison.Ordinal);

    private List<string> Items(int start, int end)
    {
        var items = new List<string>();
        for (var i = start; i < end; i++)
        {
            if (code[i] == ',' && depths[i] == 1)
            {
                items.Add(code.Substring(start, i - start).Trim());
                start = i + 1;
            }
        }

        items.Add(code.Substring(start, end - start).Trim());
        return items;
    }

    /// <summary>Type arguments follow a name; a comparison stands between spaces.</summary>
    private bool IsOpening(int i) => code[i] == '(' || (code[i] == '<' && i > 0 && char.IsLetterOrDigit(code[i - 1]));

    private bool IsClosing(int i) => code[i] == ')' || (code[i] == '>' && code[i - 1] != '=' && code[i - 1] != ' ');
}
