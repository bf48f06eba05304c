namespace SoftmaxGen.Numerics.Tests;

/// <summary>Draws never give a class of probability 0; TopK against a sort, Accuracy against a count.</summary>
internal sealed class DoubleRankingChecks(DoubleKernels head, NumericReport report)
{
    private const double LargestBelowOne = 0.99999999999999989;
    private readonly int classes = head.Classes;

    public void Check()
    {
        foreach (DoubleRow row in DoubleRows.Ordinary(head.Settings, perFamily: 1))
        {
            foreach (double uniform in (double[])[0, -0.0, 1, LargestBelowOne, 0.5, 1e-300, double.Epsilon])
                CheckDraw(row, uniform);
            CheckTop(row);
        }
        foreach (DoubleRow row in DoubleRows.Special(classes, most: 2))
        {
            report.Throws<ArgumentException>("logits", $"Sample of {row}", () => head.Sample(row.Logits, 0.5));
            CheckTop(row);
        }
        foreach (double uniform in (double[])[double.NaN, -double.Epsilon, 1.0000000000000002, double.PositiveInfinity])
            report.Throws<ArgumentOutOfRangeException>(
                "uniform",
                $"Sample({uniform:R})",
                () => head.Sample(new double[classes], uniform)
            );
        foreach (int rows in (int[])[0, 1, 7, 33, 130])
            CheckAccuracy(rows);
    }

    // Where rounding decides, two neighbours are possible: the exact cumulative sum lies within a few units of u.
    private void CheckDraw(DoubleRow row, double uniform)
    {
        double[] p = new double[classes];
        head.Softmax(row.Logits, p);
        int drawn = head.Sample(row.Logits, uniform);
        report.Add(drawn);
        report.Expect(p[drawn] > 0, $"{head.Name}.Sample({uniform:R}) is {drawn}, of probability 0: {row}");
        DoubleDouble before = 0;
        DoubleDouble total = 0;
        for (int i = 0; i < classes; i++)
        {
            before += i < drawn ? p[i] : 0;
            total += p[i];
        }
        DoubleDouble threshold = Math.Min(uniform, LargestBelowOne) * total;
        DoubleDouble slack = classes * 2.3e-16;
        report.Expect(
            !(before > threshold + slack) && !(before + p[drawn] + slack < threshold),
            $"{head.Name}.Sample({uniform:R}) is {drawn}, from {(double)before:R}: {row}"
        );
    }

    // NaN comes first, then the largest; of equals, and -0 equals +0, the lowest class.
    private void CheckTop(DoubleRow row)
    {
        double[] scores = row.Logits;
        int[] order =
        [
            .. Enumerable
                .Range(0, classes)
                .OrderByDescending(i => double.IsNaN(scores[i]))
                .ThenByDescending(i => scores[i] + 0.0)
                .ThenBy(i => i),
        ];
        foreach (int k in new[] { 0, 1, 2, classes / 2, classes }.Distinct())
        {
            (int[] labels, double[] values) = (new int[k], new double[k]);
            head.Labels.TopK(scores, labels, values);
            report.Expect(labels.AsSpan().SequenceEqual(order.AsSpan(0, k)), $"TopK({k}) has another order: {row}");
            report.Expect(
                BitDigest.FirstDifference(values, [.. labels.Select(label => scores[label])]) < 0,
                $"TopK({k}) has other values than those of its labels: {row}"
            );
        }
    }

    private void CheckAccuracy(int rows)
    {
        var random = new SeededRandom(97, classes, rows);
        double[] scores = new double[rows * classes];
        int[] labels = new int[rows];
        (int right, int counted) = (0, 0);
        foreach (ref double score in scores.AsSpan())
            score = DoubleRows.Uniform(random, -3, 3);
        for (int row = 0; row < rows; row++)
        {
            int predicted = head.Predict(scores.AsSpan(row * classes, classes));
            labels[row] = random.Below(2) == 0 ? predicted : DoubleTargets.Label(random, head.Settings);
            bool counts = labels[row] != head.Settings.IgnoreIndex;
            counted += counts ? 1 : 0;
            right += counts && labels[row] == predicted ? 1 : 0;
        }
        double actual = head.Labels.Accuracy(scores, labels);
        if (BitDigest.Bits(actual) != BitDigest.Bits((double)right / counted))
            report.Fail($"Accuracy is {actual:R}, not {right} / {counted}: {rows} rows of {head.Name}");
    }
}
