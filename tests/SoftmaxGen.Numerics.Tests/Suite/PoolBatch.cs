namespace SoftmaxGen.Numerics.Tests;

/// <summary>The inputs of a batch: so many rows of a pool, from one on, each input at an alignment of its own.</summary>
internal sealed class PoolBatch(BatchPool pool, int mostRows)
{
    private const int LabelGuard = -77;

    private readonly GuardedBuffer<float> logits = Inputs(pool, mostRows);
    private readonly GuardedBuffer<float> targets = Inputs(pool, mostRows);
    private readonly GuardedBuffer<float> probabilities = Inputs(pool, mostRows);
    private readonly GuardedBuffer<int> labels = new(mostRows, LabelGuard);

    private int start;

    public int Rows { get; private set; }
    public int Elements => Rows * pool.Classes;
    public Span<float> Logits => logits.Span;
    public Span<float> Targets => targets.Span;
    public Span<float> Probabilities => probabilities.Span;
    public Span<int> Labels => labels.Span;

    public void Load(int rows, int start)
    {
        (Rows, this.start) = (rows, start);
        CopyTo(pool.Logits, logits.Take(Elements, rows));
        CopyTo(pool.Targets, targets.Take(Elements, 5 * rows + 3));
        CopyTo(pool.Probabilities, probabilities.Take(Elements, 11 * rows + 6));
        CopyTo(pool.Labels, labels.Take(rows, 3 * rows + 1));
    }

    /// <summary>Copies what belongs to the rows of this batch.</summary>
    public void CopyTo<T>(T[] ofPool, Span<T> batch) => pool.CopyTo(ofPool, start, batch);

    /// <summary>What belongs to a row of this batch.</summary>
    public ReadOnlySpan<T> OfRow<T>(T[] ofPool, int row)
    {
        int width = ofPool.Length / pool.Count;
        return ofPool.AsSpan((start + row) % pool.Count * width, width);
    }

    public bool IsAsLoaded =>
        IsSame(logits, pool.Logits)
        && IsSame(targets, pool.Targets)
        && IsSame(probabilities, pool.Probabilities)
        && labels.IsIntact;

    private bool IsSame(GuardedBuffer<float> input, float[] ofPool)
    {
        float[] loaded = new float[Elements];
        CopyTo(ofPool, loaded);
        return BitDigest.FirstDifference(input.Span, loaded) < 0;
    }

    // What lies beside the inputs would spoil every result that it came into.
    private static GuardedBuffer<float> Inputs(BatchPool pool, int rows) => new(rows * pool.Classes, float.NaN);
}
