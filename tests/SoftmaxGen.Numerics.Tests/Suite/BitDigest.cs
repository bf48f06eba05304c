using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>FNV-1a over the words of 32 or 64 bits. Every NaN counts as the same, since its sign and payload are unspecified.</summary>
internal static class BitDigest
{
    public const ulong Empty = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int CanonicalNaN = 0x7FC00000;

    public static int Bits(float value) => float.IsNaN(value) ? CanonicalNaN : BitConverter.SingleToInt32Bits(value);

    public static ulong Add(ulong digest, ReadOnlySpan<float> values)
    {
        foreach (float value in values)
            digest = (digest ^ (uint)Bits(value)) * Prime;
        return digest;
    }

    public static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    public static ulong Add(ulong digest, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            digest = (digest ^ (ulong)Bits(value)) * Prime;
        return digest;
    }

    public static ulong Add(ulong digest, ulong other) => (digest ^ other) * Prime;

    /// <summary>The first place where two results differ in their bits, or -1.</summary>
    public static int FirstDifference(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b)))
            return -1;
        for (int i = 0; i < a.Length; i++)
            if (Bits(a[i]) != Bits(b[i]))
                return i;
        return -1;
    }

    public static int FirstDifference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        for (int i = 0; i < a.Length; i++)
            if (Bits(a[i]) != Bits(b[i]))
                return i;
        return -1;
    }
}
