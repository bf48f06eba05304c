namespace SoftmaxGen.Numerics.Tests;

/// <summary>The small random steps of the search.</summary>
internal static class Mutation
{
    // Beyond this a loss may overflow, which has no error in ULP.
    private const float LargestLogit = 1e30f;

    public static Candidate Of(Candidate row, SearchedResult result, SeededRandom random)
    {
        Candidate next = row.Copy();
        if (result.UsesLabel && random.Below(16) == 0)
            return next with { Label = random.Below(next.Logits.Length) };
        if (result.UsesTarget && random.Below(3) == 0)
            ChangeTarget(next.Target, random);
        else
            ChangeLogits(next.Logits, random);
        return next;
    }

    private static void ChangeLogits(float[] logits, SeededRandom random)
    {
        if (random.Below(16) == 0)
        {
            float shift = Step(random);
            foreach (ref float logit in logits.AsSpan())
                logit = Limit(logit + shift);
            return;
        }
        if (random.Below(16) == 0)
        {
            ReplaceEqual(logits, random);
            return;
        }
        for (int changes = 1 + random.Below(3); changes > 0; changes--)
        {
            ref float logit = ref logits[random.Below(logits.Length)];
            logit = random.Below(4) switch
            {
                0 => logits[random.Below(logits.Length)],
                1 => Nudge(logit, random),
                2 => Limit(logit + Step(random)),
                _ => Limit(Max(logits) - random.Between(0, 3 + Math.Log(logits.Length))),
            };
        }
    }

    // Equal terms round alike, so that their errors add up: they move together.
    private static void ReplaceEqual(float[] logits, SeededRandom random)
    {
        float old = logits[random.Below(logits.Length)];
        float replacement = random.Below(2) == 0 ? Limit(old + Step(random)) : Nudge(old, random);
        logits.AsSpan().Replace(old, replacement);
    }

    private static void ChangeTarget(float[] target, SeededRandom random)
    {
        for (int changes = 1 + random.Below(3); changes > 0; changes--)
        {
            ref float weight = ref target[random.Below(target.Length)];
            weight = random.Below(5) switch
            {
                0 => target[random.Below(target.Length)],
                1 => Math.Max(0f, Nudge(weight, random)),
                2 => Math.Min(1f, weight * random.Between(0.5, 2)),
                3 => random.Between(0, 1),
                _ => 0f,
            };
        }
        double total = RowOracle.Total(target);
        // Still a distribution, within what rounding leaves.
        if (Math.Abs(total - 1) > 1e-6)
            Targets.Normalize(target);
    }

    private static float Step(SeededRandom random) => random.Between(-1, 1) * MathF.ScaleB(4f, -random.Below(26));

    private static float Nudge(float value, SeededRandom random) =>
        float.IsFinite(value)
            ? Limit(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) + random.Below(17) - 8))
            : value;

    private static float Limit(float value) => float.IsNaN(value) ? 0f : Math.Min(value, LargestLogit);

    private static float Max(float[] logits)
    {
        float max = logits[0];
        foreach (float logit in logits)
            max = Math.Max(max, logit);
        return max;
    }
}
