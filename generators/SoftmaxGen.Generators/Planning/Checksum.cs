namespace SoftmaxGen.Generators.Planning;

/// <summary>FNV-1a: the same on every machine and in every process.</summary>
internal static class Checksum
{
    public static ulong Of(string text) => Of(text.Select(character => (ulong)character));

    public static ulong Of(IEnumerable<double> numbers) =>
        Of(numbers.SelectMany(BitConverter.GetBytes).Select(item => (ulong)item));

    private static ulong Of(IEnumerable<ulong> items) =>
        items.Aggregate(14695981039346656037ul, (hash, item) => unchecked((hash ^ item) * 1099511628211ul));
}
