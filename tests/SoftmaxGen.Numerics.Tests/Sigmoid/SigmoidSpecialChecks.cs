namespace SoftmaxGen.Numerics.Tests;

/// <summary>Infinities, NaN, zeros and the edges of the range, one beside the other.</summary>
internal sealed class SigmoidSpecialChecks(SigmoidKernels head, NumericReport report)
{
    private readonly SigmoidExact exact = new(head.Options);

    public void Check()
    {
        for (int first = 0; first < SigmoidRows.Specials.Length; first++)
        {
            float[] logits =
            [
                .. Enumerable
                    .Range(first, head.Outputs)
                    .Select(i => SigmoidRows.Specials[i % SigmoidRows.Specials.Length]),
            ];
            CheckMaps(logits);
            // A weight may make the loss of one output more than a float holds, which only scalar code survives.
            if (
                head.Options.Weights is not null
                && Math.Abs(SigmoidRows.Specials[first]) is > 1e30f and < float.PositiveInfinity
            )
                continue;
            // Alone among ordinary outputs, so that a NaN elsewhere hides nothing.
            float[] alone = [.. Enumerable.Repeat(1f, head.Outputs)];
            alone[first % head.Outputs] = SigmoidRows.Specials[first];
            foreach (float target in (ReadOnlySpan<float>)[0, 1, 0.25f, float.NaN])
                CheckLoss(alone, [.. Enumerable.Repeat(target, head.Outputs)]);
        }
        foreach (
            float p in (ReadOnlySpan<float>)
                [0, 1, -0f, float.Epsilon, 0.99999994f, -0.1f, 1.5f, float.NaN, float.PositiveInfinity]
        )
        foreach (float target in (ReadOnlySpan<float>)[0, 1, 0.25f, float.NaN])
        {
            float[] probabilities = [.. Enumerable.Repeat(p, head.Outputs)];
            float[] targets = [.. Enumerable.Repeat(target, head.Outputs)];
            Expect(
                "FromProbabilities",
                head.LossFromProbabilities(probabilities, targets),
                exact.LossFromProbabilities(probabilities, targets),
                p,
                target
            );
        }
    }

    private void CheckMaps(float[] logits)
    {
        var probabilities = new float[head.Outputs];
        head.Sigmoid(logits, probabilities);
        var logProbabilities = new float[head.Outputs];
        head.LogSigmoid(logits, logProbabilities);
        var labels = new bool[head.Outputs];
        head.Predict(logits, labels);
        for (int i = 0; i < logits.Length; i++)
        {
            Expect("Sigmoid", probabilities[i], SigmoidExact.Sigmoid(logits[i]), logits[i], 0);
            Expect("LogSigmoid", logProbabilities[i], SigmoidExact.LogSigmoid(logits[i]), logits[i], 0);
            report.Expect(labels[i] == logits[i] >= 0, $"{head.Options.Name}.Predict of {logits[i]:R} is {labels[i]}");
        }
    }

    private void CheckLoss(float[] logits, float[] targets)
    {
        float loss = head.Loss(logits, targets);
        var gradient = new float[head.Outputs];
        head.Gradient(logits, targets, gradient);
        int special = Array.FindIndex(logits, x => x != 1f);
        Expect("BinaryCrossEntropy", loss, exact.Loss(logits, targets), logits[special], targets[0]);
        for (int i = 0; i < logits.Length; i++)
        {
            (double value, double size) = exact.Gradient(i, logits[i], targets[i]);
            report.Expect(
                Ulp.Error(gradient[i], value, size) <= 8,
                $"{head.Options.Name}: gradient {gradient[i]:R} for {value:R} at {logits[i]:R}, {targets[i]:R}"
            );
        }
    }

    private void Expect(string function, float actual, double expected, float input, float target) =>
        report.Expect(
            Ulp.Error(actual, expected) <= 5,
            $"{head.Options.Name}.{function} of {input:R} and {target:R} is {actual:R}, not {expected:R}"
        );
}
