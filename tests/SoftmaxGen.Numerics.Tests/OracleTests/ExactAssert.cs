using Xunit;

namespace SoftmaxGen.Numerics.Tests;

internal static class ExactAssert
{
    private const double Tolerance = 1e-15;

    /// <summary>Literals have 17 digits; zeros, infinities and NaN are to be themselves.</summary>
    public static void Near(double[] expected, IEnumerable<ExactResult> actual)
    {
        double[] values = [.. actual.Select(result => (double)result.Value)];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(
                expected[i].Equals(values[i]) || Math.Abs(values[i] - expected[i]) <= Tolerance * Math.Abs(expected[i]),
                $"[{i}] is {values[i]:R}, not {expected[i]:R}"
            );
    }
}
