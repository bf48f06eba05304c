namespace SoftmaxGen.Numerics.Tests;

/// <summary>The pinned sampling rule: the lowest index whose cumulative sum exceeds u times the total.</summary>
internal static class InverseCdf
{
    private const float LargestBelowOne = 0.99999994f;

    public static int? Sample(ReadOnlySpan<float> probabilities, float uniform)
    {
        double total = 0;
        foreach (float probability in probabilities)
            total += probability;

        double threshold = Math.Min(uniform, LargestBelowOne) * total;
        double cumulative = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            cumulative += probabilities[i];
            if (cumulative > threshold)
                return i;
        }
        return null;
    }
}
