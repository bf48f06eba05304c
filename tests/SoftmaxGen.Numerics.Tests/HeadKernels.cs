using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

// One delegate type per signature; parameter names are part of the contract, since exceptions name them.
internal delegate void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities);
internal delegate void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities);
internal delegate float LogSumExp(ReadOnlySpan<float> logits);
internal delegate int Predict(ReadOnlySpan<float> scores);
internal delegate int Sample(ReadOnlySpan<float> logits, float uniform);
internal delegate float LabelLoss(ReadOnlySpan<float> logits, int label);
internal delegate float TargetLoss(ReadOnlySpan<float> logits, ReadOnlySpan<float> target);
internal delegate float LabelLossFromProbabilities(ReadOnlySpan<float> probabilities, int label);
internal delegate float TargetLossFromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> target);
internal delegate float LabelGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient);
internal delegate float TargetGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, Span<float> gradient);
internal delegate void SoftmaxGradient(
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<float> upstream,
    Span<float> gradient
);

// Many rows.
internal delegate void SoftmaxBatch(ReadOnlySpan<float> logits, Span<float> probabilities);
internal delegate void LogSoftmaxBatch(ReadOnlySpan<float> logits, Span<float> logProbabilities);
internal delegate void PredictBatch(ReadOnlySpan<float> scores, Span<int> labels);
internal delegate float LabelLossBatch(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Reduction reduction);
internal delegate void LabelLosses(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses);
internal delegate float TargetLossBatch(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Reduction reduction);
internal delegate void TargetLosses(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses);
internal delegate float LabelLossFromProbabilitiesBatch(
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<int> labels,
    Reduction reduction
);
internal delegate void LabelLossesFromProbabilities(
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<int> labels,
    Span<float> losses
);
internal delegate float TargetLossFromProbabilitiesBatch(
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<float> targets,
    Reduction reduction
);
internal delegate void TargetLossesFromProbabilities(
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<float> targets,
    Span<float> losses
);
internal delegate float LabelGradientBatch(
    ReadOnlySpan<float> logits,
    ReadOnlySpan<int> labels,
    Span<float> gradients,
    Reduction reduction
);
internal delegate float TargetGradientBatch(
    ReadOnlySpan<float> logits,
    ReadOnlySpan<float> targets,
    Span<float> gradients,
    Reduction reduction
);
internal delegate void TopK(ReadOnlySpan<float> scores, Span<int> labels, Span<float> values);
internal delegate float Accuracy(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels);

/// <summary>The members of one head as delegates, wherever the head was compiled.</summary>
internal sealed record HeadKernels
{
    public required string Name { get; init; }
    public required int Classes { get; init; }
    public required Softmax Softmax { get; init; }
    public required LogSoftmax LogSoftmax { get; init; }
    public required LogSumExp LogSumExp { get; init; }
    public required Predict Predict { get; init; }
    public required Sample Sample { get; init; }
    public required LabelLoss LabelLoss { get; init; }
    public required TargetLoss TargetLoss { get; init; }
    public required LabelLossFromProbabilities LabelLossFromProbabilities { get; init; }
    public required TargetLossFromProbabilities TargetLossFromProbabilities { get; init; }
    public required LabelGradient LabelGradient { get; init; }
    public required TargetGradient TargetGradient { get; init; }
    public required SoftmaxGradient SoftmaxGradient { get; init; }

    public required SoftmaxBatch SoftmaxBatch { get; init; }
    public required LogSoftmaxBatch LogSoftmaxBatch { get; init; }
    public required PredictBatch PredictBatch { get; init; }
    public required LabelLossBatch LabelLossBatch { get; init; }
    public required LabelLosses LabelLosses { get; init; }
    public required TargetLossBatch TargetLossBatch { get; init; }
    public required TargetLosses TargetLosses { get; init; }
    public required LabelLossFromProbabilitiesBatch LabelLossFromProbabilitiesBatch { get; init; }
    public required LabelLossesFromProbabilities LabelLossesFromProbabilities { get; init; }
    public required TargetLossFromProbabilitiesBatch TargetLossFromProbabilitiesBatch { get; init; }
    public required TargetLossesFromProbabilities TargetLossesFromProbabilities { get; init; }
    public required LabelGradientBatch LabelGradientBatch { get; init; }
    public required TargetGradientBatch TargetGradientBatch { get; init; }

    // The reference has none.
    public TopK? TopK { get; init; }
    public Accuracy? Accuracy { get; init; }

    /// <summary>Binds the members that the generator gave to <paramref name="type"/>.</summary>
    public static HeadKernels Bind(Type type) =>
        new()
        {
            Name = type.Name,
            Classes = (int)type.GetField("Classes", Members)!.GetRawConstantValue()!,
            Softmax = Bind<Softmax>(type, "Softmax"),
            LogSoftmax = Bind<LogSoftmax>(type, "LogSoftmax"),
            LogSumExp = Bind<LogSumExp>(type, "LogSumExp"),
            Predict = Bind<Predict>(type, "Predict"),
            Sample = Bind<Sample>(type, "Sample"),
            LabelLoss = Bind<LabelLoss>(type, "CrossEntropy"),
            TargetLoss = Bind<TargetLoss>(type, "CrossEntropy"),
            LabelLossFromProbabilities = Bind<LabelLossFromProbabilities>(type, "CrossEntropyFromProbabilities"),
            TargetLossFromProbabilities = Bind<TargetLossFromProbabilities>(type, "CrossEntropyFromProbabilities"),
            LabelGradient = Bind<LabelGradient>(type, "CrossEntropyGradient"),
            TargetGradient = Bind<TargetGradient>(type, "CrossEntropyGradient"),
            SoftmaxGradient = Bind<SoftmaxGradient>(type, "SoftmaxGradient"),
            SoftmaxBatch = Bind<SoftmaxBatch>(type, "SoftmaxBatch"),
            LogSoftmaxBatch = Bind<LogSoftmaxBatch>(type, "LogSoftmaxBatch"),
            PredictBatch = Bind<PredictBatch>(type, "PredictBatch"),
            LabelLossBatch = Bind<LabelLossBatch>(type, "CrossEntropyBatch"),
            LabelLosses = Bind<LabelLosses>(type, "CrossEntropyBatch"),
            TargetLossBatch = Bind<TargetLossBatch>(type, "CrossEntropyBatch"),
            TargetLosses = Bind<TargetLosses>(type, "CrossEntropyBatch"),
            LabelLossFromProbabilitiesBatch = Bind<LabelLossFromProbabilitiesBatch>(
                type,
                "CrossEntropyFromProbabilitiesBatch"
            ),
            LabelLossesFromProbabilities = Bind<LabelLossesFromProbabilities>(
                type,
                "CrossEntropyFromProbabilitiesBatch"
            ),
            TargetLossFromProbabilitiesBatch = Bind<TargetLossFromProbabilitiesBatch>(
                type,
                "CrossEntropyFromProbabilitiesBatch"
            ),
            TargetLossesFromProbabilities = Bind<TargetLossesFromProbabilities>(
                type,
                "CrossEntropyFromProbabilitiesBatch"
            ),
            LabelGradientBatch = Bind<LabelGradientBatch>(type, "CrossEntropyGradientBatch"),
            TargetGradientBatch = Bind<TargetGradientBatch>(type, "CrossEntropyGradientBatch"),
            TopK = Bind<TopK>(type, "TopK"),
            Accuracy = Bind<Accuracy>(type, "Accuracy"),
        };

    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static T Bind<T>(Type type, string member)
        where T : Delegate
    {
        ParameterInfo[] wanted = typeof(T).GetMethod("Invoke")!.GetParameters();
        MethodInfo method =
            type.GetMethod(member, Members, [.. wanted.Select(p => p.ParameterType)])
            ?? throw new MissingMethodException(
                $"{type.Name} has no {member}({string.Join(", ", wanted.Select(p => p.Name))})."
            );
        if (!method.GetParameters().Select(p => p.Name).SequenceEqual(wanted.Select(p => p.Name)))
            throw new MissingMethodException($"{type.Name}.{member} names its parameters differently.");
        return method.CreateDelegate<T>();
    }
}
