namespace SoftmaxGen.Numerics.Tests;

/// <summary>The class counts under test: every small one, and sizes around vector, unroll and cascade limits.</summary>
internal static class ClassCounts
{
    public static IEnumerable<int> Small => Enumerable.Range(2, 129);

    public static IEnumerable<int> Searched => Small.Concat([255, 256, 257, 1000, 1024]);

    public static IEnumerable<int> All => Searched.Concat([4096, 32000, 1 << 20]);
}
