namespace SoftmaxGen.Numerics.Tests;

/// <summary>Seeded targets, labels and upstream gradients of doubles.</summary>
internal static class DoubleTargets
{
    /// <summary>One-hot, dense or sparse, with a sum of 1 within rounding.</summary>
    public static double[] Target(SeededRandom random, int classes)
    {
        double[] target = new double[classes];
        int kind = random.Below(3);
        for (int i = 0; i < classes; i++)
            target[i] = kind == 1 || (kind == 2 && random.Below(4) == 0) ? random.Unit() : 0;
        double total = target.Sum();
        if (total == 0)
            target[random.Below(classes)] = total = 1;
        return Array.ConvertAll(target, weight => weight / total);
    }

    public static int Label(SeededRandom random, HeadSettings settings) =>
        settings.IgnoreIndex is { } ignored && random.Below(3) == 0 ? ignored : random.Below(settings.Classes);

    public static double[] Upstream(SeededRandom random, int classes)
    {
        double size = random.OneOf(1e-3, 1, 10, 1e6);
        double[] upstream = new double[classes];
        foreach (ref double value in upstream.AsSpan())
            value = random.Below(16) == 0 ? 0 : DoubleRows.Uniform(random, -size, size);
        return upstream;
    }
}
