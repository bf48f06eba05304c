using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The names of emitted files, which have to differ in more than upper and lower case.</summary>
internal static class FileNames
{
    public static string Of(HeadModel head, EquatableArray<string> ambiguous) =>
        ambiguous.Contains(head.FileName)
            ? $"{head.FileName}.{Checksum(head.FileName)}.{KindOf(head)}.g.cs"
            : $"{head.FileName}.{KindOf(head)}.g.cs";

    private static string KindOf(HeadModel head) => head.Options is SigmoidOptions ? "SigmoidHead" : "SoftmaxHead";

    /// <summary>The names that another one equals apart from case.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>FNV-1a: the same on every machine and in every process.</summary>
    private static string Checksum(string name)
    {
        var hash = name.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u));
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
