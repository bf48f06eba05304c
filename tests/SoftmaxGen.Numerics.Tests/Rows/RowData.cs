namespace SoftmaxGen.Numerics.Tests;

/// <summary>One row of logits and where it came from.</summary>
internal sealed record Row(string Family, int Index, float[] Logits)
{
    public override string ToString() => $"{Family} #{Index} (C = {Logits.Length})";
}

/// <summary>Seeded rows with at least one finite logit, without NaN and +inf, in families that each break something.</summary>
internal static class RowData
{
    private delegate void Fill(SeededRandom random, Span<float> row);

    private static readonly (string Name, Fill Fill)[] Families =
    [
        ("spread 1", (random, row) => Spread(random, row, 1)),
        ("spread 10", (random, row) => Spread(random, row, 10)),
        ("spread 40", (random, row) => Spread(random, row, 40)),
        ("spread 100", (random, row) => Spread(random, row, 100)),
        ("close", Close),
        ("tiny", (random, row) => Spread(random, row, random.OneOf(1e-3, 1e-7, 1e-20, 1e-38, 1e-44))),
        ("ties", Ties),
        ("signed zeros", (random, row) => Choose(random, row, 0f, -0f)),
        ("zeros and masks", (random, row) => Choose(random, row, 0f, -0f, float.NegativeInfinity, -1f)),
        ("dominant", Dominant),
        ("one-hot logits", OneHot),
        ("one gap", OneGap),
        ("gaps 86 to 106", Gaps),
        ("cancelling", Cancelling),
        ("3e38", (random, row) => Choose(random, row, 3e38f, -3e38f, 0f, 1f)),
        ("1e10 beside 1", (random, row) => Choose(random, row, 1e10f, 1f, -1e10f, float.NegativeInfinity)),
        ("around 256", Around256),
        ("masks beside 0.34", MasksBesideSmall),
        ("masks", Masks),
        ("all masked but one", AllMaskedButOne),
    ];

    public static int FamilyCount => Families.Length;

    public static IEnumerable<Row> Rows(int classes, int perFamily, int seed = 1)
    {
        for (int family = 0; family < Families.Length; family++)
        for (int index = 0; index < perFamily; index++)
            yield return Create(classes, family, index, seed);
    }

    public static Row Create(int classes, int family, int index, int seed)
    {
        var random = new SeededRandom(seed, classes, family, index);
        float[] row = new float[classes];
        Families[family].Fill(random, row);
        // A row of masks only has no distribution: the special rows hold it.
        if (row.AsSpan().IndexOfAnyExcept(float.NegativeInfinity) < 0)
            row[random.Below(classes)] = 1f;
        return new Row(Families[family].Name, index, row);
    }

    private static void Spread(SeededRandom random, Span<float> row, double spread)
    {
        foreach (ref float logit in row)
            logit = random.Between(-spread, spread);
    }

    private static void Choose(SeededRandom random, Span<float> row, params ReadOnlySpan<float> choices)
    {
        foreach (ref float logit in row)
            logit = random.OneOf(choices);
    }

    private static void Close(SeededRandom random, Span<float> row)
    {
        float center = random.Between(-300, 300);
        foreach (ref float logit in row)
            logit = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(center) + random.Below(9));
    }

    private static void Ties(SeededRandom random, Span<float> row)
    {
        float top = random.Between(-50, 50);
        Choose(random, row, top, top, top - 1f, top - random.Between(0, 30));
    }

    private static void Dominant(SeededRandom random, Span<float> row)
    {
        Spread(random, row, 1);
        row[random.Below(row.Length)] += random.Between(2, 40);
    }

    // A common gap: all other terms are rounded the same way, so that their errors add up.
    private static void OneHot(SeededRandom random, Span<float> row)
    {
        row.Fill(random.OneOf(0f, 0f, -1f, random.Between(-20, 20)));
        row[random.Below(row.Length)] = random.OneOf(10f, 17f, 50f, 88f, 90f, 100f, 103f);
    }

    private static void OneGap(SeededRandom random, Span<float> row)
    {
        float top = random.Between(-20, 20);
        row.Fill(top - random.Between(86, 106));
        row[random.Below(row.Length)] = top;
    }

    private static void Gaps(SeededRandom random, Span<float> row)
    {
        float top = random.Between(-300, 300);
        foreach (ref float logit in row)
            logit = top - random.Between(86, 106);
        row[random.Below(row.Length)] = top;
    }

    // m and log s of opposite sign and nearly the same size.
    private static void Cancelling(SeededRandom random, Span<float> row)
    {
        float spread = random.OneOf(0f, 1e-6f, 1e-3f, 0.5f);
        foreach (ref float logit in row)
            logit = (float)-Math.Log(row.Length) + random.Between(-spread, spread);
    }

    private static void Around256(SeededRandom random, Span<float> row)
    {
        float edge = random.OneOf(256f, -256f);
        int ulps = random.OneOf(0, 0, 1, -1, 5, -5, 1000, -1000);
        float top = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(edge) + ulps);
        float depth = random.OneOf(1f, 20f, 110f);
        foreach (ref float logit in row)
            logit = top - random.Between(0, depth);
        row[random.Below(row.Length)] = top;
    }

    private static void MasksBesideSmall(SeededRandom random, Span<float> row)
    {
        Choose(random, row, float.NegativeInfinity, float.NegativeInfinity, 0.34f, -0.34f, random.Between(-5, 0.34));
        row[random.Below(row.Length)] = 0.34f;
    }

    private static void Masks(SeededRandom random, Span<float> row)
    {
        Spread(random, row, random.OneOf(1.0, 10.0, 100.0, 1e6));
        foreach (ref float logit in row)
            if (random.Below(3) == 0)
                logit = float.NegativeInfinity;
    }

    private static void AllMaskedButOne(SeededRandom random, Span<float> row)
    {
        row.Fill(float.NegativeInfinity);
        row[random.Below(row.Length)] = random.OneOf(0.34f, 0f, -0f, -1f, 100f, -256f, 1e10f, -3e38f, 1e-40f);
    }
}
