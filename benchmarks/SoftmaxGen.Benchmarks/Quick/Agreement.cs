namespace SoftmaxGen.Benchmarks;

/// <summary>Before anything is timed: all contenders compute the same, or the program stops.</summary>
internal static class Agreement
{
    /// <summary>Our results are within a few ULP; the peers are inexact, but not by more than this.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>The roofline is the exponential that our kernels need: within 1 ULP.</summary>
    private const double OneUlp = 1.2e-7;

    private const float SmallestNormal = 1.17549435e-38f;

    public static void Require<THead>(Problem problem, bool native)
        where THead : struct, ISoftmaxHead
    {
        foreach (var operation in Enum.GetValues<Operation>())
        {
            Sweeps<THead>.Of(operation)(problem);
            var expected = Results(problem, operation);
            if (operation is Operation.SoftmaxRow)
            {
                ScalarLoop.SoftmaxRows(problem);
                RequireClose(nameof(ScalarLoop), operation, problem, expected);
                Sweeps<THead>.TensorPrimitivesRows(problem);
                RequireClose("TensorPrimitives", operation, problem, expected);
            }
            if (!native)
                continue;
            foreach (var variant in Enum.GetValues<NativeVariant>())
            {
                if (NativePeers.Sweep(variant, operation, problem))
                    RequireClose($"C++ {variant}", operation, problem, expected);
            }
        }
        if (native)
            RequireExactExp(problem);
    }

    /// <summary>What the operation wrote, copied, and cleared for the next one.</summary>
    private static float[] Results(Problem problem, Operation operation)
    {
        var losses = operation switch
        {
            Operation.SoftmaxRow or Operation.SoftmaxBatch => 0,
            Operation.CrossEntropyBatch or Operation.GradientBatch => 1,
            _ => problem.Rows,
        };
        var values = operation is Operation.CrossEntropyRow or Operation.CrossEntropyBatch ? 0 : problem.Values.Length;

        float[] results = [.. problem.Losses.Span[..losses], .. problem.Values.Span[..values]];
        problem.Losses.Span.Fill(float.NaN);
        problem.Values.Span.Fill(float.NaN);
        return results;
    }

    private static void RequireClose(string peer, Operation operation, Problem problem, float[] expected)
    {
        var actual = Results(problem, operation);
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(actual[i] - expected[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i]))))
                throw new InvalidOperationException(
                    $"{peer}, {operation}, {problem.Classes} classes, result {i}: {actual[i]} instead of {expected[i]}."
                );
        }
    }

    private static void RequireExactExp(Problem problem)
    {
        NativePeers.Exp(problem);
        for (var i = 0; i < NativePeers.ElementsOfExp(problem); i++)
        {
            var (x, y) = (problem.Logits.Span[i], problem.Values.Span[i]);
            if (!(Math.Abs(y / Math.Exp(x) - 1) <= OneUlp))
                throw new InvalidOperationException($"exp({x}) is {y} in the roofline.");
        }
        problem.Values.Span[0] = SmallestNormal;
        if (problem.Values.Span[0] / 2 == 0)
            throw new InvalidOperationException(
                "The native library makes this process flush subnormal numbers to zero."
            );
    }
}
