using System.Globalization;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>How many heads the measured solutions have.</summary>
internal static class HeadCounts
{
    /// <summary>The counts that are asked for, or 1, 100 and 1000.</summary>
    public static int[] Parse(string[] arguments) =>
        arguments is []
            ? [1, 100, 1000]
            : [.. arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
}
