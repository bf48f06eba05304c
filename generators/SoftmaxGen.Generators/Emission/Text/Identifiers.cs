namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>The words of a text that may be names.</summary>
internal static class Identifiers
{
    /// <summary>Those that begin with a capital letter, as types do.</summary>
    public static HashSet<string> In(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var end = 0;
        for (var start = 0; start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && IsPart(text[end]); end++) { }

            if (end > start && text[start] is >= 'A' and <= 'Z')
            {
                names.Add(text.Substring(start, end - start));
            }
        }

        return names;
    }

    private static bool IsPart(char c) => c is '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
