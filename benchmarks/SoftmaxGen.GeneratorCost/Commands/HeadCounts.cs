namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>How many heads the measured solutions have.</summary>
internal static class HeadCounts
{
    public static IReadOnlyList<int> All { get; } = [1, 100, 1000];
}
