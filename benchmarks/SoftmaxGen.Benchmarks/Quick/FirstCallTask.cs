using System.Diagnostics;
using System.Numerics.Tensors;

namespace SoftmaxGen.Benchmarks;

/// <summary>Whose first call is timed; each needs a process of its own.</summary>
internal enum FirstCall
{
    SoftmaxRow,
    SoftmaxBatch,
    TensorPrimitives,
}

/// <summary>Milliseconds of the very first call in a process: what the JIT takes, and what it loads.</summary>
internal sealed class FirstCallTask(FirstCall call) : IHeadTask<double>
{
    /// <summary>Enough for a batch to come to all that it calls.</summary>
    private const int RowsOfBatch = 64;

    public double Run<THead>()
        where THead : struct, ISoftmaxHead
    {
        var rows = call == FirstCall.SoftmaxBatch ? RowsOfBatch : 1;
        var logits = new float[rows * THead.ClassCount];
        var probabilities = new float[rows * THead.ClassCount];
        // Stopwatch is not what is measured: its own first use comes before.
        _ = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp()).TotalMilliseconds;
        return call switch
        {
            FirstCall.SoftmaxRow => TimeRow<THead>(logits, probabilities),
            FirstCall.SoftmaxBatch => TimeBatch<THead>(logits, probabilities),
            _ => TimeTensorPrimitives(logits, probabilities),
        };
    }

    private static double TimeRow<THead>(float[] logits, float[] probabilities)
        where THead : struct, ISoftmaxHead
    {
        var start = Stopwatch.GetTimestamp();
        THead.Softmax(logits, probabilities);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double TimeBatch<THead>(float[] logits, float[] probabilities)
        where THead : struct, ISoftmaxHead
    {
        var start = Stopwatch.GetTimestamp();
        THead.SoftmaxBatch(logits, probabilities);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double TimeTensorPrimitives(float[] logits, float[] probabilities)
    {
        var start = Stopwatch.GetTimestamp();
        TensorPrimitives.SoftMax(logits, probabilities);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
