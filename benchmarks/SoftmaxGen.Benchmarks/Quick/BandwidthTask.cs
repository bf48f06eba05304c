namespace SoftmaxGen.Benchmarks;

/// <summary>What a batch larger than every cache takes beside a copy of the same bytes, in milliseconds.</summary>
internal sealed record BandwidthTimes(
    int Classes,
    int Rows,
    long Bytes,
    double Softmax,
    double Copy,
    double? NativeCopy
);

/// <summary>Measures one class count on a batch that no cache holds.</summary>
internal sealed class BandwidthTask(bool native) : IHeadTask<BandwidthTimes>
{
    private const int Rounds = 9;
    private const long SmallestInput = 64 << 20;
    private const long LargestInput = 256 << 20;

    public BandwidthTimes Run<THead>()
        where THead : struct, ISoftmaxHead
    {
        var input = Math.Clamp(2 * Machine.LastLevelCacheBytes, SmallestInput, LargestInput);
        var problem = new Problem(THead.ClassCount, (int)(input / sizeof(float) / THead.ClassCount));

        var sweep = Sweeps<THead>.Of(Operation.SoftmaxBatch);
        var softmax = new Contender(() => sweep(problem));
        var copy = new Contender(() => problem.Logits.Span.CopyTo(problem.Values.Span));
        var nativeCopy = native ? new Contender(() => NativePeers.Copy(problem)) : null;

        Contender[] contenders = nativeCopy is null ? [softmax, copy] : [softmax, copy, nativeCopy];
        foreach (var contender in contenders)
            contender.Sweep();
        Interleaved.Measure(contenders, Rounds);

        return new BandwidthTimes(
            THead.ClassCount,
            problem.Rows,
            2L * sizeof(float) * problem.Logits.Length,
            Milliseconds(softmax),
            Milliseconds(copy),
            nativeCopy is null ? null : Milliseconds(nativeCopy)
        );
    }

    private static double Milliseconds(Contender contender) => contender.Nanoseconds / 1e6;
}
