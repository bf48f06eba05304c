namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The canonical order of additions: sixteen lanes, a cascade in each, then lanes folded by halves.
/// A lane without a term counts as 0, which changes no bits: a sum of -0 alone is normalised to +0 by the caller.
/// </summary>
internal static class CanonicalSum
{
    private const int Lanes = 16;

    public static float Of(ReadOnlySpan<float> terms)
    {
        Span<float> levels = stackalloc float[Levels(terms.Length) * Lanes];
        levels.Clear();
        int blocks = 0;
        for (int start = 0; start < terms.Length; start += Lanes)
        {
            ReadOnlySpan<float> block = terms[start..Math.Min(start + Lanes, terms.Length)];
            for (int lane = 0; lane < block.Length; lane++)
                levels[lane] += block[lane];
            Carry(levels, ++blocks);
        }
        return Fold(levels);
    }

    private static int Levels(int terms)
    {
        int levels = 1;
        for (int sums = (terms + Lanes - 1) / Lanes; sums >= Coefficients.CascadeBase; sums /= Coefficients.CascadeBase)
            levels++;
        return levels;
    }

    private static void Carry(Span<float> levels, int blocks)
    {
        for (int level = 0; blocks % Coefficients.CascadeBase == 0; level++, blocks /= Coefficients.CascadeBase)
        {
            Span<float> from = levels.Slice(level * Lanes, Lanes);
            Span<float> to = levels.Slice((level + 1) * Lanes, Lanes);
            for (int lane = 0; lane < Lanes; lane++)
                to[lane] += from[lane];
            from.Clear();
        }
    }

    private static float Fold(Span<float> levels)
    {
        Span<float> sums = levels[..Lanes];
        for (int level = 1; level < levels.Length / Lanes; level++)
        for (int lane = 0; lane < Lanes; lane++)
            sums[lane] += levels[level * Lanes + lane];
        for (int half = Lanes / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; lane++)
            sums[lane] += sums[lane + half];
        return sums[0];
    }
}
