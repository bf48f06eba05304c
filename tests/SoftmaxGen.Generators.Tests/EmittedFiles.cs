namespace SoftmaxGen.Generators.Tests;

/// <summary>Which of the emitted files is what.</summary>
internal static class EmittedFiles
{
    private static readonly string[] SharedStarts = ["SoftmaxGen.Checks", "SoftmaxGen.Floats", "SoftmaxGen.Doubles"];

    /// <summary>The text of the only kernel file, where there is one head.</summary>
    public static string Kernel(IReadOnlyDictionary<string, string> files) =>
        files.Single(file => IsKernel(file.Key)).Value;

    /// <summary>All shared files, one below the other.</summary>
    public static string Shared(IReadOnlyDictionary<string, string> files) =>
        Joined(files.Where(file => IsShared(file.Key)));

    /// <summary>All files that are not shared, one below the other.</summary>
    public static string Own(IReadOnlyDictionary<string, string> files) =>
        Joined(files.Where(file => !IsShared(file.Key)));

    public static bool IsKernel(string name) =>
        name.StartsWith("SoftmaxGen.Classes", StringComparison.Ordinal)
        || name.StartsWith("SoftmaxGen.Outputs", StringComparison.Ordinal);

    public static bool IsShared(string name) =>
        SharedStarts.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static string Joined(IEnumerable<KeyValuePair<string, string>> files) =>
        string.Join(
            "\n",
            files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"// ==== {file.Key}\n{file.Value}")
        );
}
