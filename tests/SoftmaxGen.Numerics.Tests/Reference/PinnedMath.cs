using static System.MathF;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>exp, log1p and log in the pinned order of operations: the bits every fused kernel must give.</summary>
internal static class PinnedMath
{
    /// <summary>(exp(r) - 1) / r for |r| up to half of ln 2.</summary>
    public static float ExpSlope(float r)
    {
        float p = FusedMultiplyAdd(Coefficients.Exp6, r, Coefficients.Exp5);
        p = FusedMultiplyAdd(p, r, Coefficients.Exp4);
        p = FusedMultiplyAdd(p, r, Coefficients.Exp3);
        p = FusedMultiplyAdd(p, r, Coefficients.Exp2);
        return FusedMultiplyAdd(p, r, 1f);
    }

    /// <summary>x rounded to a whole number of ln 2.</summary>
    public static float Halvings(float x) =>
        FusedMultiplyAdd(x, Coefficients.Log2E, Coefficients.RoundToInteger) - Coefficients.RoundToInteger;

    /// <summary>exp(x) / 2^k, times the 2^64 that all terms of a row carry.</summary>
    public static float ExpScaled(float x, float k)
    {
        if (float.IsNaN(x) || float.IsNaN(k))
            return float.NaN;
        float n = Halvings(x);
        float r = FusedMultiplyAdd(n, -Coefficients.Ln2Hi, x);
        r = FusedMultiplyAdd(n, -Coefficients.Ln2Lo, r);
        // 2^-127 has the bits of 0: the term of a mask.
        float scale = BitConverter.Int32BitsToSingle((int)(n - k) + Coefficients.ScaleExponent + 127 << 23);
        return FusedMultiplyAdd(ExpSlope(r), r * scale, scale);
    }

    /// <summary>log(1 + u) for u from 0 to 2^20.</summary>
    public static float Log1P(float u)
    {
        if (float.IsNaN(u))
            return u;
        int e = OctaveBits(BitConverter.SingleToInt32Bits(1f + u));
        float scale = BitConverter.Int32BitsToSingle(0x3F800000 - e);
        return LogOfReduced(FusedMultiplyAdd(u, scale, scale - 1f), e >> 23);
    }

    /// <summary>log(p): -inf at 0, NaN below.</summary>
    public static float Log(float p)
    {
        if (p == 0f)
            return float.NegativeInfinity;
        if (float.IsNaN(p) || p < 0f)
            return float.NaN;
        if (float.IsPositiveInfinity(p))
            return p;
        bool subnormal = p < 1.17549435e-38f;
        int bits = BitConverter.SingleToInt32Bits(subnormal ? p * 8388608f : p);
        int e = OctaveBits(bits);
        return LogOfReduced(BitConverter.Int32BitsToSingle(bits - e) - 1f, (e >> 23) - (subnormal ? 23 : 0));
    }

    // Octaves start at 0.75, so that a logarithm near 0 needs no multiple of ln 2.
    private static int OctaveBits(int bits) => (bits - Coefficients.OctaveStart) & unchecked((int)0xFF800000);

    private static float LogOfReduced(float r, float k)
    {
        float r2 = r * r;
        float p01 = FusedMultiplyAdd(Coefficients.Log1, r, Coefficients.Log0);
        float p23 = FusedMultiplyAdd(Coefficients.Log3, r, Coefficients.Log2);
        float p45 = FusedMultiplyAdd(Coefficients.Log5, r, Coefficients.Log4);
        float p67 = FusedMultiplyAdd(Coefficients.Log7, r, Coefficients.Log6);
        float q = FusedMultiplyAdd(Coefficients.Log8, r2, p67);
        q = FusedMultiplyAdd(q, r2, p45);
        q = FusedMultiplyAdd(q, r2, p23);
        q = FusedMultiplyAdd(q, r2, p01);
        return FusedMultiplyAdd(k, Coefficients.Ln2Hi, FusedMultiplyAdd(r2, q, r));
    }
}
