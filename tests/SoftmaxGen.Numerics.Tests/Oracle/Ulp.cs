namespace SoftmaxGen.Numerics.Tests;

/// <summary>The measure of docs/numerics.md: distance in units of the last place of a float of the size of the exact value.</summary>
internal static class Ulp
{
    private const int SmallestNormalExponent = -126;

    // From here on a float result rounds to infinity.
    private const double Overflow = 3.4028235677973366e38;

    /// <summary>The unit of the last place in the float binade of <paramref name="size"/>; 2^-149 below the normal range.</summary>
    public static double Of(double size)
    {
        int exponent = (int)((BitConverter.DoubleToInt64Bits(size) >> 52) & 0x7FF) - 1023;
        int place = Math.Clamp(exponent, SmallestNormalExponent, 127) - 23;
        return BitConverter.Int64BitsToDouble((long)(place + 1023) << 52);
    }

    /// <summary>The error of <paramref name="actual"/> in ULP of its own exact value.</summary>
    public static double Error(float actual, double exact) => Error(actual, exact, exact);

    /// <summary>
    /// The error of <paramref name="actual"/> in ULP of a value of another size. Up to <paramref name="lost"/> of it is
    /// what products below the normal range may lose: each is rounded to a multiple of 2^-149.
    /// </summary>
    public static double Error(float actual, double exact, double size, double lost = 0)
    {
        if (double.IsNaN(exact))
            return float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (Math.Abs(exact) >= Overflow)
            return (float)exact == actual ? 0 : double.PositiveInfinity;
        double error = Math.Max(0, Math.Abs(actual - exact) - lost) / Of(size);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }
}
