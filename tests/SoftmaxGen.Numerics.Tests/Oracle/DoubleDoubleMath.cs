namespace SoftmaxGen.Numerics.Tests;

/// <summary>exp and log of <see cref="DoubleDouble"/>, each within a relative 2^-98.</summary>
internal static class DoubleDoubleMath
{
    // Where exp counts as 0 or infinity: far outside of what a double can hold, or 2^20 terms can add up to.
    private const double ExpReach = 20000;

    private const int ExpTerms = 15;
    private const int ExpHalvings = 4;

    private const double SmallLog1P = 0.125;
    private const int SmallLog1PTerms = 15;

    // ln 2 in three parts of which the first two have 38 bits: their products with the 15 bits of k are exact.
    private const double Ln2High = 0.6931471805582987;
    private const double Ln2Middle = 1.6465949582866463e-12;
    private const double Ln2Low = 3.061840736018652e-24;

    private static readonly DoubleDouble Ln2 = DoubleDouble.Create(0.6931471805599453, 2.3190468138462996e-17, 0);
    private static readonly DoubleDouble[] InverseFactorials = FillInverseFactorials();

    /// <summary>e^x = 2^k e^r, with e^r - 1 as a Taylor series of r / 16, doubled four times.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (x.IsNaN)
            return x;
        double rounded = (double)x;
        if (Math.Abs(rounded) > ExpReach)
            return rounded < 0 ? 0 : double.PositiveInfinity;

        double k = Math.Round(rounded / Ln2High);
        DoubleDouble r = ((x - k * Ln2High) - k * Ln2Middle) - k * Ln2Low;
        r = r.ScaleB(-ExpHalvings);
        DoubleDouble series = InverseFactorials[ExpTerms];
        for (int n = ExpTerms - 1; n > 0; n--)
            series = series * r + InverseFactorials[n];
        DoubleDouble expM1 = series * r;
        // e^2r - 1 = 2 (e^r - 1) + (e^r - 1)^2
        for (int i = 0; i < ExpHalvings; i++)
            expM1 = expM1.ScaleB(1) + expM1 * expM1;
        return (1 + expM1).ScaleB((int)k);
    }

    /// <summary>log x = k ln 2 + log f, with f from 3/4 to 3/2, so that the two do not cancel.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        if (x.IsZero)
            return DoubleDouble.NegativeInfinity;
        if (x.IsNaN || x.IsNegative)
            return DoubleDouble.NaN;
        if (x.IsInfinity)
            return x;

        int k = x.Exponent;
        DoubleDouble f = x.ScaleB(-k);
        if (f > 1.5)
        {
            f = f.ScaleB(-1);
            k++;
        }
        return k * Ln2 + LogNearOne(f);
    }

    /// <summary>log(1 + x), exact also where x is tiny.</summary>
    public static DoubleDouble Log1P(DoubleDouble x) => DoubleDouble.Abs(x) < SmallLog1P ? SmallLog(x) : Log(1 + x);

    /// <summary>log(1 + e^x)</summary>
    public static DoubleDouble Softplus(DoubleDouble x) => DoubleDouble.Max(x, 0) + Log1P(Exp(-DoubleDouble.Abs(x)));

    private static DoubleDouble LogNearOne(DoubleDouble f)
    {
        DoubleDouble aboveOne = f - 1;
        if (DoubleDouble.Abs(aboveOne) < SmallLog1P)
            return SmallLog(aboveOne);
        // f e^-y is 1 + d with a d of about 2^-53, so two terms of log(1 + d) suffice.
        DoubleDouble y = Math.Log((double)f);
        DoubleDouble d = f * Exp(-y) - 1;
        return y + (d - (d * d).ScaleB(-1));
    }

    // log(1 + x) = 2 artanh(x / (2 + x)) = 2 (q + q^3 / 3 + q^5 / 5 + ...)
    private static DoubleDouble SmallLog(DoubleDouble x)
    {
        DoubleDouble q = x / (2 + x);
        DoubleDouble square = q * q;
        DoubleDouble series = 0;
        for (int n = SmallLog1PTerms; n > 0; n--)
            series = (series + 1 / (DoubleDouble)(2 * n + 1)) * square;
        return (q + q * series).ScaleB(1);
    }

    private static DoubleDouble[] FillInverseFactorials()
    {
        var inverses = new DoubleDouble[ExpTerms + 1];
        inverses[0] = 1;
        for (int n = 1; n <= ExpTerms; n++)
            inverses[n] = inverses[n - 1] / n;
        return inverses;
    }
}
