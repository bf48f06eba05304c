namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The pinned order in which the losses of a batch are added. Ordinary losses would hide it: their sum in double hardly
/// rounds. So some targets are huge, and rows with the opposite target cancel them.
/// </summary>
internal sealed class BatchReductionChecks
{
    // A loss of this size leaves a few bits behind the point in double: what is added to it shows.
    private const float Huge = 1e13f;

    // Where in eight rows the huge losses are, and where the opposite ones.
    private const int Positive = 1;
    private const int Negative = 6;
    private const int Period = 8;

    // 128 losses may be added at a time.
    private static readonly int[] RowCounts = [7, 15, 16, 17, 23, 31, 39, 70, 127, 128, 129, 135, 255, 263, 300, 1000];
    private const int MostElements = 1 << 18;

    private readonly HeadKernels head;
    private readonly NumericReport report;
    private readonly HeadSettings settings;
    private readonly BatchRules rules;
    private readonly int[] rowCounts;
    private readonly float[] logits;
    private readonly float[] targets;
    private readonly float[] probabilities;
    private readonly int[] labels;
    private readonly float[] gradients;
    private readonly float[] losses;

    public BatchReductionChecks(HeadKernels head, HeadSettings settings, NumericReport report)
    {
        (this.head, this.settings, this.report) = (head, settings, report);
        rules = new BatchRules(settings);
        rowCounts = [.. RowCounts.Where(count => count * head.Classes <= MostElements)];
        int most = rowCounts.Append(0).Max();
        (logits, targets, probabilities, gradients) = (Rows(most), Rows(most), Rows(most), Rows(most));
        (labels, losses) = (new int[most], new float[most]);
        for (int row = 0; row < most; row++)
            Fill(row);
    }

    public void Check()
    {
        LossOf ofLogits = row => head.LabelLoss(Of(logits, row), labels[row]);
        LossOf ofTargets = row => head.TargetLoss(Of(logits, row), Of(targets, row));
        LossOf ofProbabilities = row => head.LabelLossFromProbabilities(Of(probabilities, row), labels[row]);
        LossOf ofBoth = row => head.TargetLossFromProbabilities(Of(probabilities, row), Of(targets, row));
        CheckLabels(
            "labels",
            ofLogits,
            (rows, reduction) => head.LabelLossBatch(All(logits, rows), Labels(rows), reduction)
        );
        CheckLabels(
            "labels, gradient",
            ofLogits,
            (rows, reduction) =>
                head.LabelGradientBatch(All(logits, rows), Labels(rows), All(gradients, rows), reduction)
        );
        CheckTargets(
            "targets",
            ofTargets,
            (rows, reduction) => head.TargetLossBatch(All(logits, rows), All(targets, rows), reduction)
        );
        CheckTargets(
            "targets, gradient",
            ofTargets,
            (rows, reduction) =>
                head.TargetGradientBatch(All(logits, rows), All(targets, rows), All(gradients, rows), reduction)
        );
        CheckLabels(
            "labels from probabilities",
            ofProbabilities,
            (rows, reduction) => head.LabelLossFromProbabilitiesBatch(All(probabilities, rows), Labels(rows), reduction)
        );
        CheckTargets(
            "targets from probabilities",
            ofBoth,
            (rows, reduction) =>
                head.TargetLossFromProbabilitiesBatch(All(probabilities, rows), All(targets, rows), reduction)
        );
    }

    private delegate float LossOf(int row);

    private delegate float Reduced(int rows, Reduction reduction);

    private delegate float Rule(int rows, Reduction reduction);

    private void CheckLabels(string of, LossOf loss, Reduced run) =>
        Check(of, loss, run, (rows, reduction) => rules.OfLabels(losses.AsSpan(0, rows), Labels(rows), reduction));

    private void CheckTargets(string of, LossOf loss, Reduced run) =>
        Check(of, loss, run, (rows, reduction) => BatchRules.OfTargets(losses.AsSpan(0, rows), reduction));

    private void Check(string of, LossOf loss, Reduced run, Rule rule)
    {
        for (int row = 0; row < losses.Length; row++)
            losses[row] = loss(row);
        foreach (int rows in rowCounts)
        foreach (Reduction reduction in (ReadOnlySpan<Reduction>)[Reduction.Mean, Reduction.Sum])
        {
            float actual = run(rows, reduction);
            float expected = rule(rows, reduction);
            report.Add(actual);
            report.Expect(float.IsFinite(expected), $"The losses of {of} are not ordinary (C = {head.Classes})");
            if (BitDigest.Bits(actual) != BitDigest.Bits(expected))
                report.Fail($"{reduction} of {rows} rows, {of}, is {actual:R}, not {expected:R} (C = {head.Classes})");
        }
    }

    private void Fill(int row)
    {
        bool opposite = row % Period == Negative;
        int kind = opposite ? row - (Negative - Positive) : row;
        var random = new SeededRandom(31, head.Classes, kind);
        foreach (ref float logit in Of(logits, row))
            logit = random.Between(-8, 8) * (float)settings.Temperature;
        foreach (ref float weight in Of(targets, row))
            weight = random.Between(0, 1);
        Targets.Normalize(Of(targets, row));
        if (kind % Period == Positive)
            foreach (ref float weight in Of(targets, row))
                weight *= opposite ? -Huge : Huge;
        labels[row] =
            settings.IgnoreIndex is { } ignored && random.Below(4) == 0 ? ignored : random.Below(head.Classes);
        head.Softmax(Of(logits, row), Of(probabilities, row));
    }

    private float[] Rows(int count) => new float[count * head.Classes];

    private Span<float> Of(float[] rows, int row) => rows.AsSpan(row * head.Classes, head.Classes);

    private Span<float> All(float[] rows, int count) => rows.AsSpan(0, count * head.Classes);

    private ReadOnlySpan<int> Labels(int count) => labels.AsSpan(0, count);
}
