namespace SoftmaxGen.Numerics.Tests;

/// <summary>One row of doubles and where it came from.</summary>
internal sealed record DoubleRow(string Family, int Index, double[] Logits)
{
    public override string ToString() =>
        $"{Family} #{Index} (C = {Logits.Length}): {string.Join(", ", Logits.Take(6).Select(z => z.ToString("R")))}";
}

/// <summary>Seeded rows with a distribution, in families that each break something; logits are of a temperature of 1.</summary>
internal static class DoubleRows
{
    private const double Mask = double.NegativeInfinity;
    private delegate void Fill(SeededRandom random, Span<double> row);

    private static readonly (string Name, Fill Fill)[] Families =
    [
        ("spread 1", (random, row) => Spread(random, row, 1)),
        ("spread 10", (random, row) => Spread(random, row, 10)),
        ("spread 40", (random, row) => Spread(random, row, 40)),
        ("spread 700", (random, row) => Spread(random, row, 700)),
        ("spread 1e5", (random, row) => Spread(random, row, 1e5)),
        ("tiny", (random, row) => Spread(random, row, random.OneOf(1e-3, 1e-8, 1e-16, 1e-300, 1e-320))),
        ("close", Close),
        (
            "ties",
            (random, row) => Below(random, row, random.OneOf(0, -31.5, 900, 3000), [0, 0, 1, Uniform(random, 0, 30)])
        ),
        ("zeros and masks", (random, row) => Choose(random, row, [0, -0.0, Mask, -1])),
        ("tiny losses", TinyLosses),
        (
            "subnormal p",
            (random, row) => Below(random, row, Uniform(random, -99, 99), [0, 0.5, 708, 709, 715, 730, 744, 745])
        ),
        ("gaps to 760", Gaps),
        ("around 2048", Around2048),
        ("cancelling", Cancelling),
        ("1e300", (random, row) => Choose(random, row, [1e300, -1e300, 1e10, Mask, 1])),
        ("largest", (random, row) => Choose(random, row, [double.MaxValue, -double.MaxValue, 0, 1])),
        ("1e10 beside 1", (random, row) => Choose(random, row, [1e10, 1, -1e10, 1e10 - 2, 1e10 - 720])),
        (
            "masks beside 0.34",
            (random, row) => Choose(random, row, [Mask, Mask, 0.34, -0.34, Uniform(random, -5, 0.34)])
        ),
        ("masks", (random, row) => Masks(random, row, random.OneOf(1, 10, 700, 1e6))),
        ("all masked but one", (random, row) => row.Fill(Mask)),
    ];

    public static IEnumerable<DoubleRow> Ordinary(HeadSettings settings, int perFamily)
    {
        foreach ((string name, Fill fill) in Families)
            for (int index = 0; index < perFamily; index++)
            {
                var random = new SeededRandom(83, settings.Classes, index, name.Length);
                double[] row = new double[settings.Classes];
                fill(random, row);
                if (Array.TrueForAll(row, double.IsNegativeInfinity))
                    row[random.Below(row.Length)] = random.OneOf(1, 0.34, -0.0, 4000, -1e10, 1e-310);
                yield return new DoubleRow(name, index, row);
                if (settings.Temperature != 1)
                    yield return new DoubleRow(
                        name + " by temperature",
                        index,
                        [.. row.Select(z => double.IsFinite(z * settings.Temperature) ? z * settings.Temperature : z)]
                    );
            }
    }

    /// <summary>NaN or +inf in lanes all over the row, beside numbers and beside masks; and masks alone.</summary>
    public static IEnumerable<DoubleRow> Special(int classes, int most)
    {
        foreach (
            int lane in Enumerable
                .Range(0, classes)
                .Where(lane => lane % (classes / most + 1) == 0 || lane > classes - 3)
        )
        foreach (double special in (double[])[double.NaN, double.PositiveInfinity])
        foreach (double others in (double[])[1, Mask])
        {
            double[] row = [.. Enumerable.Repeat(others, classes)];
            row[lane] = special;
            yield return new DoubleRow($"{special} in lane {lane}", lane, row);
        }
        yield return new DoubleRow("all masked", 0, [.. Enumerable.Repeat(Mask, classes)]);
    }

    public static double Uniform(SeededRandom random, double low, double high) => low + (high - low) * random.Unit();

    private static void Spread(SeededRandom random, Span<double> row, double spread)
    {
        foreach (ref double logit in row)
            logit = Uniform(random, -spread, spread);
    }

    private static void Choose(SeededRandom random, Span<double> row, double[] choices)
    {
        foreach (ref double logit in row)
            logit = random.OneOf(choices);
    }

    // Each one of these gaps below the top.
    private static void Below(SeededRandom random, Span<double> row, double top, double[] gaps)
    {
        Choose(random, row, [.. gaps.Select(gap => top - gap)]);
        row[random.Below(row.Length)] = top;
    }

    private static void Close(SeededRandom random, Span<double> row)
    {
        long center = BitConverter.DoubleToInt64Bits(Uniform(random, -3000, 3000));
        foreach (ref double logit in row)
            logit = BitConverter.Int64BitsToDouble(center + random.Below(9));
    }

    // All other terms are rounded the same way, so that their errors add up.
    private static void TinyLosses(SeededRandom random, Span<double> row)
    {
        double top = random.OneOf(0, 100, -20, 5000);
        row.Fill(top - random.OneOf(36.5, 50, 300, 690.8, 707, 720));
        row[random.Below(row.Length)] = top;
    }

    private static void Gaps(SeededRandom random, Span<double> row)
    {
        double top = Uniform(random, -2500, 2500);
        foreach (ref double logit in row)
            logit = top - Uniform(random, 680, 760);
        row[random.Below(row.Length)] = top;
    }

    private static void Around2048(SeededRandom random, Span<double> row)
    {
        long edge = BitConverter.DoubleToInt64Bits(random.OneOf(2048.0, -2048.0));
        double top = BitConverter.Int64BitsToDouble(edge + random.OneOf(0, 1, -1, 7, -1000));
        double depth = random.OneOf(1.0, 20, 750);
        foreach (ref double logit in row)
            logit = top - Uniform(random, 0, depth);
        row[random.Below(row.Length)] = top;
    }

    // m and log s of opposite sign and nearly the same size.
    private static void Cancelling(SeededRandom random, Span<double> row)
    {
        double spread = random.OneOf(0, 1e-14, 1e-6, 0.5);
        foreach (ref double logit in row)
            logit = -Math.Log(row.Length) + Uniform(random, -spread, spread);
    }

    private static void Masks(SeededRandom random, Span<double> row, double spread)
    {
        Spread(random, row, spread);
        foreach (ref double logit in row)
            if (random.Below(3) == 0)
                logit = Mask;
    }
}
