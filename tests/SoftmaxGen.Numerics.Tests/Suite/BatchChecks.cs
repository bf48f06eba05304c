namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A batch gives what its rows give, bit for bit: any number of rows, any position, any alignment, in place, and nothing is
/// written outside.
/// </summary>
internal sealed class BatchChecks
{
    private const float Guard = 123.25f;
    private const int LabelGuard = -77;

    private readonly HeadKernels head;
    private readonly NumericReport report;
    private readonly BatchPool pool;
    private readonly BatchRules rules;
    private readonly HeadSettings settings;

    private readonly GuardedBuffer<float> logits;
    private readonly GuardedBuffer<float> targets;
    private readonly GuardedBuffer<float> probabilities;
    private readonly GuardedBuffer<int> labels;
    private readonly GuardedBuffer<float> output;
    private readonly GuardedBuffer<float> losses;
    private readonly GuardedBuffer<int> predicted;
    private readonly float[] expectedRow;
    private readonly int[] rowCounts;

    // The batch that is checked: so many rows of the pool, from one on.
    private int rows;
    private int start;

    public BatchChecks(HeadKernels head, HeadSettings settings, NumericReport report, double effort)
    {
        (this.head, this.settings, this.report) = (head, settings, report);
        rules = new BatchRules(settings);
        rowCounts = [.. RowCounts(head.Classes, effort)];
        int most = rowCounts.Max();
        pool = new BatchPool(head, settings, most);
        // What lies beside the inputs would spoil every result that it came into.
        (logits, targets, probabilities) = (Inputs(most), Inputs(most), Inputs(most));
        labels = new GuardedBuffer<int>(most, LabelGuard);
        output = new GuardedBuffer<float>(most * head.Classes, Guard);
        losses = new GuardedBuffer<float>(most, Guard);
        predicted = new GuardedBuffer<int>(most, LabelGuard);
        expectedRow = new float[head.Classes];
    }

    public void Check()
    {
        foreach (int count in rowCounts)
        {
            rows = count;
            start = count * 31 % pool.Count;
            Load();
            CheckMaps();
            CheckPredictions();
            CheckLosses();
            CheckReducedLosses();
            CheckGradients(Reduction.Mean);
            CheckGradients(Reduction.Sum);
            CheckInputs();
        }
    }

    // All that leave part of a tile, and some that are added up in more than one piece; few where rows are long.
    private static IEnumerable<int> RowCounts(int classes, double effort) =>
        classes switch
        {
            <= 130 when effort >= 1 => Enumerable.Range(0, 71).Concat([127, 128, 129, 130, 256, 300]),
            <= 130 => [0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 15, 16, 17, 24, 29, 31, 32, 33, 47, 70, 129],
            <= 4096 => [0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 35],
            <= 1 << 16 => [0, 1, 3, 17],
            _ => [0, 1, 9],
        };

    private GuardedBuffer<float> Inputs(int most) => new(most * head.Classes, float.NaN);

    private int Elements => rows * head.Classes;

    private void Load()
    {
        pool.CopyTo(pool.Logits, start, logits.Take(Elements, rows));
        pool.CopyTo(pool.Targets, start, targets.Take(Elements, 5 * rows + 3));
        pool.CopyTo(pool.Probabilities, start, probabilities.Take(Elements, 11 * rows + 6));
        pool.CopyTo(pool.Labels, start, labels.Take(rows, 3 * rows + 1));
    }

    private Span<float> Output() => output.Take(Elements, 7 * rows + 1);

    private Span<float> OutputWith(float[] input)
    {
        Span<float> batch = Output();
        pool.CopyTo(input, start, batch);
        return batch;
    }

    private Span<float> Losses() => losses.Take(rows, 9 * rows + 2);

    private void CheckMaps()
    {
        head.SoftmaxBatch(logits.Span, Output());
        Accept("SoftmaxBatch", output, pool.Softmax);
        Span<float> batch = OutputWith(pool.Logits);
        head.SoftmaxBatch(batch, batch);
        Accept("SoftmaxBatch in place", output, pool.Softmax);

        head.LogSoftmaxBatch(logits.Span, Output());
        Accept("LogSoftmaxBatch", output, pool.LogSoftmax);
        batch = OutputWith(pool.Logits);
        head.LogSoftmaxBatch(batch, batch);
        Accept("LogSoftmaxBatch in place", output, pool.LogSoftmax);
    }

    private void CheckPredictions()
    {
        head.PredictBatch(logits.Span, predicted.Take(rows, 13 * rows + 5));
        report.Expect(predicted.IsIntact, $"PredictBatch writes outside: {Where}");
        for (int row = 0; row < rows; row++)
        {
            report.Add(predicted.Span[row]);
            if (predicted.Span[row] != Of(pool.Predicted, row))
                report.Fail(
                    $"PredictBatch of row {row} is {predicted.Span[row]}, not {Of(pool.Predicted, row)}: {Where}"
                );
        }
    }

    private void CheckLosses()
    {
        head.LabelLosses(logits.Span, labels.Span, Losses());
        Accept("CrossEntropyBatch labels", losses, pool.LabelLosses);
        head.TargetLosses(logits.Span, targets.Span, Losses());
        Accept("CrossEntropyBatch targets", losses, pool.TargetLosses);
        head.LabelLossesFromProbabilities(probabilities.Span, labels.Span, Losses());
        Accept("FromProbabilitiesBatch labels", losses, pool.LabelLossesFromProbabilities);
        head.TargetLossesFromProbabilities(probabilities.Span, targets.Span, Losses());
        Accept("FromProbabilitiesBatch targets", losses, pool.TargetLossesFromProbabilities);
    }

    private void CheckReducedLosses()
    {
        foreach (Reduction reduction in (ReadOnlySpan<Reduction>)[Reduction.Mean, Reduction.Sum])
        {
            AcceptReduced(
                "CrossEntropyBatch labels",
                head.LabelLossBatch(logits.Span, labels.Span, reduction),
                pool.LabelLosses,
                reduction
            );
            AcceptReduced(
                "CrossEntropyBatch targets",
                head.TargetLossBatch(logits.Span, targets.Span, reduction),
                pool.TargetLosses,
                reduction
            );
            AcceptReduced(
                "FromProbabilitiesBatch labels",
                head.LabelLossFromProbabilitiesBatch(probabilities.Span, labels.Span, reduction),
                pool.LabelLossesFromProbabilities,
                reduction
            );
            AcceptReduced(
                "FromProbabilitiesBatch targets",
                head.TargetLossFromProbabilitiesBatch(probabilities.Span, targets.Span, reduction),
                pool.TargetLossesFromProbabilities,
                reduction
            );
        }
    }

    private void CheckGradients(Reduction reduction)
    {
        float loss = head.LabelGradientBatch(logits.Span, labels.Span, Output(), reduction);
        AcceptGradients("labels", loss, pool.LabelGradients, pool.LabelLosses, reduction);
        Span<float> batch = OutputWith(pool.Logits);
        loss = head.LabelGradientBatch(batch, labels.Span, batch, reduction);
        AcceptGradients("labels in place", loss, pool.LabelGradients, pool.LabelLosses, reduction);

        loss = head.TargetGradientBatch(logits.Span, targets.Span, Output(), reduction);
        AcceptGradients("targets", loss, pool.TargetGradients, pool.TargetLosses, reduction);
        batch = OutputWith(pool.Logits);
        loss = head.TargetGradientBatch(batch, targets.Span, batch, reduction);
        AcceptGradients("targets in place of logits", loss, pool.TargetGradients, pool.TargetLosses, reduction);
        batch = OutputWith(pool.Targets);
        loss = head.TargetGradientBatch(logits.Span, batch, batch, reduction);
        AcceptGradients("targets in place of targets", loss, pool.TargetGradients, pool.TargetLosses, reduction);
    }

    private void AcceptGradients(
        string of,
        float loss,
        float[] gradientsOfRows,
        float[] lossesOfRows,
        Reduction reduction
    )
    {
        string member = $"CrossEntropyGradientBatch {of}, {reduction},";
        AcceptScaled(member, gradientsOfRows, reduction, ofLabels: gradientsOfRows == pool.LabelGradients);
        AcceptReduced(member, loss, lossesOfRows, reduction);
    }

    private void AcceptReduced(string member, float loss, float[] lossesOfRows, Reduction reduction)
    {
        report.Add(loss);
        pool.CopyTo(lossesOfRows, start, Losses());
        float expected =
            lossesOfRows == pool.LabelLosses || lossesOfRows == pool.LabelLossesFromProbabilities
                ? rules.OfLabels(losses.Span, labels.Span, reduction)
                : BatchRules.OfTargets(losses.Span, reduction);
        if (BitDigest.Bits(loss) != BitDigest.Bits(expected))
            report.Fail($"{member} {reduction} is {loss:R}, not {expected:R}: {Where}");
    }

    private void AcceptScaled(string member, float[] ofPool, Reduction reduction, bool ofLabels)
    {
        report.Expect(output.IsIntact, $"{member} writes outside: {Where}");
        report.Add(output.Span);
        float scale = ofLabels ? rules.ScaleOfLabels(labels.Span, reduction) : rules.ScaleOfTargets(rows, reduction);
        for (int row = 0; row < rows; row++)
        {
            int label = labels.Span[row];
            ReadOnlySpan<float> ofRow = ofPool.AsSpan((start + row) % pool.Count * head.Classes, head.Classes);
            ReadOnlySpan<float> actual = output.Span.Slice(row * head.Classes, head.Classes);
            float weight = ofLabels ? rules.WeightOfGradient(label) : 1f;
            bool isIgnored = ofLabels && label == settings.IgnoreIndex;
            for (int i = 0; i < actual.Length; i++)
                if (isIgnored ? actual[i] != 0f : !rules.IsScaled(actual[i], ofRow[i], scale, weight))
                    report.Fail($"{member}[{row}][{i}] is {actual[i]:R}, {scale:R} times {ofRow[i]:R} of the row: {Where}");
        }
    }

    private void Accept(string member, GuardedBuffer<float> result, float[] ofPool)
    {
        report.Expect(result.IsIntact, $"{member} writes outside: {Where}");
        report.Add(result.Span);
        int width = ofPool.Length / pool.Count;
        Span<float> expected = expectedRow.AsSpan(0, width);
        for (int row = 0; row < rows; row++)
        {
            ofPool.AsSpan((start + row) % pool.Count * width, width).CopyTo(expected);
            ReadOnlySpan<float> actual = result.Span.Slice(row * width, width);
            if (BitDigest.FirstDifference(actual, expected) is >= 0 and var i)
                report.Fail($"{member}[{row}][{i}] is {actual[i]:R}, of the row {expected[i]:R}: {Where}");
        }
    }

    private void CheckInputs()
    {
        bool same =
            IsAsLoaded(logits, pool.Logits)
            && IsAsLoaded(targets, pool.Targets)
            && IsAsLoaded(probabilities, pool.Probabilities)
            && labels.IsIntact;
        report.Expect(same, $"An input is written to: {Where}");
    }

    private bool IsAsLoaded(GuardedBuffer<float> input, float[] ofPool)
    {
        pool.CopyTo(ofPool, start, Output());
        return BitDigest.FirstDifference(input.Span, output.Span) < 0;
    }

    private T Of<T>(T[] ofPool, int row) => ofPool[(start + row) % pool.Count];

    private string Where => $"{rows} rows (C = {head.Classes})";
}
