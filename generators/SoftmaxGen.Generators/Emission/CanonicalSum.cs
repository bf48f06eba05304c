using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The order of a sum, which the class count alone decides: element j goes to lane j mod 16, a lane adds its blocks in
/// order, and lanes fold by halves. A vector of fewer lanes is a part of the 16.
/// </summary>
internal static class CanonicalSum
{
    public static int Parts(int lanes) => KernelPlanner.BlockClasses / lanes;

    /// <summary>The sum of consecutive vectors of one row, down to the lanes of one vector.</summary>
    public static string OfVectors(IReadOnlyList<string> vectors, int lanes)
    {
        var parts = Parts(lanes);
        var sums = Enumerable
            .Range(0, Math.Min(parts, vectors.Count))
            .Select(part => string.Join(" + ", vectors.Where((_, index) => index % parts == part)))
            .ToList();
        return Fold(sums, parts);
    }

    /// <summary>The parts of 16 lanes, added upper half onto lower half until one vector is left.</summary>
    public static string Fold(IReadOnlyList<string> parts, int count)
    {
        var sums = parts.ToList();
        for (var half = count / 2; half >= 1; half /= 2)
        {
            sums = sums.Take(half)
                .Select(
                    (lower, part) => part + half < sums.Count ? $"{Group(lower)} + {Group(sums[part + half])}" : lower
                )
                .ToList();
        }

        return sums[0];
    }

    private static string Group(string sum) => sum.Contains(" + ") ? $"({sum})" : sum;
}
