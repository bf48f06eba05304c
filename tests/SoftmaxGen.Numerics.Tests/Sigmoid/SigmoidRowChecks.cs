namespace SoftmaxGen.Numerics.Tests;

/// <summary>The row members on ordinary rows, against the formulas in double.</summary>
internal sealed class SigmoidRowChecks(SigmoidKernels head, NumericReport report)
{
    private const double Bound = 5;
    private const double GradientBound = 8;

    private readonly SigmoidExact exact = new(head.Options);

    public void Check(int rows)
    {
        var random = new SeededRandom(20, head.Outputs);
        for (int row = 0; row < rows; row++)
        {
            float[] targets = SigmoidRows.Targets(random, head.Outputs);
            float[] logits =
                row % 4 == 0 ? SigmoidRows.Agreeing(random, targets) : SigmoidRows.Logits(random, head.Outputs);
            CheckMaps(logits);
            CheckLosses(logits, targets);
            CheckProbabilities(SigmoidRows.Probabilities(random, head.Outputs), targets);
        }
    }

    private void CheckMaps(float[] logits)
    {
        var probabilities = new float[logits.Length];
        head.Sigmoid(logits, probabilities);
        var logProbabilities = new float[logits.Length];
        head.LogSigmoid(logits, logProbabilities);
        var labels = new bool[logits.Length];
        head.Predict(logits, labels);
        report.Add(probabilities);
        report.Add(logProbabilities);
        for (int i = 0; i < logits.Length; i++)
        {
            Measure("Sigmoid", Bound, Ulp.Error(probabilities[i], SigmoidExact.Sigmoid(logits[i])), logits[i]);
            Measure("LogSigmoid", Bound, Ulp.Error(logProbabilities[i], SigmoidExact.LogSigmoid(logits[i])), logits[i]);
            report.Expect(labels[i] == logits[i] >= 0, $"{Name}.Predict of {logits[i]:R} is {labels[i]}");
        }
    }

    private void CheckLosses(float[] logits, float[] targets)
    {
        float loss = head.Loss(logits, targets);
        var gradient = new float[logits.Length];
        float beside = head.Gradient(logits, targets, gradient);
        report.Add(loss);
        report.Add(gradient);
        report.Expect(Same(loss, beside), $"{Name}: the loss beside the gradient is {beside:R}, not {loss:R}");
        double expected = exact.Loss(logits, targets);
        report.Measure(
            "BinaryCrossEntropy",
            Bound,
            Ulp.Error(loss, expected),
            () => $"{Name} {loss:R} for {expected:R} of {Text(logits)}; {Text(targets)}"
        );
        for (int i = 0; i < logits.Length; i++)
        {
            (double value, double size) = exact.Gradient(i, logits[i], targets[i]);
            int output = i;
            report.Measure(
                "BinaryCrossEntropyGradient",
                GradientBound,
                Ulp.Error(gradient[i], value, size),
                () => $"{Name}[{output}] {gradient[output]:R} for {value:R} of {logits[output]:R}; {targets[output]:R}"
            );
        }
    }

    private void CheckProbabilities(float[] probabilities, float[] targets)
    {
        float loss = head.LossFromProbabilities(probabilities, targets);
        report.Add(loss);
        double expected = exact.LossFromProbabilities(probabilities, targets);
        report.Measure(
            "BinaryCrossEntropyFromProbabilities",
            Bound,
            Ulp.Error(loss, expected),
            () => $"{Name} {loss:R} for {expected:R} of {Text(probabilities)}; {Text(targets)}"
        );
        var derivatives = new float[probabilities.Length];
        head.Derivative(probabilities, derivatives);
        report.Add(derivatives);
        for (int i = 0; i < derivatives.Length; i++)
        {
            double p = probabilities[i];
            Measure("SigmoidDerivative", 1, Ulp.Error(derivatives[i], p * (1 - p)), probabilities[i]);
        }
    }

    private string Name => head.Options.Name;

    private void Measure(string function, double bound, double ulp, float input) =>
        report.Measure(function, bound, ulp, () => $"{Name} {input:R}");

    private static bool Same(float a, float b) => BitDigest.Bits(a) == BitDigest.Bits(b);

    private static string Text(float[] row) => string.Join(", ", row.Take(8).Select(x => x.ToString("R")));
}
