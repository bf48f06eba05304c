namespace SoftmaxGen.Numerics.Tests;

internal delegate void DoubleMap(ReadOnlySpan<double> inputs, Span<double> outputs);
internal delegate double DoubleSummary(ReadOnlySpan<double> logits);
internal delegate double DoubleLoss(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets);
internal delegate double DoubleGradient(
    ReadOnlySpan<double> logits,
    ReadOnlySpan<double> targets,
    Span<double> gradient
);
internal delegate void DoubleUpstream(
    ReadOnlySpan<double> probabilities,
    ReadOnlySpan<double> upstream,
    Span<double> gradient
);
internal delegate double DoubleLossBatch(
    ReadOnlySpan<double> inputs,
    ReadOnlySpan<double> targets,
    Reduction reduction
);
internal delegate void DoubleLosses(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> losses);
internal delegate double DoubleGradientBatch(
    ReadOnlySpan<double> logits,
    ReadOnlySpan<double> targets,
    Span<double> gradients,
    Reduction reduction
);

/// <summary>The members of a softmax head of doubles, wherever it was compiled, and its options.</summary>
internal sealed class DoubleKernels(Type head)
{
    public string Name => head.Name;
    public int Classes => Settings.Classes;
    public HeadSettings Settings { get; } = WrittenSettings.Of(head);

    /// <summary>All members that take or give labels as numbers.</summary>
    public LabelKernels<double, int> Labels { get; } = new(head);

    public Choose<double, int> Predict { get; } = Member.Of<Choose<double, int>>(head, "Predict");
    public Draw<double, int> Sample { get; } = Member.Of<Draw<double, int>>(head, "Sample");

    public DoubleMap Softmax { get; } = Member.Of<DoubleMap>(head, "Softmax");
    public DoubleMap LogSoftmax { get; } = Member.Of<DoubleMap>(head, "LogSoftmax");
    public DoubleSummary LogSumExp { get; } = Member.Of<DoubleSummary>(head, "LogSumExp");
    public DoubleLoss TargetLoss { get; } = Member.Of<DoubleLoss>(head, "CrossEntropy");
    public DoubleLoss TargetLossFromProbabilities { get; } =
        Member.Of<DoubleLoss>(head, "CrossEntropyFromProbabilities");
    public DoubleGradient TargetGradient { get; } = Member.Of<DoubleGradient>(head, "CrossEntropyGradient");
    public DoubleUpstream SoftmaxGradient { get; } = Member.Of<DoubleUpstream>(head, "SoftmaxGradient");

    public DoubleMap SoftmaxBatch { get; } = Member.Of<DoubleMap>(head, "SoftmaxBatch");
    public DoubleMap LogSoftmaxBatch { get; } = Member.Of<DoubleMap>(head, "LogSoftmaxBatch");
    public DoubleLossBatch TargetLossBatch { get; } = Member.Of<DoubleLossBatch>(head, "CrossEntropyBatch");
    public DoubleLosses TargetLosses { get; } = Member.Of<DoubleLosses>(head, "CrossEntropyBatch");
    public DoubleLossBatch TargetLossFromProbabilitiesBatch { get; } =
        Member.Of<DoubleLossBatch>(head, "CrossEntropyFromProbabilitiesBatch");
    public DoubleLosses TargetLossesFromProbabilities { get; } =
        Member.Of<DoubleLosses>(head, "CrossEntropyFromProbabilitiesBatch");
    public DoubleGradientBatch TargetGradientBatch { get; } =
        Member.Of<DoubleGradientBatch>(head, "CrossEntropyGradientBatch");
}
