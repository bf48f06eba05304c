namespace SoftmaxGen.Numerics.Tests;

/// <summary>What the batches of a head mean, with any options, in terms of its rows.</summary>
internal sealed class BatchRules(HeadSettings settings)
{
    private readonly float inverseTemperature = 1f / (float)settings.Temperature;

    // Rows of labels may count differently; then what they count is added up in double.
    private bool HasRowWeights => settings.IgnoreIndex is not null || settings.ClassWeights is not null;

    public float OfLabels(ReadOnlySpan<float> losses, ReadOnlySpan<int> labels, Reduction reduction) =>
        PinnedBatches.Reduce(losses, reduction, TotalWeight(labels));

    public static float OfTargets(ReadOnlySpan<float> losses, Reduction reduction) =>
        PinnedBatches.Reduce(losses, reduction);

    /// <summary>What the gradient of each row of labels is multiplied by.</summary>
    public float ScaleOfLabels(ReadOnlySpan<int> labels, Reduction reduction) =>
        reduction == Reduction.Mean && HasRowWeights
            ? (float)(inverseTemperature / TotalWeight(labels))
            : ScaleOfTargets(labels.Length, reduction);

    public float ScaleOfTargets(int rows, Reduction reduction) =>
        reduction == Reduction.Mean ? inverseTemperature / rows : inverseTemperature;

    /// <summary>
    /// Whether an element of a batch's gradient is that of its row, when rows are multiplied by <paramref name="scale"/>.
    /// The row's own was multiplied by 1 / T: it says what was before to half a unit in the last place. Without smoothing
    /// both factors were multiplied by the weight of the label first.
    /// </summary>
    public bool IsScaled(float ofBatch, float ofRow, float scale, float weight = 1f)
    {
        (float scaleOfRow, float scaleOfBatch) = (inverseTemperature * weight, scale * weight);
        if (scaleOfBatch == scaleOfRow)
            return BitDigest.Bits(ofBatch) == BitDigest.Bits(ofRow);
        // The weights of a batch may be 0 together. A row of masks that gives 0 gives it then, too.
        if (float.IsInfinity(scale) && ofRow == 0f)
            return ofBatch == 0f || float.IsNaN(ofBatch);
        if (scaleOfRow == 1f || !float.IsFinite(scaleOfBatch) || float.IsNaN(ofRow))
            return BitDigest.Bits(ofBatch) == BitDigest.Bits(ofRow * scaleOfBatch);
        double ratio = scaleOfRow == 0f ? 0 : (double)scaleOfBatch / scaleOfRow;
        double size = Math.Min(Math.Abs(ofRow), float.MaxValue);
        double error = ratio * Ulp.Of(size) / 2 + 1e-13 * ratio * size;
        float nearest = (float)(size * ratio - error);
        float farthest = float.IsInfinity(ofRow) ? ofRow : (float)(size * ratio + error);
        float actual = ofRow < 0 ? -ofBatch : ofBatch;
        return nearest <= actual && actual <= Math.Abs(farthest);
    }

    /// <summary>The weight that multiplies the whole gradient of a label: with smoothing there is none.</summary>
    public float WeightOfGradient(int label) =>
        label == settings.IgnoreIndex || settings.LabelSmoothing != 0 ? 1f : (float)settings.Weight(label);

    private double TotalWeight(ReadOnlySpan<int> labels)
    {
        float[] weights = new float[labels.Length];
        for (int row = 0; row < labels.Length; row++)
            weights[row] = labels[row] == settings.IgnoreIndex ? 0f : (float)settings.Weight(labels[row]);
        return PinnedBatches.Sum(weights);
    }
}
