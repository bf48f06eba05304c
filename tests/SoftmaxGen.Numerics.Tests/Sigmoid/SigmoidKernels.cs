using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

internal delegate void SigmoidMap(ReadOnlySpan<float> inputs, Span<float> outputs);
internal delegate void SigmoidPredict(ReadOnlySpan<float> logits, Span<bool> labels);
internal delegate float SigmoidLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);
internal delegate float SigmoidGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
internal delegate float SigmoidLossBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Reduction reduction);
internal delegate void SigmoidLosses(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> losses);
internal delegate float SigmoidGradientBatch(
    ReadOnlySpan<float> logits,
    ReadOnlySpan<float> targets,
    Span<float> gradients,
    Reduction reduction
);
internal delegate float SigmoidGradientOfOne(float logit, float target, out float gradient);

/// <summary>The members of one sigmoid head as delegates, wherever the head was compiled.</summary>
internal sealed class SigmoidKernels(Type type, SigmoidOptionsOfHead options)
{
    public SigmoidOptionsOfHead Options => options;

    public int Outputs { get; } = (int)type.GetField("Outputs", Members)!.GetRawConstantValue()!;

    public SigmoidMap Sigmoid { get; } = Bind<SigmoidMap>(type, "Sigmoid");
    public SigmoidMap LogSigmoid { get; } = Bind<SigmoidMap>(type, "LogSigmoid");
    public SigmoidMap Derivative { get; } = Bind<SigmoidMap>(type, "SigmoidDerivative");
    public SigmoidPredict Predict { get; } = Bind<SigmoidPredict>(type, "Predict");
    public SigmoidLoss Loss { get; } = Bind<SigmoidLoss>(type, "BinaryCrossEntropy");
    public SigmoidLoss LossFromProbabilities { get; } = Bind<SigmoidLoss>(type, "BinaryCrossEntropyFromProbabilities");
    public SigmoidGradient Gradient { get; } = Bind<SigmoidGradient>(type, "BinaryCrossEntropyGradient");

    public SigmoidMap SigmoidBatch { get; } = Bind<SigmoidMap>(type, "SigmoidBatch");
    public SigmoidMap LogSigmoidBatch { get; } = Bind<SigmoidMap>(type, "LogSigmoidBatch");
    public SigmoidMap DerivativeBatch { get; } = Bind<SigmoidMap>(type, "SigmoidDerivativeBatch");
    public SigmoidPredict PredictBatch { get; } = Bind<SigmoidPredict>(type, "PredictBatch");
    public SigmoidLossBatch LossBatch { get; } = Bind<SigmoidLossBatch>(type, "BinaryCrossEntropyBatch");
    public SigmoidLosses Losses { get; } = Bind<SigmoidLosses>(type, "BinaryCrossEntropyBatch");
    public SigmoidLossBatch LossFromProbabilitiesBatch { get; } =
        Bind<SigmoidLossBatch>(type, "BinaryCrossEntropyFromProbabilitiesBatch");
    public SigmoidLosses LossesFromProbabilities { get; } =
        Bind<SigmoidLosses>(type, "BinaryCrossEntropyFromProbabilitiesBatch");
    public SigmoidGradientBatch GradientBatch { get; } =
        Bind<SigmoidGradientBatch>(type, "BinaryCrossEntropyGradientBatch");

    /// <summary>A member for a single number, which only heads of one output have.</summary>
    public T OfOne<T>(string member)
        where T : Delegate => Bind<T>(type, member);

    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static T Bind<T>(Type type, string member)
        where T : Delegate
    {
        ParameterInfo[] wanted = typeof(T).GetMethod("Invoke")!.GetParameters();
        MethodInfo method =
            type.GetMethod(member, Members, [.. wanted.Select(p => p.ParameterType)])
            ?? throw new MissingMethodException($"{type.Name} has no such {member}.");
        return method.CreateDelegate<T>();
    }
}
