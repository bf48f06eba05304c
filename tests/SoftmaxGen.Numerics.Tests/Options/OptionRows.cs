namespace SoftmaxGen.Numerics.Tests;

/// <summary>Rows for a head with options: those of other heads, at the scale of its temperature and as they are.</summary>
internal static class OptionRows
{
    public static IEnumerable<Row> Ordinary(HeadSettings settings, int perFamily)
    {
        foreach (Row row in RowData.Rows(settings.Classes, perFamily, seed: 41))
        {
            yield return AtTemperature(row, settings);
            if (settings.Temperature != 1)
                yield return row;
        }
        for (int index = 0; index < perFamily; index++)
        {
            yield return AtTemperature(Spread(settings.Classes, 1e5, index), settings);
            yield return LargeLogits(settings, index);
        }
    }

    /// <summary>NaN, +inf, masks beside them, and masks alone.</summary>
    public static IEnumerable<Row> Special(int classes, int most)
    {
        List<Row> rows = [.. SpecialRows.NotANumber(classes)];
        int step = Math.Max(1, rows.Count / most) | 1;
        for (int i = 0; i < rows.Count; i += step)
            yield return rows[i];
        yield return SpecialRows.AllMasked(classes);
    }

    /// <summary>The logits times the temperature, as far as they are numbers then.</summary>
    public static Row AtTemperature(Row row, HeadSettings settings)
    {
        if (settings.Temperature == 1)
            return row;
        float[] logits =
        [
            .. row.Logits.Select(z =>
                float.IsFinite(z) ? Math.Clamp(z * (float)settings.Temperature, -3e38f, 3e38f) : z
            ),
        ];
        return row with { Family = row.Family + " by temperature", Logits = logits };
    }

    private static Row Spread(int classes, double spread, int index)
    {
        var random = new SeededRandom(43, classes, index);
        float[] row = new float[classes];
        foreach (ref float logit in row.AsSpan())
            logit = random.Between(-spread, spread);
        return new Row("spread 1e5", index, row);
    }

    // The largest logit is around 256 T or beyond, where kernels take it off first.
    private static Row LargeLogits(HeadSettings settings, int index)
    {
        var random = new SeededRandom(47, settings.Classes, index);
        double top = random.OneOf(255.0, 256, 257, 1000, 1e5, -256, -300, -1e4);
        float[] row = new float[settings.Classes];
        foreach (ref float logit in row.AsSpan())
            logit = (float)((top - random.Between(0, 20)) * settings.Temperature);
        row[random.Below(row.Length)] = (float)(top * settings.Temperature);
        return new Row("large", index, row);
    }
}
