using System.Runtime.CompilerServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Calls every member of a head from code that the JIT optimizes, as a user's loop does.</summary>
internal static partial class MemberCalls
{
    internal enum Direction : byte
    {
        Left,
        Right,
        Up,
    }

    [SoftmaxHead(Labels = typeof(Direction))]
    internal static partial class Labelled;

    [SoftmaxHead(Classes = 3)]
    internal static partial class Plain;

    [SigmoidHead(Outputs = 3)]
    internal static partial class Tags;

    private const int Rows = 2;
    private const int Classes = 3;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float CallAll()
    {
        float[] x = [1, 2, 3, 4, 5, 6];
        float[] y = new float[Rows * Classes];
        float[] losses = new float[Rows];
        int[] indices = new int[Rows];
        Direction[] labels = new Direction[Rows];
        return CallPlain(x, y, losses, indices) + CallLabelled(x, y, losses, labels) + CallSigmoid(x, y, losses);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CallPlain(Span<float> x, Span<float> y, Span<float> losses, Span<int> labels)
    {
        ReadOnlySpan<float> row = x[..Classes];
        Span<float> output = y[..Classes];
        Plain.Softmax(row, output);
        Plain.LogSoftmax(row, output);
        Plain.SoftmaxGradient(row, row, output);
        Plain.TopK(row, labels, losses);
        Plain.SoftmaxBatch(x, y);
        Plain.LogSoftmaxBatch(x, y);
        Plain.PredictBatch(x, labels);
        Plain.CrossEntropyBatch(x, labels, losses);
        Plain.CrossEntropyBatch(x, x, losses);
        Plain.CrossEntropyFromProbabilitiesBatch(x, labels, losses);
        Plain.CrossEntropyFromProbabilitiesBatch(x, x, losses);
        return Plain.LogSumExp(row)
            + Plain.Predict(row)
            + Plain.Sample(row, 0.5f)
            + Plain.CrossEntropy(row, 1)
            + Plain.CrossEntropy(row, row)
            + Plain.CrossEntropyFromProbabilities(row, 1)
            + Plain.CrossEntropyFromProbabilities(row, row)
            + Plain.CrossEntropyGradient(row, 1, output)
            + Plain.CrossEntropyGradient(row, row, output)
            + Plain.Accuracy(x, labels)
            + Plain.CrossEntropyBatch(x, labels)
            + Plain.CrossEntropyBatch(x, x)
            + Plain.CrossEntropyFromProbabilitiesBatch(x, labels)
            + Plain.CrossEntropyFromProbabilitiesBatch(x, x)
            + Plain.CrossEntropyGradientBatch(x, labels, y)
            + Plain.CrossEntropyGradientBatch(x, x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CallLabelled(Span<float> x, Span<float> y, Span<float> losses, Span<Direction> labels)
    {
        ReadOnlySpan<float> row = x[..Classes];
        Labelled.TopK(row, labels, losses);
        Labelled.PredictBatch(x, labels);
        Labelled.CrossEntropyBatch(x, labels, losses);
        Labelled.CrossEntropyFromProbabilitiesBatch(x, labels, losses);
        return (float)Labelled.Predict(row)
            + (float)Labelled.Sample(row, 0.5f)
            + Labelled.CrossEntropy(row, Direction.Up)
            + Labelled.CrossEntropyFromProbabilities(row, Direction.Up)
            + Labelled.CrossEntropyGradient(row, Direction.Up, y[..Classes])
            + Labelled.Accuracy(x, labels)
            + Labelled.CrossEntropyBatch(x, labels)
            + Labelled.CrossEntropyFromProbabilitiesBatch(x, labels)
            + Labelled.CrossEntropyGradientBatch(x, labels, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CallSigmoid(Span<float> x, Span<float> y, Span<float> losses)
    {
        ReadOnlySpan<float> row = x[..Classes];
        Span<float> output = y[..Classes];
        Span<bool> labels = stackalloc bool[Rows * Classes];
        Tags.Sigmoid(row, output);
        Tags.LogSigmoid(row, output);
        Tags.SigmoidDerivative(row, output);
        Tags.Predict(row, labels[..Classes]);
        Tags.SigmoidBatch(x, y);
        Tags.LogSigmoidBatch(x, y);
        Tags.SigmoidDerivativeBatch(x, y);
        Tags.PredictBatch(x, labels);
        Tags.BinaryCrossEntropyBatch(x, x, losses);
        Tags.BinaryCrossEntropyFromProbabilitiesBatch(x, x, losses);
        return Tags.BinaryCrossEntropy(row, row)
            + Tags.BinaryCrossEntropyFromProbabilities(row, row)
            + Tags.BinaryCrossEntropyGradient(row, row, output)
            + Tags.BinaryCrossEntropyBatch(x, x)
            + Tags.BinaryCrossEntropyFromProbabilitiesBatch(x, x)
            + Tags.BinaryCrossEntropyGradientBatch(x, x, y);
    }
}
