namespace SoftmaxGen.Numerics.Tests;

// One delegate type per shape, over the element type and the type of a label. (Those of HeadKernels.cs also pin the names
// of parameters.)
internal delegate TLabel Choose<T, TLabel>(ReadOnlySpan<T> scores);
internal delegate TLabel Draw<T, TLabel>(ReadOnlySpan<T> logits, T uniform);
internal delegate T LabelLoss<T, TLabel>(ReadOnlySpan<T> inputs, TLabel label);
internal delegate T LabelGradient<T, TLabel>(ReadOnlySpan<T> logits, TLabel label, Span<T> gradient);
internal delegate void ChooseBatch<T, TLabel>(ReadOnlySpan<T> scores, Span<TLabel> labels);
internal delegate void TopK<T, TLabel>(ReadOnlySpan<T> scores, Span<TLabel> labels, Span<T> values);
internal delegate T Accuracy<T, TLabel>(ReadOnlySpan<T> scores, ReadOnlySpan<TLabel> labels);
internal delegate T LabelLossBatch<T, TLabel>(ReadOnlySpan<T> inputs, ReadOnlySpan<TLabel> labels, Reduction reduction);
internal delegate void LabelLosses<T, TLabel>(ReadOnlySpan<T> inputs, ReadOnlySpan<TLabel> labels, Span<T> losses);
internal delegate T LabelGradientBatch<T, TLabel>(
    ReadOnlySpan<T> logits,
    ReadOnlySpan<TLabel> labels,
    Span<T> gradients,
    Reduction reduction
);

/// <summary>The members of a head that take or give labels: of <c>int</c>, or of the enum that names the classes.</summary>
internal sealed class LabelKernels<T, TLabel>(Type head)
{
    public ChooseBatch<T, TLabel> PredictBatch { get; } = Member.Of<ChooseBatch<T, TLabel>>(head, "PredictBatch");
    public TopK<T, TLabel> TopK { get; } = Member.Of<TopK<T, TLabel>>(head, "TopK");
    public Accuracy<T, TLabel> Accuracy { get; } = Member.Of<Accuracy<T, TLabel>>(head, "Accuracy");
    public LabelLoss<T, TLabel> Loss { get; } = Member.Of<LabelLoss<T, TLabel>>(head, "CrossEntropy");
    public LabelLoss<T, TLabel> LossFromProbabilities { get; } =
        Member.Of<LabelLoss<T, TLabel>>(head, "CrossEntropyFromProbabilities");
    public LabelGradient<T, TLabel> Gradient { get; } =
        Member.Of<LabelGradient<T, TLabel>>(head, "CrossEntropyGradient");
    public LabelLossBatch<T, TLabel> LossBatch { get; } =
        Member.Of<LabelLossBatch<T, TLabel>>(head, "CrossEntropyBatch");
    public LabelLosses<T, TLabel> Losses { get; } = Member.Of<LabelLosses<T, TLabel>>(head, "CrossEntropyBatch");
    public LabelLossBatch<T, TLabel> LossFromProbabilitiesBatch { get; } =
        Member.Of<LabelLossBatch<T, TLabel>>(head, "CrossEntropyFromProbabilitiesBatch");
    public LabelLosses<T, TLabel> LossesFromProbabilities { get; } =
        Member.Of<LabelLosses<T, TLabel>>(head, "CrossEntropyFromProbabilitiesBatch");
    public LabelGradientBatch<T, TLabel> GradientBatch { get; } =
        Member.Of<LabelGradientBatch<T, TLabel>>(head, "CrossEntropyGradientBatch");
}
