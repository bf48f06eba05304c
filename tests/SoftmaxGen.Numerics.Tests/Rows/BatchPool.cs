namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Rows of every kind in a mixed order, with what the row members of a head give for each. A batch is any run of them,
/// around the end and again from the start. Rows with large logits, which leave the fast paths of a batch together with
/// their neighbours, stand at the end: most tiles have none, and some have them at their end or at their start.
/// </summary>
internal sealed class BatchPool
{
    // No multiple of a tile: as batches begin at different rows, a row comes to lie in different lanes.
    private const int MostRows = 79;
    private const int RowsPerFamily = 3;

    private readonly HeadSettings settings;

    public BatchPool(HeadKernels head, HeadSettings settings, int wantedRows)
    {
        this.settings = settings;
        Classes = head.Classes;
        Count = Math.Min(wantedRows, MostRows);
        (Logits, Targets, Probabilities) = (OfElements(), OfElements(), OfElements());
        (Softmax, LogSoftmax, LabelGradients, TargetGradients) = (
            OfElements(),
            OfElements(),
            OfElements(),
            OfElements()
        );
        (Labels, Predicted) = (new int[Count], new int[Count]);
        (LabelLosses, LabelLossesFromProbabilities) = (new float[Count], new float[Count]);
        (TargetLosses, TargetLossesFromProbabilities) = (new float[Count], new float[Count]);

        var random = new SeededRandom(23, Classes);
        int[] order = [.. Enumerable.Range(0, MostRows).OrderBy(_ => random.Next()).Take(Count).OrderBy(HasLargeLogit)];
        for (int row = 0; row < Count; row++)
            Fill(head, row, order[row]);
    }

    public int Classes { get; }
    public int Count { get; }

    // What is passed to a batch.
    public float[] Logits { get; }
    public float[] Targets { get; }
    public float[] Probabilities { get; }
    public int[] Labels { get; }

    // What the row members give.
    public float[] Softmax { get; }
    public float[] LogSoftmax { get; }
    public int[] Predicted { get; }
    public float[] LabelLosses { get; }
    public float[] TargetLosses { get; }
    public float[] LabelLossesFromProbabilities { get; }
    public float[] TargetLossesFromProbabilities { get; }
    public float[] LabelGradients { get; }
    public float[] TargetGradients { get; }

    /// <summary>Copies the rows of a batch: as many as fit, from one on.</summary>
    public void CopyTo<T>(T[] ofPool, int start, Span<T> batch)
    {
        int copied = 0;
        for (int from = start * (ofPool.Length / Count); copied < batch.Length; from = 0)
        {
            int length = Math.Min(ofPool.Length - from, batch.Length - copied);
            ofPool.AsSpan(from, length).CopyTo(batch[copied..]);
            copied += length;
        }
    }

    private void Fill(HeadKernels head, int row, int kind)
    {
        SeededRandom random = Random(kind);
        Span<float> logits = Of(Logits, row);
        Span<float> target = Of(Targets, row);
        Span<float> probabilities = Of(Probabilities, row);
        LogitsOf(kind, random).CopyTo(logits);
        FillTarget(random, kind, logits, target);

        head.Softmax(logits, Of(Softmax, row));
        head.LogSoftmax(logits, Of(LogSoftmax, row));
        Predicted[row] = head.Predict(logits);
        Labels[row] = random.Below(3) == 0 ? Predicted[row] : random.Below(Classes);
        if (settings.IgnoreIndex is { } ignored && random.Below(4) == 0)
            Labels[row] = ignored;
        int label = Labels[row];

        Of(Softmax, row).CopyTo(probabilities);
        if (random.Below(4) == 0 && label >= 0 && label < Classes)
            probabilities[label] = random.OneOf(0f, -0f, 1f, -0.25f, 1e-45f, 1e-39f, float.PositiveInfinity, float.NaN);

        LabelLosses[row] = head.LabelLoss(logits, label);
        TargetLosses[row] = head.TargetLoss(logits, target);
        LabelLossesFromProbabilities[row] = head.LabelLossFromProbabilities(probabilities, label);
        TargetLossesFromProbabilities[row] = head.TargetLossFromProbabilities(probabilities, target);
        head.LabelGradient(logits, label, Of(LabelGradients, row));
        head.TargetGradient(logits, target, Of(TargetGradients, row));
    }

    private bool HasLargeLogit(int kind)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in LogitsOf(kind, Random(kind)))
            largest = float.IsNaN(logit) ? largest : Math.Max(largest, logit);
        return Math.Abs(largest) >= Coefficients.ShiftFrom * settings.Temperature;
    }

    private SeededRandom Random(int kind) => new(29, Classes, kind);

    private float[] LogitsOf(int kind, SeededRandom random)
    {
        if (kind < RowData.FamilyCount * RowsPerFamily)
        {
            Row row = RowData.Create(Classes, kind % RowData.FamilyCount, kind / RowData.FamilyCount, seed: 3);
            return OptionRows.AtTemperature(row, settings).Logits;
        }
        int lane = random.Below(Classes);
        return (kind % 5) switch
        {
            0 => SpecialRows.AllMasked(Classes).Logits,
            1 => SpecialRows.With(Classes, "NaN", lane, float.NaN).Logits,
            2 => SpecialRows.With(Classes, "+inf", lane, float.PositiveInfinity).Logits,
            3 => SpecialRows.Masked(SpecialRows.With(Classes, "NaN", lane, float.NaN)).Logits,
            _ => new float[Classes],
        };
    }

    private void FillTarget(SeededRandom random, int kind, ReadOnlySpan<float> logits, Span<float> target)
    {
        switch (kind % 13)
        {
            case 5:
                target.Fill(random.OneOf(0f, -0f));
                break;
            case 9:
                target.Fill(1f / Classes);
                target[random.Below(Classes)] = random.OneOf(float.NaN, float.PositiveInfinity, -1f, 1e-40f, 3e38f);
                break;
            default:
                SoftmaxGen.Numerics.Tests.Targets.Fill(random, logits, target);
                break;
        }
    }

    private float[] OfElements() => new float[Count * Classes];

    private Span<float> Of(float[] elements, int row) => elements.AsSpan(row * Classes, Classes);
}
