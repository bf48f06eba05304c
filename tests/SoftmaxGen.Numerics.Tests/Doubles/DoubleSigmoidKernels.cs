using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

internal delegate void DoublePredict(ReadOnlySpan<double> logits, Span<bool> labels);

/// <summary>The members of a sigmoid head of doubles, wherever it was compiled, and its options.</summary>
internal sealed class DoubleSigmoidKernels(Type head)
{
    public static IEnumerable<Type> Compiled => typeof(DoubleSigmoidHeads).GetNestedTypes(BindingFlags.NonPublic);

    public string Name => head.Name;
    public SigmoidSettings Settings { get; } = SettingsOf(head.GetCustomAttribute<SigmoidHeadAttribute>()!);
    public int Outputs => Settings.Outputs;

    public DoubleMap Sigmoid { get; } = Member.Of<DoubleMap>(head, "Sigmoid");
    public DoubleMap LogSigmoid { get; } = Member.Of<DoubleMap>(head, "LogSigmoid");
    public DoubleMap Derivative { get; } = Member.Of<DoubleMap>(head, "SigmoidDerivative");
    public DoublePredict Predict { get; } = Member.Of<DoublePredict>(head, "Predict");
    public DoubleLoss Loss { get; } = Member.Of<DoubleLoss>(head, "BinaryCrossEntropy");
    public DoubleLoss LossFromProbabilities { get; } =
        Member.Of<DoubleLoss>(head, "BinaryCrossEntropyFromProbabilities");
    public DoubleGradient Gradient { get; } = Member.Of<DoubleGradient>(head, "BinaryCrossEntropyGradient");

    public DoubleMap SigmoidBatch { get; } = Member.Of<DoubleMap>(head, "SigmoidBatch");
    public DoubleMap LogSigmoidBatch { get; } = Member.Of<DoubleMap>(head, "LogSigmoidBatch");
    public DoubleMap DerivativeBatch { get; } = Member.Of<DoubleMap>(head, "SigmoidDerivativeBatch");
    public DoublePredict PredictBatch { get; } = Member.Of<DoublePredict>(head, "PredictBatch");
    public DoubleLossBatch LossBatch { get; } = Member.Of<DoubleLossBatch>(head, "BinaryCrossEntropyBatch");
    public DoubleLosses Losses { get; } = Member.Of<DoubleLosses>(head, "BinaryCrossEntropyBatch");
    public DoubleLossBatch LossFromProbabilitiesBatch { get; } =
        Member.Of<DoubleLossBatch>(head, "BinaryCrossEntropyFromProbabilitiesBatch");
    public DoubleLosses LossesFromProbabilities { get; } =
        Member.Of<DoubleLosses>(head, "BinaryCrossEntropyFromProbabilitiesBatch");
    public DoubleGradientBatch GradientBatch { get; } =
        Member.Of<DoubleGradientBatch>(head, "BinaryCrossEntropyGradientBatch");

    /// <summary>The same head as source text, for a compilation of its own.</summary>
    public string Declaration =>
        $"[SoftmaxGen.SigmoidHead(Outputs = {Outputs}, Element = typeof(double), LabelSmoothing = "
        + WrittenSettings.Text(Settings.LabelSmoothing)
        + (Settings.PositiveWeights is { } weights ? $", PositiveWeights = {WrittenSettings.Array(weights)}" : "")
        + $")] public static partial class {Name} {{ }}";

    private static SigmoidSettings SettingsOf(SigmoidHeadAttribute attribute) =>
        new()
        {
            Outputs = attribute.Outputs,
            IsDouble = true,
            LabelSmoothing = attribute.LabelSmoothing,
            PositiveWeights = attribute.PositiveWeights,
        };
}
