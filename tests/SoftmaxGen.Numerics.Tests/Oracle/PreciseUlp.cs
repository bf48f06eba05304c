namespace SoftmaxGen.Numerics.Tests;

/// <summary>The measure of <see cref="Ulp"/> for both element types, against results in extended precision.</summary>
internal static class PreciseUlp
{
    /// <summary>
    /// The unit of the last place of a float or double in the binade of <paramref name="size"/>; the smallest subnormal
    /// number below the normal range.
    /// </summary>
    public static DoubleDouble Of(DoubleDouble size, bool isDouble)
    {
        (int digits, int smallest, int largest) = isDouble ? (52, -1022, 1023) : (23, -126, 127);
        if (size.IsNaN)
            return size;
        int exponent =
            size.IsInfinity ? largest
            : size.IsZero ? smallest
            : size.Exponent;
        return ((DoubleDouble)1).ScaleB(Math.Clamp(exponent, smallest, largest) - digits);
    }

    public static double Error(double actual, DoubleDouble exact, bool isDouble) =>
        Error(actual, ExactResult.OfOwnSize(exact), isDouble, lost: 0);

    public static double Error(double actual, ExactResult exact, bool isDouble) =>
        Error(actual, exact, isDouble, lost: 0);

    /// <summary>
    /// The error of <paramref name="actual"/> in ULP of the exact result's size. Up to <paramref name="lost"/> of it is
    /// what products below the normal range may lose. Infinite where one is NaN or beyond the range, and the other not.
    /// </summary>
    public static double Error(double actual, ExactResult exact, bool isDouble, DoubleDouble lost)
    {
        if (exact.Value.IsNaN)
            return double.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (!(DoubleDouble.Abs(exact.Value) < Overflow(isDouble)))
            return actual == (exact.Value.IsNegative ? double.NegativeInfinity : double.PositiveInfinity)
                ? 0
                : double.PositiveInfinity;
        if (!double.IsFinite(actual))
            return double.PositiveInfinity;
        DoubleDouble error = DoubleDouble.Max(0, DoubleDouble.Abs(actual - exact.Value) - lost);
        return (double)(error / Of(exact.Size, isDouble));
    }

    // From here on a result rounds to infinity: half a unit above the largest finite number.
    private static DoubleDouble Overflow(bool isDouble)
    {
        (int digits, int exponent) = isDouble ? (53, 1024) : (24, 128);
        return (1 - ((DoubleDouble)1).ScaleB(-digits - 1)).ScaleB(exponent);
    }
}
