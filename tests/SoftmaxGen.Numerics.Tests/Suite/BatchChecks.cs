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

    private readonly PoolBatch inputs;
    private readonly GuardedBuffer<float> output;
    private readonly GuardedBuffer<float> losses;
    private readonly GuardedBuffer<int> predicted;
    private readonly int[] rowCounts;

    public BatchChecks(HeadKernels head, HeadSettings settings, NumericReport report, double effort)
    {
        (this.head, this.settings, this.report) = (head, settings, report);
        rules = new BatchRules(settings);
        rowCounts = [.. RowCounts(head.Classes, effort)];
        int most = rowCounts.Max();
        pool = new BatchPool(head, settings, most);
        inputs = new PoolBatch(pool, most);
        output = new GuardedBuffer<float>(most * head.Classes, Guard);
        losses = new GuardedBuffer<float>(most, Guard);
        predicted = new GuardedBuffer<int>(most, LabelGuard);
    }

    public void Check()
    {
        foreach (int count in rowCounts)
        {
            inputs.Load(count, start: count * 31 % pool.Count);
            CheckMaps();
            CheckPredictions();
            CheckLosses();
            CheckReducedLosses();
            CheckGradients(Reduction.Mean);
            CheckGradients(Reduction.Sum);
            report.Expect(inputs.IsAsLoaded, $"An input is written to: {Where}");
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

    private int Rows => inputs.Rows;

    private Span<float> Output() => output.Take(inputs.Elements, 7 * Rows + 1);

    private Span<float> OutputWith(float[] input)
    {
        Span<float> batch = Output();
        inputs.CopyTo(input, batch);
        return batch;
    }

    private Span<float> Losses() => losses.Take(Rows, 9 * Rows + 2);

    private void CheckMaps()
    {
        head.SoftmaxBatch(inputs.Logits, Output());
        Accept("SoftmaxBatch", output, pool.Softmax);
        Span<float> batch = OutputWith(pool.Logits);
        head.SoftmaxBatch(batch, batch);
        Accept("SoftmaxBatch in place", output, pool.Softmax);

        head.LogSoftmaxBatch(inputs.Logits, Output());
        Accept("LogSoftmaxBatch", output, pool.LogSoftmax);
        batch = OutputWith(pool.Logits);
        head.LogSoftmaxBatch(batch, batch);
        Accept("LogSoftmaxBatch in place", output, pool.LogSoftmax);
    }

    private void CheckPredictions()
    {
        head.PredictBatch(inputs.Logits, predicted.Take(Rows, 13 * Rows + 5));
        report.Expect(predicted.IsIntact, $"PredictBatch writes outside: {Where}");
        for (int row = 0; row < Rows; row++)
        {
            report.Add(predicted.Span[row]);
            if (predicted.Span[row] != inputs.OfRow(pool.Predicted, row)[0])
                report.Fail(
                    $"PredictBatch of row {row} is {predicted.Span[row]}, not {inputs.OfRow(pool.Predicted, row)[0]}: {Where}"
                );
        }
    }

    private void CheckLosses()
    {
        head.LabelLosses(inputs.Logits, inputs.Labels, Losses());
        Accept("CrossEntropyBatch labels", losses, pool.LabelLosses);
        head.TargetLosses(inputs.Logits, inputs.Targets, Losses());
        Accept("CrossEntropyBatch targets", losses, pool.TargetLosses);
        head.LabelLossesFromProbabilities(inputs.Probabilities, inputs.Labels, Losses());
        Accept("FromProbabilitiesBatch labels", losses, pool.LabelLossesFromProbabilities);
        head.TargetLossesFromProbabilities(inputs.Probabilities, inputs.Targets, Losses());
        Accept("FromProbabilitiesBatch targets", losses, pool.TargetLossesFromProbabilities);
    }

    private void CheckReducedLosses()
    {
        foreach (Reduction reduction in (ReadOnlySpan<Reduction>)[Reduction.Mean, Reduction.Sum])
        {
            AcceptReduced(
                "CrossEntropyBatch labels",
                head.LabelLossBatch(inputs.Logits, inputs.Labels, reduction),
                pool.LabelLosses,
                reduction
            );
            AcceptReduced(
                "CrossEntropyBatch targets",
                head.TargetLossBatch(inputs.Logits, inputs.Targets, reduction),
                pool.TargetLosses,
                reduction
            );
            AcceptReduced(
                "FromProbabilitiesBatch labels",
                head.LabelLossFromProbabilitiesBatch(inputs.Probabilities, inputs.Labels, reduction),
                pool.LabelLossesFromProbabilities,
                reduction
            );
            AcceptReduced(
                "FromProbabilitiesBatch targets",
                head.TargetLossFromProbabilitiesBatch(inputs.Probabilities, inputs.Targets, reduction),
                pool.TargetLossesFromProbabilities,
                reduction
            );
        }
    }

    private void CheckGradients(Reduction reduction)
    {
        float loss = head.LabelGradientBatch(inputs.Logits, inputs.Labels, Output(), reduction);
        AcceptGradients("labels", loss, pool.LabelGradients, pool.LabelLosses, reduction);
        Span<float> batch = OutputWith(pool.Logits);
        loss = head.LabelGradientBatch(batch, inputs.Labels, batch, reduction);
        AcceptGradients("labels in place", loss, pool.LabelGradients, pool.LabelLosses, reduction);

        loss = head.TargetGradientBatch(inputs.Logits, inputs.Targets, Output(), reduction);
        AcceptGradients("targets", loss, pool.TargetGradients, pool.TargetLosses, reduction);
        batch = OutputWith(pool.Logits);
        loss = head.TargetGradientBatch(batch, inputs.Targets, batch, reduction);
        AcceptGradients("targets in place of logits", loss, pool.TargetGradients, pool.TargetLosses, reduction);
        batch = OutputWith(pool.Targets);
        loss = head.TargetGradientBatch(inputs.Logits, batch, batch, reduction);
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
        inputs.CopyTo(lossesOfRows, Losses());
        float expected =
            lossesOfRows == pool.LabelLosses || lossesOfRows == pool.LabelLossesFromProbabilities
                ? rules.OfLabels(losses.Span, inputs.Labels, reduction)
                : BatchRules.OfTargets(losses.Span, reduction);
        if (BitDigest.Bits(loss) != BitDigest.Bits(expected))
            report.Fail($"{member} {reduction} is {loss:R}, not {expected:R}: {Where}");
    }

    private void AcceptScaled(string member, float[] ofPool, Reduction reduction, bool ofLabels)
    {
        report.Expect(output.IsIntact, $"{member} writes outside: {Where}");
        report.Add(output.Span);
        float scale = ofLabels ? rules.ScaleOfLabels(inputs.Labels, reduction) : rules.ScaleOfTargets(Rows, reduction);
        for (int row = 0; row < Rows; row++)
        {
            int label = inputs.Labels[row];
            ReadOnlySpan<float> ofRow = inputs.OfRow(ofPool, row);
            ReadOnlySpan<float> actual = output.Span.Slice(row * head.Classes, head.Classes);
            float weight = ofLabels ? rules.WeightOfGradient(label) : 1f;
            bool isIgnored = ofLabels && label == settings.IgnoreIndex;
            for (int i = 0; i < actual.Length; i++)
                if (isIgnored ? actual[i] != 0f : !rules.IsScaled(actual[i], ofRow[i], scale, weight))
                    report.Fail(
                        $"{member}[{row}][{i}] is {actual[i]:R}, {scale:R} times {ofRow[i]:R} of the row: {Where}"
                    );
        }
    }

    private void Accept(string member, GuardedBuffer<float> result, float[] ofPool)
    {
        report.Expect(result.IsIntact, $"{member} writes outside: {Where}");
        report.Add(result.Span);
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<float> expected = inputs.OfRow(ofPool, row);
            ReadOnlySpan<float> actual = result.Span.Slice(row * expected.Length, expected.Length);
            if (BitDigest.FirstDifference(actual, expected) is >= 0 and var i)
                report.Fail($"{member}[{row}][{i}] is {actual[i]:R}, of the row {expected[i]:R}: {Where}");
        }
    }

    private string Where => $"{Rows} rows (C = {head.Classes})";
}
