namespace SoftmaxGen.Numerics.Tests;

/// <summary>SplitMix64: the same numbers on every runtime and in every process, from a seed of whole numbers.</summary>
internal sealed class SeededRandom
{
    private ulong state;

    public SeededRandom(params ReadOnlySpan<long> seed)
    {
        foreach (long part in seed)
            state = Next() ^ (ulong)part;
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    public float Between(double low, double high) => (float)(low + (high - low) * Unit());

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
