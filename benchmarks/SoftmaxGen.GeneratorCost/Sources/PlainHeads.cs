namespace SoftmaxGen.GeneratorCost.Sources;

/// <summary>Heads without options that share a few class counts, as those of most solutions do.</summary>
internal static class PlainHeads
{
    public static readonly int[] ClassCounts = [2, 3, 4, 5, 6, 8, 10, 12, 16, 26, 32, 64, 100];

    /// <summary>The head with this number. Neighbours have different class counts.</summary>
    public static string Declare(int number) => Floats(number, ClassCounts[number % ClassCounts.Length]);

    public static string Floats(int number, int classes) => Declare(number, $"Classes = {classes}");

    public static string Doubles(int number, int classes) =>
        Declare(number, $"Classes = {classes}, Element = typeof(double)");

    private static string Declare(int number, string arguments) =>
        $$"""
            /// <summary>What unit {{number}} decides.</summary>
            [SoftmaxHead({{arguments}})]
            public static partial class Head{{number}} { }
            """;
}
