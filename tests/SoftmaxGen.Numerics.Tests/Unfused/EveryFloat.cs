using System.Runtime.Intrinsics;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Two functions of four floats on every float of a range, of both signs or of one.</summary>
internal static class EveryFloat
{
    private const int Chunk = 1 << 16;

    /// <summary>The first floats on which they differ, at most one for each chunk. NaN is NaN.</summary>
    public static IReadOnlyList<float> ThatDiffers(
        Func<Vector128<float>, Vector128<float>> one,
        Func<Vector128<float>, Vector128<float>> other,
        float first,
        float last
    )
    {
        (uint low, uint high) = (BitConverter.SingleToUInt32Bits(first), BitConverter.SingleToUInt32Bits(last));
        return Where(
            (long)(high - low) / Chunk + 1,
            chunk =>
            {
                uint start = low + (uint)chunk * Chunk;
                for (uint i = 0; i < Chunk && start + i <= high; i += 4)
                {
                    Vector128<uint> bits = Vector128.Create(start + i) + Vector128.Create(0u, 1u, 2u, 3u);
                    Vector128<float> x = Vector128.Min(bits, Vector128.Create(high)).AsSingle();
                    if (Difference(one(x), other(x), x) is { } found)
                        return found;
                }
                return null;
            }
        );
    }

    /// <summary>The same for the multiples of a number from one to another.</summary>
    public static IReadOnlyList<float> MultipleThatDiffers(
        Func<Vector128<float>, Vector128<float>> one,
        Func<Vector128<float>, Vector128<float>> other,
        float unit,
        int first,
        int last
    ) =>
        Where(
            (last - first) / Chunk + 1,
            chunk =>
            {
                int start = first + (int)chunk * Chunk;
                for (int i = 0; i < Chunk && start + i <= last; i += 4)
                {
                    Vector128<int> count = Vector128.Create(start + i) + Vector128.Create(0, 1, 2, 3);
                    Vector128<float> x =
                        Vector128.ConvertToSingle(Vector128.Min(count, Vector128.Create(last)))
                        * Vector128.Create(unit);
                    if (Difference(one(x), other(x), x) is { } found)
                        return found;
                }
                return null;
            }
        );

    private static IReadOnlyList<float> Where(long chunks, Func<long, float?> find)
    {
        var found = new List<float>();
        Parallel.For(
            0L,
            chunks,
            chunk =>
            {
                if (find(chunk) is { } x)
                    lock (found)
                        found.Add(x);
            }
        );
        return found;
    }

    private static float? Difference(Vector128<float> a, Vector128<float> b, Vector128<float> x)
    {
        if (a.AsInt32() == b.AsInt32())
            return null;
        for (int i = 0; i < 4; i++)
            if (BitDigest.Bits(a[i]) != BitDigest.Bits(b[i]))
                return x[i];
        return null;
    }
}
