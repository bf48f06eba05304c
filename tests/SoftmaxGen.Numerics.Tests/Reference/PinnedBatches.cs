namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// What a batch means: its rows one by one, and a pinned order in which their losses are added. Batch kernels equal it
/// bit for bit on the row members of their own head.
/// </summary>
internal static class PinnedBatches
{
    private const int LossLanes = 16;

    public static float Reduce(ReadOnlySpan<float> losses, Reduction reduction) =>
        Reduce(losses, reduction, losses.Length);

    /// <summary>The sum of the losses, or divided by how many rows count; one rounding.</summary>
    public static float Reduce(ReadOnlySpan<float> losses, Reduction reduction, double count) =>
        (float)(reduction == Reduction.Mean ? Sum(losses) / count : Sum(losses));

    /// <summary>The loss of row r belongs to lane r mod 16, in double; lanes fold by halves.</summary>
    public static double Sum(ReadOnlySpan<float> losses)
    {
        Span<double> lanes = stackalloc double[LossLanes];
        lanes.Clear();
        for (int row = 0; row < losses.Length; row++)
            lanes[row % LossLanes] += losses[row];
        for (int half = LossLanes / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; lane++)
            lanes[lane] += lanes[lane + half];
        return lanes[0];
    }

    /// <summary>What the gradient of each row is multiplied by: the rounded reciprocal, so that it is one for all rows.</summary>
    public static float GradientScale(int rows, Reduction reduction) => reduction == Reduction.Mean ? 1f / rows : 1f;
}
