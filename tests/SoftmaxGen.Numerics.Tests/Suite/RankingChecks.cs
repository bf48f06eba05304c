namespace SoftmaxGen.Numerics.Tests;

/// <summary>TopK against a sort, and Accuracy against a count of the right predictions.</summary>
internal sealed class RankingChecks(HeadKernels head, HeadSettings settings, NumericReport report)
{
    private const int MostElements = 1 << 16;
    private const float Sentinel = 123.25f;

    private static readonly int[] RowCounts = [0, 1, 2, 7, 16, 33, 127, 128, 129, 300];

    private readonly int classes = head.Classes;

    public void Check()
    {
        if (head.TopK is { } topK)
        {
            // Very long rows take a sort each: a few of them are enough.
            int most = classes <= 1024 ? 50 : 4;
            IEnumerable<Row> rows = RowData.Rows(classes, perFamily: 1, seed: 71).Take(most);
            foreach (Row row in rows.Concat(OptionRows.Special(classes, most: 10)).Append(SomeNaN()))
                CheckTop(topK, row);
            CheckLengths(topK);
        }
        if (head.Accuracy is { } accuracy)
        {
            foreach (int rows in RowCounts.Where(rows => rows * classes <= MostElements))
                CheckAccuracy(accuracy, rows);
            CheckArguments(accuracy);
        }
    }

    // NaN comes first, then the largest; of equals, and -0 equals +0, the lowest class.
    private void CheckTop(TopK topK, Row row)
    {
        float[] scores = row.Logits;
        int[] order =
        [
            .. Enumerable
                .Range(0, classes)
                .OrderByDescending(i => float.IsNaN(scores[i]))
                .ThenByDescending(i => scores[i] + 0f)
                .ThenBy(i => i),
        ];
        foreach (int k in new[] { 0, 1, 2, 3, classes / 2, classes - 1, classes }.Where(k => k <= classes).Distinct())
        {
            var labels = new int[k];
            float[] values = new float[k];
            topK(scores, labels, values);
            report.Add(values);
            report.Expect(labels.AsSpan().SequenceEqual(order.AsSpan(0, k)), $"TopK({k}) has another order: {row}");
            report.Expect(
                BitDigest.FirstDifference(values, [.. labels.Select(label => scores[label])]) < 0,
                $"TopK({k}) has other values than those of its labels: {row}"
            );
        }
    }

    private Row SomeNaN()
    {
        var random = new SeededRandom(73, classes);
        return new Row(
            "some NaN",
            0,
            [.. Enumerable.Range(0, classes).Select(_ => random.OneOf(float.NaN, float.PositiveInfinity, 0f, -0f, 1f))]
        );
    }

    private void CheckLengths(TopK topK)
    {
        float[] scores = new float[classes];
        float[] values = [.. Enumerable.Repeat(Sentinel, classes + 1)];
        int[] labels = new int[classes + 1];
        const string call = "TopK with a wrong length";
        report.Throws<ArgumentException>("scores", call, () => topK(new float[classes - 1], labels.AsSpan(1), values));
        report.Throws<ArgumentException>("values", call, () => topK(scores, labels.AsSpan(0, 2), values.AsSpan(0, 1)));
        report.Throws<ArgumentException>("labels", call, () => topK(scores, labels, values));
        report.Throws<ArgumentException>("values", "TopK in place", () => topK(scores, labels.AsSpan(1), scores));
        report.Expect(values.AsSpan().IndexOfAnyExcept(Sentinel) < 0, "TopK wrote before it threw");
    }

    private void CheckAccuracy(Accuracy accuracy, int rows)
    {
        var random = new SeededRandom(79, classes, rows);
        float[] scores = new float[rows * classes];
        int[] labels = new int[rows];
        (int right, int counted) = (0, 0);
        foreach (ref float score in scores.AsSpan())
            score = random.Between(-3, 3);
        for (int row = 0; row < rows; row++)
        {
            int predicted = head.Predict(scores.AsSpan(row * classes, classes));
            labels[row] =
                settings.IgnoreIndex is { } ignored && random.Below(4) == 0 ? ignored
                : random.Below(2) == 0 ? predicted
                : random.Below(classes);
            bool counts = labels[row] != settings.IgnoreIndex;
            counted += counts ? 1 : 0;
            right += counts && labels[row] == predicted ? 1 : 0;
        }
        float actual = accuracy(scores, labels);
        float expected = (float)((double)right / counted);
        report.Add(actual);
        if (BitDigest.Bits(actual) != BitDigest.Bits(expected))
            report.Fail($"Accuracy is {actual:R}, not {right} / {counted}: {rows} rows (C = {classes})");
    }

    private void CheckArguments(Accuracy accuracy)
    {
        float[] scores = new float[2 * classes];
        report.Throws<ArgumentException>("scores", "Accuracy of no whole rows", () => accuracy(new float[1], [0]));
        report.Throws<ArgumentException>("labels", "Accuracy without labels", () => accuracy(scores, [0]));
        foreach (int label in new[] { -1, classes, int.MinValue, int.MaxValue })
            if (label != settings.IgnoreIndex)
                report.Throws<ArgumentOutOfRangeException>(
                    "labels",
                    $"Accuracy of the label {label}",
                    () => accuracy(scores, [0, label]),
                    "row 1"
                );
    }
}
