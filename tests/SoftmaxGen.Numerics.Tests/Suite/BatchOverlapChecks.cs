using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Outputs of a batch that overlap an input in part throw, losses and predicted labels also where they begin together;
/// neighbours do not overlap.
/// </summary>
internal sealed class BatchOverlapChecks
{
    private const int Rows = 3;

    private readonly HeadKernels head;
    private readonly NumericReport report;
    private readonly int classes;
    private readonly int size;
    private readonly int[] labels = new int[Rows];
    private readonly float[] other;
    private readonly float[] memory;
    private readonly float[] before;

    public BatchOverlapChecks(HeadKernels head, NumericReport report)
    {
        (this.head, this.report, classes) = (head, report, head.Classes);
        size = Rows * classes;
        other = new float[size];
        memory = new float[3 * size];
        before = new float[3 * size];
        // Floats whose bits are labels: one memory may be read as both.
        MemoryMarshal.Cast<float, int>(before.AsSpan()).Fill(1);
    }

    public void Check()
    {
        foreach (int offset in new[] { 1, -1, classes, -classes, size - 1, 1 - size })
            CheckSame(offset);
        foreach (int offset in new[] { 0, 1, -1, classes, size - 1, 1 - Rows })
            CheckApart(offset);
        foreach (int offset in new[] { 0, 1, -1, Rows - 1, 1 - Rows })
            CheckLabelMemory(offset);
        foreach (int offset in new[] { 1 - size, 0, Rows - 1 })
            CheckGradientsOverLabels(offset);
        CheckNeighbours();
    }

    private Span<float> Input => memory.AsSpan(size, size);

    private Span<float> Output(int offset) => memory.AsSpan(size + offset, size);

    // One per row, the first at the input's start plus the offset.
    private Span<float> Losses(int offset) => memory.AsSpan(size + offset, Rows);

    private Span<int> AsLabels(int offset) => MemoryMarshal.Cast<float, int>(Losses(offset));

    // Same memory is fine, a part of it is not.
    private void CheckSame(int offset)
    {
        Throws(offset, "probabilities", "SoftmaxBatch", () => head.SoftmaxBatch(Input, Output(offset)));
        Throws(offset, "logProbabilities", "LogSoftmaxBatch", () => head.LogSoftmaxBatch(Input, Output(offset)));
        const string name = "gradients";
        Throws(offset, name, "labels", () => head.LabelGradientBatch(Input, labels, Output(offset), default));
        Throws(offset, name, "logits", () => head.TargetGradientBatch(Input, other, Output(offset), default));
        Throws(offset, name, "targets", () => head.TargetGradientBatch(other, Input, Output(offset), default));
    }

    private void CheckApart(int offset)
    {
        Throws(offset, "labels", "PredictBatch", () => head.PredictBatch(Input, AsLabels(offset)));
        const string name = "losses";
        Throws(offset, name, "logits", () => head.LabelLosses(Input, labels, Losses(offset)));
        Throws(offset, name, "logits beside targets", () => head.TargetLosses(Input, other, Losses(offset)));
        Throws(offset, name, "targets", () => head.TargetLosses(other, Input, Losses(offset)));
        Throws(offset, name, "p", () => head.LabelLossesFromProbabilities(Input, labels, Losses(offset)));
        Throws(
            offset,
            name,
            "p beside targets",
            () => head.TargetLossesFromProbabilities(Input, other, Losses(offset))
        );
        Throws(offset, name, "targets of p", () => head.TargetLossesFromProbabilities(other, Input, Losses(offset)));
    }

    // The labels themselves, read as floats.
    private void CheckLabelMemory(int offset)
    {
        const string name = "losses";
        Throws(offset, name, "labels", () => head.LabelLosses(other, AsLabels(0), Losses(offset)));
        Throws(
            offset,
            name,
            "labels of p",
            () => head.LabelLossesFromProbabilities(other, AsLabels(0), Losses(offset))
        );
    }

    private void CheckGradientsOverLabels(int offset) =>
        Throws(
            offset,
            "gradients",
            "gradients over labels",
            () => head.LabelGradientBatch(other, AsLabels(0), Output(offset), default)
        );

    private void CheckNeighbours()
    {
        before.CopyTo(memory, 0);
        try
        {
            foreach (int offset in new[] { size, -size })
            {
                head.SoftmaxBatch(Input, Output(offset));
                head.LogSoftmaxBatch(Input, Output(offset));
                head.LabelGradientBatch(Input, labels, Output(offset), default);
                head.TargetGradientBatch(Input, other, Output(offset), default);
                head.TargetGradientBatch(other, Input, Output(offset), default);
            }
            foreach (int offset in new[] { size, -Rows })
            {
                head.PredictBatch(Input, AsLabels(offset));
                head.LabelLosses(Input, labels, Losses(offset));
                head.TargetLosses(Input, other, Losses(offset));
                head.TargetLosses(other, Input, Losses(offset));
                head.LabelLossesFromProbabilities(Input, labels, Losses(offset));
                head.TargetLossesFromProbabilities(other, Input, Losses(offset));
            }
            before.CopyTo(memory, 0);
            foreach (int offset in new[] { Rows, -Rows })
                head.LabelLosses(other, AsLabels(0), Losses(offset));
            before.CopyTo(memory, 0);
            head.LabelGradientBatch(other, AsLabels(0), Output(Rows), default);
            head.LabelGradientBatch(other, AsLabels(0), Output(-size), default);
            CheckEmpty();
        }
        catch (ArgumentException e)
        {
            report.Fail($"Neighbouring memory is refused (C = {classes}): {e.Message}");
        }
    }

    // What has no elements overlaps nothing, wherever it is.
    private void CheckEmpty()
    {
        Span<float> none = memory.AsSpan(size, 0);
        head.SoftmaxBatch(none, none);
        head.TargetGradientBatch(none, memory.AsSpan(1, 0), none, default);
        head.LabelLosses(none, [], none);
        head.PredictBatch(none, MemoryMarshal.Cast<float, int>(none));
    }

    private void Throws(int offset, string parameter, string function, Action run)
    {
        before.CopyTo(memory, 0);
        string call = $"{function} with memory {offset} apart (C = {classes})";
        report.Throws<ArgumentException>(parameter, call, run);
        bool untouched = MemoryMarshal.AsBytes(memory.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(before.AsSpan()));
        report.Expect(untouched, $"{call} wrote before it threw");
    }
}
