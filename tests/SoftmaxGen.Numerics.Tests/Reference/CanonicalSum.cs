namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The canonical order of additions. Up to 16 terms are lanes that fold by halves. More are groups of 32: term j goes
/// to lane j mod 16, each group folds to eight lanes, which add up in double; they fold by halves and round once.
/// A lane without a term counts as 0, which changes no bits: a sum of -0 alone is normalised to +0 by the caller.
/// </summary>
internal static class CanonicalSum
{
    private const int Group = 32;
    private const int Lanes = 16;
    private const int DoubleLanes = 8;

    public static float Of(ReadOnlySpan<float> terms)
    {
        Span<float> lanes = stackalloc float[Lanes];
        if (terms.Length <= Lanes)
        {
            Fold(terms, lanes, until: 1);
            return lanes[0];
        }

        Span<double> sums = stackalloc double[DoubleLanes];
        sums.Clear();
        for (int start = 0; start < terms.Length; start += Group)
        {
            Fold(terms[start..Math.Min(start + Group, terms.Length)], lanes, until: DoubleLanes);
            for (int lane = 0; lane < DoubleLanes; lane++)
                sums[lane] += lanes[lane];
        }

        for (int half = DoubleLanes / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; lane++)
            sums[lane] += sums[lane + half];
        return (float)sums[0];
    }

    private static void Fold(ReadOnlySpan<float> terms, Span<float> lanes, int until)
    {
        lanes.Clear();
        for (int i = 0; i < terms.Length; i++)
            lanes[i % Lanes] += terms[i];
        for (int half = Lanes / 2; half >= until; half /= 2)
        for (int lane = 0; lane < half; lane++)
            lanes[lane] += lanes[lane + half];
    }
}
