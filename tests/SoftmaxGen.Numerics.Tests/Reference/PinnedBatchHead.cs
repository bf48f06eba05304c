using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The batch members of the reference: argument checks, then row by row.</summary>
internal sealed class PinnedBatchHead(PinnedHead rows, int classes)
{
    private float[] buffer = [];

    public void SoftmaxBatch(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        int count = Rows(logits.Length, nameof(logits));
        Same(logits.Length, probabilities.Length, nameof(probabilities));
        PinnedHead.Overlap(logits, probabilities, nameof(probabilities));
        for (int row = 0; row < count; row++)
            rows.Softmax(Row(logits, row), Row(probabilities, row));
    }

    public void LogSoftmaxBatch(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        int count = Rows(logits.Length, nameof(logits));
        Same(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        PinnedHead.Overlap(logits, logProbabilities, nameof(logProbabilities));
        for (int row = 0; row < count; row++)
            rows.LogSoftmax(Row(logits, row), Row(logProbabilities, row));
    }

    public void PredictBatch(ReadOnlySpan<float> scores, Span<int> labels)
    {
        Same(Rows(scores.Length, nameof(scores)), labels.Length, nameof(labels));
        Apart(scores, MemoryMarshal.Cast<int, float>(labels), nameof(labels));
        for (int row = 0; row < labels.Length; row++)
            labels[row] = rows.Predict(Row(scores, row));
    }

    public float CrossEntropyBatch(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Reduction reduction)
    {
        Labels(Rows(logits.Length, nameof(logits)), labels);
        Span<float> losses = Buffer(labels.Length);
        CrossEntropyBatch(logits, labels, losses);
        return Reduce(losses, reduction);
    }

    public void CrossEntropyBatch(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses)
    {
        int count = Rows(logits.Length, nameof(logits));
        Labels(count, labels);
        Losses(count, losses, logits, MemoryMarshal.Cast<int, float>(labels));
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropy(Row(logits, row), labels[row]);
    }

    public float CrossEntropyBatch(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Reduction reduction)
    {
        Span<float> losses = Buffer(Rows(logits.Length, nameof(logits)));
        CrossEntropyBatch(logits, targets, losses);
        return Reduce(losses, reduction);
    }

    public void CrossEntropyBatch(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses)
    {
        int count = Rows(logits.Length, nameof(logits));
        Same(logits.Length, targets.Length, nameof(targets));
        Losses(count, losses, logits, targets);
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropy(Row(logits, row), Row(targets, row));
    }

    public float CrossEntropyFromProbabilitiesBatch(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<int> labels,
        Reduction reduction
    )
    {
        Labels(Rows(probabilities.Length, nameof(probabilities)), labels);
        Span<float> losses = Buffer(labels.Length);
        CrossEntropyFromProbabilitiesBatch(probabilities, labels, losses);
        return Reduce(losses, reduction);
    }

    public void CrossEntropyFromProbabilitiesBatch(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<int> labels,
        Span<float> losses
    )
    {
        int count = Rows(probabilities.Length, nameof(probabilities));
        Labels(count, labels);
        Losses(count, losses, probabilities, MemoryMarshal.Cast<int, float>(labels));
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropyFromProbabilities(Row(probabilities, row), labels[row]);
    }

    public float CrossEntropyFromProbabilitiesBatch(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> targets,
        Reduction reduction
    )
    {
        Span<float> losses = Buffer(Rows(probabilities.Length, nameof(probabilities)));
        CrossEntropyFromProbabilitiesBatch(probabilities, targets, losses);
        return Reduce(losses, reduction);
    }

    public void CrossEntropyFromProbabilitiesBatch(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> targets,
        Span<float> losses
    )
    {
        int count = Rows(probabilities.Length, nameof(probabilities));
        Same(probabilities.Length, targets.Length, nameof(targets));
        Losses(count, losses, probabilities, targets);
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropyFromProbabilities(Row(probabilities, row), Row(targets, row));
    }

    public float CrossEntropyGradientBatch(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        Span<float> gradients,
        Reduction reduction
    )
    {
        int count = Rows(logits.Length, nameof(logits));
        Labels(count, labels);
        Same(logits.Length, gradients.Length, nameof(gradients));
        Known(reduction);
        PinnedHead.Overlap(logits, gradients, nameof(gradients));
        Apart(MemoryMarshal.Cast<int, float>(labels), gradients, nameof(gradients));
        Span<float> losses = Buffer(count);
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropyGradient(Row(logits, row), labels[row], Row(gradients, row));
        Scale(gradients, count, reduction);
        return PinnedBatches.Reduce(losses, reduction);
    }

    public float CrossEntropyGradientBatch(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        Span<float> gradients,
        Reduction reduction
    )
    {
        int count = Rows(logits.Length, nameof(logits));
        Same(logits.Length, targets.Length, nameof(targets));
        Same(logits.Length, gradients.Length, nameof(gradients));
        Known(reduction);
        PinnedHead.Overlap(logits, gradients, nameof(gradients));
        PinnedHead.Overlap(targets, gradients, nameof(gradients));
        Span<float> losses = Buffer(count);
        for (int row = 0; row < count; row++)
            losses[row] = rows.CrossEntropyGradient(Row(logits, row), Row(targets, row), Row(gradients, row));
        Scale(gradients, count, reduction);
        return PinnedBatches.Reduce(losses, reduction);
    }

    private Span<float> Buffer(int count)
    {
        if (buffer.Length < count)
            buffer = new float[count];
        return buffer.AsSpan(0, count);
    }

    private static float Reduce(ReadOnlySpan<float> losses, Reduction reduction)
    {
        Known(reduction);
        return PinnedBatches.Reduce(losses, reduction);
    }

    private static void Scale(Span<float> gradients, int count, Reduction reduction)
    {
        float scale = PinnedBatches.GradientScale(count, reduction);
        foreach (ref float element in gradients)
            element *= scale;
    }

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> batch, int row) => batch.Slice(row * classes, classes);

    private Span<float> Row(Span<float> batch, int row) => batch.Slice(row * classes, classes);

    private int Rows(int length, string name) =>
        length % classes == 0
            ? length / classes
            : throw new ArgumentException($"The length is {length}, no multiple of {classes}.", name);

    private static void Same(int wanted, int length, string name)
    {
        if (length != wanted)
            throw new ArgumentException($"The length is {length}; {wanted} is wanted.", name);
    }

    private void Labels(int count, ReadOnlySpan<int> labels)
    {
        Same(count, labels.Length, nameof(labels));
        for (int row = 0; row < count; row++)
            if ((uint)labels[row] >= (uint)classes)
                throw new ArgumentOutOfRangeException(nameof(labels), labels[row], $"The label of row {row}.");
    }

    private static void Losses(
        int count,
        Span<float> losses,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> labelsOrTargets
    )
    {
        Same(count, losses.Length, nameof(losses));
        Apart(input, losses, nameof(losses));
        Apart(labelsOrTargets, losses, nameof(losses));
    }

    private static void Known(Reduction reduction)
    {
        if (reduction is not (Reduction.Mean or Reduction.Sum))
            throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "Mean or Sum is wanted.");
    }

    private static void Apart(ReadOnlySpan<float> input, Span<float> output, string name)
    {
        if (input.Overlaps(output))
            throw new ArgumentException("The memory overlaps an input.", name);
    }
}
