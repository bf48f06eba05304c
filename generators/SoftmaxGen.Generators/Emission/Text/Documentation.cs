using System.Text;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>The comments of emitted code.</summary>
internal static class Documentation
{
    private const string Start = "//";

    /// <summary>
    /// The code with each comment where it stands first. Methods of several widths differ in their vectors only, and what is
    /// said of the widest holds for all.
    /// </summary>
    public static string Once(string code)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var result = new StringBuilder(code.Length);
        var comment = new StringBuilder();
        for (int start = 0, end; start < code.Length; start = end + 1)
        {
            end = code.IndexOf('\n', start);
            end = end < 0 ? code.Length : end;
            if (IsComment(code, start))
            {
                comment.Append(code, start, end - start).Append('\n');
                continue;
            }

            if (comment.Length > 0 && known.Add(comment.ToString()))
            {
                result.Append(comment);
            }

            comment.Clear();
            result.Append(code, start, end - start).Append('\n');
        }

        return result.ToString().TrimEnd('\n');
    }

    private static bool IsComment(string code, int start)
    {
        while (start < code.Length && code[start] == ' ')
        {
            start++;
        }

        return string.CompareOrdinal(code, start, Start, 0, Start.Length) == 0;
    }
}
