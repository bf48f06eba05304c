namespace SoftmaxGen.Numerics.Tests;

/// <summary>Seeded targets, upstream gradients and labels for a row.</summary>
internal static class Targets
{
    /// <summary>Weights that are not negative and sum to 1 within rounding: one-hot, smoothed, dense or sparse.</summary>
    public static void Fill(SeededRandom random, ReadOnlySpan<float> logits, Span<float> target)
    {
        int classes = target.Length;
        target.Clear();
        switch (random.Below(5))
        {
            case 0:
                target[random.Below(classes)] = 1f;
                return;
            case 1:
                target.Fill(0.1f / classes);
                target[random.Below(classes)] += 0.9f;
                return;
            case 2:
                foreach (ref float weight in target)
                    weight = random.Between(0, 1);
                break;
            case 3:
                foreach (ref float weight in target)
                    weight = random.Below(4) == 0 ? random.Between(0, 1) : 0f;
                break;
            default:
                // Masked classes are never the target: the loss stays finite.
                for (int i = 0; i < classes; i++)
                    target[i] = float.IsNegativeInfinity(logits[i]) ? 0f : random.Between(0, 1);
                break;
        }
        Normalize(target);
    }

    public static void Normalize(Span<float> target)
    {
        double total = RowOracle.Total(target);
        if (total > 0)
            foreach (ref float weight in target)
                weight = (float)(weight / total);
        else
            target[0] = 1f;
    }

    public static void FillUpstream(SeededRandom random, Span<float> upstream)
    {
        double size = random.OneOf(1e-3, 1.0, 10.0, 1e6);
        foreach (ref float value in upstream)
            value = random.Below(16) == 0 ? 0f : random.Between(-size, size);
    }
}
