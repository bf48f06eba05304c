namespace SoftmaxGen.Benchmarks;

/// <summary>The textbook formulas in plain loops, one row after the other: what is written when there is no library.</summary>
internal static class ScalarLoop
{
    public static void SoftmaxRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var probabilities = problem.Values.Span;
        for (var start = 0; start < logits.Length; start += problem.Classes)
            Softmax(logits.Slice(start, problem.Classes), probabilities.Slice(start, problem.Classes));
    }

    public static void CrossEntropyRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var losses = problem.Losses.Span;
        for (var row = 0; row < problem.Rows; row++)
            losses[row] = CrossEntropy(logits.Slice(row * problem.Classes, problem.Classes), problem.Labels[row]);
    }

    public static void GradientRows(Problem problem)
    {
        ReadOnlySpan<float> logits = problem.Logits.Span;
        var losses = problem.Losses.Span;
        for (var row = 0; row < problem.Rows; row++)
        {
            var start = row * problem.Classes;
            var z = logits.Slice(start, problem.Classes);
            var gradient = problem.Values.Span.Slice(start, problem.Classes);
            var label = problem.Labels[row];
            var (max, sum) = Softmax(z, gradient);
            losses[row] = MathF.Log(sum) + (max - z[label]);
            gradient[label] -= 1;
        }
    }

    private static (float Max, float Sum) Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        var max = Max(logits);
        var sum = 0f;
        for (var i = 0; i < logits.Length; i++)
            sum += probabilities[i] = MathF.Exp(logits[i] - max);
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] /= sum;
        return (max, sum);
    }

    private static float CrossEntropy(ReadOnlySpan<float> logits, int label)
    {
        var max = Max(logits);
        var sum = 0f;
        foreach (var logit in logits)
            sum += MathF.Exp(logit - max);
        return MathF.Log(sum) + (max - logits[label]);
    }

    private static float Max(ReadOnlySpan<float> logits)
    {
        var max = logits[0];
        foreach (var logit in logits)
            max = MathF.Max(max, logit);
        return max;
    }
}
