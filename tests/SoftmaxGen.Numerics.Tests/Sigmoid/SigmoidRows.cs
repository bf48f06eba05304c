namespace SoftmaxGen.Numerics.Tests;

/// <summary>Rows of logits, targets and probabilities of every magnitude.</summary>
internal static class SigmoidRows
{
    public static readonly float[] Specials =
    [
        0f,
        -0f,
        float.NaN,
        float.PositiveInfinity,
        float.NegativeInfinity,
        3e38f,
        -3e38f,
        float.Epsilon,
        -float.Epsilon,
        88f,
        -88f,
        103.9f,
        -103.9f,
        104.1f,
        -104.1f,
        132.39f,
        -132.4f,
        17f,
        -17f,
    ];

    /// <summary>Logits near 0, of the usual size, where results are subnormal, and huge.</summary>
    public static float[] Logits(SeededRandom random, int count)
    {
        var logits = new float[count];
        double spread = random.OneOf(1e-30, 1e-6, 0.3, 3, 12, 40, 110, 1e6);
        for (int i = 0; i < count; i++)
            logits[i] = random.Between(-spread, spread);
        return logits;
    }

    /// <summary>Logits that all agree with their target, so that the loss is tiny.</summary>
    public static float[] Agreeing(SeededRandom random, ReadOnlySpan<float> targets)
    {
        double distance = random.OneOf(5, 20, 60, 86, 95);
        var logits = new float[targets.Length];
        for (int i = 0; i < logits.Length; i++)
            logits[i] = random.Between(0.9 * distance, 1.1 * distance) * (targets[i] < 0.5f ? -1 : 1);
        return logits;
    }

    public static float[] Targets(SeededRandom random, int count)
    {
        var targets = new float[count];
        bool hard = random.Below(2) == 0;
        for (int i = 0; i < count; i++)
            targets[i] = hard ? random.Below(2) : (float)Math.Pow(random.Unit(), random.OneOf(0.1, 1, 20));
        return targets;
    }

    /// <summary>Probabilities close to 0, close to 1, and between.</summary>
    public static float[] Probabilities(SeededRandom random, int count)
    {
        var probabilities = new float[count];
        double power = random.OneOf(1, 3, 60);
        bool complement = random.Below(2) == 0;
        for (int i = 0; i < count; i++)
        {
            double p = Math.Pow(random.Unit(), power);
            probabilities[i] = (float)(complement ? 1 - p : p);
        }
        return probabilities;
    }
}
