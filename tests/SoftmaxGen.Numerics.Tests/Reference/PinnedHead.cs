namespace SoftmaxGen.Numerics.Tests;

/// <summary>The reference with the members and the argument checks of a head, so that one suite runs on both.</summary>
internal sealed class PinnedHead(int classes)
{
    private readonly PinnedReference reference = new(classes);
    private readonly float[] distribution = new float[classes];

    public static HeadKernels Kernels(int classes)
    {
        var head = new PinnedHead(classes);
        var batches = new PinnedBatchHead(head, classes);
        return new HeadKernels
        {
            Name = "reference",
            Classes = classes,
            Softmax = head.Softmax,
            LogSoftmax = head.LogSoftmax,
            LogSumExp = head.LogSumExp,
            Predict = head.Predict,
            Sample = head.Sample,
            LabelLoss = head.CrossEntropy,
            TargetLoss = head.CrossEntropy,
            LabelLossFromProbabilities = head.CrossEntropyFromProbabilities,
            TargetLossFromProbabilities = head.CrossEntropyFromProbabilities,
            LabelGradient = head.CrossEntropyGradient,
            TargetGradient = head.CrossEntropyGradient,
            SoftmaxGradient = head.SoftmaxGradient,
            SoftmaxBatch = batches.SoftmaxBatch,
            LogSoftmaxBatch = batches.LogSoftmaxBatch,
            PredictBatch = batches.PredictBatch,
            LabelLossBatch = batches.CrossEntropyBatch,
            LabelLosses = batches.CrossEntropyBatch,
            TargetLossBatch = batches.CrossEntropyBatch,
            TargetLosses = batches.CrossEntropyBatch,
            LabelLossFromProbabilitiesBatch = batches.CrossEntropyFromProbabilitiesBatch,
            LabelLossesFromProbabilities = batches.CrossEntropyFromProbabilitiesBatch,
            TargetLossFromProbabilitiesBatch = batches.CrossEntropyFromProbabilitiesBatch,
            TargetLossesFromProbabilities = batches.CrossEntropyFromProbabilitiesBatch,
            LabelGradientBatch = batches.CrossEntropyGradientBatch,
            TargetGradientBatch = batches.CrossEntropyGradientBatch,
        };
    }

    public void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        Row(logits.Length, nameof(logits));
        Row(probabilities.Length, nameof(probabilities));
        Overlap(logits, probabilities, nameof(probabilities));
        reference.Softmax(logits, probabilities);
    }

    public void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        Row(logits.Length, nameof(logits));
        Row(logProbabilities.Length, nameof(logProbabilities));
        Overlap(logits, logProbabilities, nameof(logProbabilities));
        reference.LogSoftmax(logits, logProbabilities);
    }

    public float LogSumExp(ReadOnlySpan<float> logits)
    {
        Row(logits.Length, nameof(logits));
        return reference.LogSumExp(logits);
    }

    public int Predict(ReadOnlySpan<float> scores)
    {
        Row(scores.Length, nameof(scores));
        int best = 0;
        for (int i = 0; i < classes; i++)
        {
            if (float.IsNaN(scores[i]))
                return i;
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }

    public int Sample(ReadOnlySpan<float> logits, float uniform)
    {
        Row(logits.Length, nameof(logits));
        if (!(uniform >= 0f && uniform <= 1f))
            throw new ArgumentOutOfRangeException(nameof(uniform), uniform, "A number from 0 to 1 is wanted.");
        reference.Softmax(logits, distribution);
        return InverseCdf.Sample(distribution, uniform)
            ?? throw new ArgumentException("The row has no distribution.", nameof(logits));
    }

    public float CrossEntropy(ReadOnlySpan<float> logits, int label)
    {
        Row(logits.Length, nameof(logits));
        Label(label);
        return reference.CrossEntropy(logits, label);
    }

    public float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
    {
        Row(logits.Length, nameof(logits));
        Row(target.Length, nameof(target));
        return reference.CrossEntropy(logits, target);
    }

    public float CrossEntropyFromProbabilities(ReadOnlySpan<float> probabilities, int label)
    {
        Row(probabilities.Length, nameof(probabilities));
        Label(label);
        return 0f - PinnedMath.Log(probabilities[label]);
    }

    public float CrossEntropyFromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> target)
    {
        Row(probabilities.Length, nameof(probabilities));
        Row(target.Length, nameof(target));
        return reference.CrossEntropyFromProbabilities(probabilities, target);
    }

    public float CrossEntropyGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient)
    {
        Row(logits.Length, nameof(logits));
        Label(label);
        Row(gradient.Length, nameof(gradient));
        Overlap(logits, gradient, nameof(gradient));
        return reference.CrossEntropyGradient(logits, label, gradient);
    }

    public float CrossEntropyGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, Span<float> gradient)
    {
        Row(logits.Length, nameof(logits));
        Row(target.Length, nameof(target));
        Row(gradient.Length, nameof(gradient));
        Overlap(logits, gradient, nameof(gradient));
        Overlap(target, gradient, nameof(gradient));
        return reference.CrossEntropyGradient(logits, target, gradient);
    }

    public void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        Row(probabilities.Length, nameof(probabilities));
        Row(upstream.Length, nameof(upstream));
        Row(gradient.Length, nameof(gradient));
        Overlap(probabilities, gradient, nameof(gradient));
        Overlap(upstream, gradient, nameof(gradient));
        reference.SoftmaxGradient(probabilities, upstream, gradient);
    }

    private void Row(int length, string name)
    {
        if (length != classes)
            throw new ArgumentException($"The length is {length}; {classes} is wanted.", name);
    }

    private void Label(int label)
    {
        if ((uint)label >= (uint)classes)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"A label from 0 to {classes - 1} is wanted.");
    }

    public static void Overlap(ReadOnlySpan<float> input, Span<float> output, string name)
    {
        if (input.Overlaps(output, out int offset) && offset != 0)
            throw new ArgumentException("The memory overlaps an input in part.", name);
    }
}
