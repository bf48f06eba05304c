using System.Numerics.Tensors;

namespace SoftmaxGen.Benchmarks;

/// <summary>One operation of a head over all rows of a problem. Each is a method of its own, as a user would write it.</summary>
internal static class Sweeps<THead>
    where THead : struct, ISoftmaxHead
{
    public static Action<Problem> Of(Operation operation) =>
        operation switch
        {
            Operation.SoftmaxRow => SoftmaxRows,
            Operation.CrossEntropyRow => CrossEntropyRows,
            Operation.GradientRow => GradientRows,
            Operation.SoftmaxBatch => SoftmaxBatch,
            Operation.CrossEntropyBatch => CrossEntropyBatch,
            Operation.GradientBatch => GradientBatch,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };

    public static void TensorPrimitivesRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var probabilities = problem.Values.Span;
        for (var start = 0; start < logits.Length; start += THead.ClassCount)
            TensorPrimitives.SoftMax(
                logits.Slice(start, THead.ClassCount),
                probabilities.Slice(start, THead.ClassCount)
            );
    }

    private static void SoftmaxRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var probabilities = problem.Values.Span;
        for (var start = 0; start < logits.Length; start += THead.ClassCount)
            THead.Softmax(logits.Slice(start, THead.ClassCount), probabilities.Slice(start, THead.ClassCount));
    }

    private static void CrossEntropyRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var labels = problem.Labels;
        var losses = problem.Losses.Span;
        for (var row = 0; row < labels.Length; row++)
            losses[row] = THead.CrossEntropy(logits.Slice(row * THead.ClassCount, THead.ClassCount), labels[row]);
    }

    private static void GradientRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var labels = problem.Labels;
        var gradients = problem.Values.Span;
        var losses = problem.Losses.Span;
        for (var row = 0; row < labels.Length; row++)
        {
            var start = row * THead.ClassCount;
            losses[row] = THead.CrossEntropyGradient(
                logits.Slice(start, THead.ClassCount),
                labels[row],
                gradients.Slice(start, THead.ClassCount)
            );
        }
    }

    private static void SoftmaxBatch(Problem problem) => THead.SoftmaxBatch(problem.Logits.Span, problem.Values.Span);

    private static void CrossEntropyBatch(Problem problem) =>
        problem.Losses.Span[0] = THead.CrossEntropyBatch(problem.Logits.Span, problem.Labels);

    private static void GradientBatch(Problem problem) =>
        problem.Losses.Span[0] = THead.CrossEntropyGradientBatch(
            problem.Logits.Span,
            problem.Labels,
            problem.Values.Span
        );
}
