namespace SoftmaxGen.Numerics.Tests;

/// <summary>Rows without a distribution: NaN or +inf in every lane (spread out where the row is long), or masks only.</summary>
internal static class SpecialRows
{
    public static IEnumerable<Row> NotANumber(int classes)
    {
        foreach (int lane in Lanes(classes))
        {
            yield return With(classes, "NaN", lane, float.NaN);
            yield return With(classes, "+inf", lane, float.PositiveInfinity);
            yield return Masked(With(classes, "NaN among masks", lane, float.NaN));
            yield return Masked(With(classes, "+inf among masks", lane, float.PositiveInfinity));
        }
    }

    public static Row AllMasked(int classes)
    {
        float[] row = new float[classes];
        row.AsSpan().Fill(float.NegativeInfinity);
        return new Row("all masked", 0, row);
    }

    public static IEnumerable<int> Lanes(int classes)
    {
        if (classes <= 1024)
            return Enumerable.Range(0, classes);
        if (classes <= 1 << 16)
            return [0, 1, 15, 16, 127, 128, classes / 2, classes - 17, classes - 16, classes - 2, classes - 1];
        return [0, 17, classes - 1];
    }

    public static Row With(int classes, string family, int lane, float special)
    {
        var random = new SeededRandom(7, classes, lane);
        float[] row = new float[classes];
        foreach (ref float logit in row.AsSpan())
            logit = random.Between(-10, 10);
        row[lane] = special;
        return new Row(family, lane, row);
    }

    public static Row Masked(Row row)
    {
        for (int i = 0; i < row.Logits.Length; i++)
            if (i != row.Index)
                row.Logits[i] = float.NegativeInfinity;
        return row;
    }
}
