using System.Runtime.InteropServices;

namespace SoftmaxGen.Benchmarks;

/// <summary>Rows of logits with a label each, and the memory for what is computed of them.</summary>
internal sealed class Problem
{
    /// <summary>Input and output together: fits in the second-level cache of any current machine.</summary>
    private const int BytesInCache = 128 * 1024;

    private const float LargestLogit = 8;

    // More than any problem in the cache has; a larger one repeats them, since drawing takes longer than softmax.
    private const int LogitsDrawn = 1 << 18;

    // Half a page and a line away from the logits: a load of the one never looks like a store of the other.
    private const int PlaceOfValues = 2048 + 64;

    private readonly int[] _labels;

    public Problem(int classes, int rows)
    {
        Classes = classes;
        Rows = rows;
        Logits = new AlignedFloats(rows * classes);
        Values = new AlignedFloats(rows * classes, PlaceOfValues);
        Losses = new AlignedFloats(rows);
        _labels = GC.AllocateUninitializedArray<int>(rows, pinned: true);

        var random = new Random(classes);
        var drawn = Logits.Span[..Math.Min(Logits.Length, LogitsDrawn)];
        foreach (ref var logit in drawn)
            logit = (2 * random.NextSingle() - 1) * LargestLogit;
        for (var start = drawn.Length; start < Logits.Length; start += drawn.Length)
            drawn[..Math.Min(drawn.Length, Logits.Length - start)].CopyTo(Logits.Span[start..]);
        foreach (ref var label in _labels.AsSpan())
            label = random.Next(classes);
    }

    /// <summary>As many rows as fill the second-level cache, and at least one.</summary>
    public static Problem InCache(int classes) =>
        new(classes, Math.Max(1, BytesInCache / (2 * sizeof(float)) / classes));

    public int Classes { get; }

    public int Rows { get; }

    public AlignedFloats Logits { get; }

    /// <summary>Receives probabilities or gradients.</summary>
    public AlignedFloats Values { get; }

    /// <summary>Receives the loss of each row, or one loss of all.</summary>
    public AlignedFloats Losses { get; }

    public ReadOnlySpan<int> Labels => _labels;

    public nint AddressOfLabels => Marshal.UnsafeAddrOfPinnedArrayElement(_labels, 0);
}
