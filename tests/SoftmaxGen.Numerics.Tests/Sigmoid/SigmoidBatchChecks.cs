namespace SoftmaxGen.Numerics.Tests;

/// <summary>Batches give what their rows give, bit for bit, in place too, and touch nothing else.</summary>
internal sealed class SigmoidBatchChecks(SigmoidKernels head, NumericReport report)
{
    private static readonly int[] RowCounts = [0, 1, 2, 3, 5, 15, 16, 17, 33, 129, 200];

    // Long rows are checked in fewer of them.
    private const int MostElements = 20000;

    private int Outputs => head.Outputs;

    public void Check()
    {
        var random = new SeededRandom(21, Outputs);
        foreach (int rows in RowCounts.Where(rows => rows * Outputs <= MostElements))
        {
            int count = rows * Outputs;
            float[] logits = SigmoidRows.Logits(random, count);
            for (int i = 0; i < count; i += 7)
                logits[i] = SigmoidRows.Logits(random, 1)[0];
            float[] targets = SigmoidRows.Targets(random, count);
            float[] probabilities = SigmoidRows.Probabilities(random, count);

            CheckMap("SigmoidBatch", head.SigmoidBatch, head.Sigmoid, logits);
            CheckMap("LogSigmoidBatch", head.LogSigmoidBatch, head.LogSigmoid, logits);
            CheckMap("SigmoidDerivativeBatch", head.DerivativeBatch, head.Derivative, probabilities);
            CheckLabels(logits);
            CheckLosses("BinaryCrossEntropyBatch", head.Losses, head.LossBatch, head.Loss, logits, targets);
            CheckLosses(
                "BinaryCrossEntropyFromProbabilitiesBatch",
                head.LossesFromProbabilities,
                head.LossFromProbabilitiesBatch,
                head.LossFromProbabilities,
                probabilities,
                targets
            );
            CheckGradients(logits, targets);
        }
    }

    private void CheckMap(string name, SigmoidMap batch, SigmoidMap row, float[] inputs)
    {
        var expected = new float[inputs.Length];
        for (int start = 0; start < inputs.Length; start += Outputs)
            row(inputs.AsSpan(start, Outputs), expected.AsSpan(start, Outputs));

        var buffer = new GuardedBuffer<float>(inputs.Length, -7f);
        Span<float> outputs = buffer.Take(inputs.Length, inputs.Length % 5);
        batch(inputs, outputs);
        ExpectSame(name, outputs, expected);
        report.Expect(buffer.IsIntact, $"{Name}.{name} writes outside of its output");

        Span<float> inPlace = buffer.Take(inputs.Length, inputs.Length % 7);
        inputs.CopyTo(inPlace);
        batch(inPlace, inPlace);
        ExpectSame(name + " in place", inPlace, expected);
        report.Expect(buffer.IsIntact, $"{Name}.{name} writes outside of its memory");
    }

    private void CheckLabels(float[] logits)
    {
        var buffer = new GuardedBuffer<bool>(logits.Length, true);
        Span<bool> labels = buffer.Take(logits.Length, 3);
        head.PredictBatch(logits, labels);
        for (int i = 0; i < logits.Length; i++)
            report.Expect(labels[i] == logits[i] >= 0, $"{Name}.PredictBatch of {logits[i]:R} is {labels[i]}");
        report.Expect(buffer.IsIntact, $"{Name}.PredictBatch writes outside of its labels");
    }

    private void CheckLosses(
        string name,
        SigmoidLosses batch,
        SigmoidLossBatch reduced,
        SigmoidLoss row,
        float[] inputs,
        float[] targets
    )
    {
        float[] expected = Losses(row, inputs, targets);
        var buffer = new GuardedBuffer<float>(expected.Length, -7f);
        Span<float> losses = buffer.Take(expected.Length, 1);
        batch(inputs, targets, losses);
        ExpectSame(name, losses, expected);
        report.Expect(buffer.IsIntact, $"{Name}.{name} writes outside of its losses");
        ExpectSame(name + " sum", [reduced(inputs, targets, Reduction.Sum)], [Reduced(expected, Reduction.Sum)]);
        ExpectSame(name + " mean", [reduced(inputs, targets, Reduction.Mean)], [Reduced(expected, Reduction.Mean)]);
    }

    private void CheckGradients(float[] logits, float[] targets)
    {
        float[] expectedLosses = Losses(head.Loss, logits, targets);
        var rows = new float[logits.Length];
        for (int start = 0; start < logits.Length; start += Outputs)
            head.Gradient(logits.AsSpan(start, Outputs), targets.AsSpan(start, Outputs), rows.AsSpan(start, Outputs));

        var buffer = new GuardedBuffer<float>(logits.Length, -7f);
        Span<float> gradients = buffer.Take(logits.Length, 2);
        float sum = head.GradientBatch(logits, targets, gradients, Reduction.Sum);
        ExpectSame("gradients of the sum", gradients, rows);
        ExpectSame("sum beside gradients", [sum], [Reduced(expectedLosses, Reduction.Sum)]);
        report.Expect(buffer.IsIntact, $"{Name}: gradients are written outside of their memory");

        foreach (float[] input in new[] { logits, targets })
        {
            Span<float> inPlace = buffer.Take(logits.Length, 3);
            input.CopyTo(inPlace);
            head.GradientBatch(
                input == logits ? inPlace : logits,
                input == targets ? inPlace : targets,
                inPlace,
                Reduction.Sum
            );
            ExpectSame("gradients in place", inPlace, rows);
        }

        float mean = head.GradientBatch(logits, targets, gradients, Reduction.Mean);
        ExpectSame("mean beside gradients", [mean], [Reduced(expectedLosses, Reduction.Mean)]);
        int count = expectedLosses.Length;
        for (int i = 0; i < logits.Length; i++)
            report.Measure("mean gradient of its row", 3, Ulp.Error(gradients[i], (double)rows[i] / count), () => Name);
    }

    private float[] Losses(SigmoidLoss row, float[] inputs, float[] targets)
    {
        var losses = new float[inputs.Length / Outputs];
        for (int r = 0; r < losses.Length; r++)
            losses[r] = row(inputs.AsSpan(r * Outputs, Outputs), targets.AsSpan(r * Outputs, Outputs));
        return losses;
    }

    private static float Reduced(float[] losses, Reduction reduction)
    {
        var lanes = new double[16];
        for (int r = 0; r < losses.Length; r++)
            lanes[r % 16] += losses[r];
        for (int half = 8; half >= 1; half /= 2)
        for (int lane = 0; lane < half; lane++)
            lanes[lane] += lanes[lane + half];
        return (float)(reduction == Reduction.Mean ? lanes[0] / losses.Length : lanes[0]);
    }

    private string Name => head.Options.Name;

    private void ExpectSame(string what, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        int difference = BitDigest.FirstDifference(actual, expected);
        if (difference >= 0)
            report.Fail(
                $"{Name}: {what} of {expected.Length} gives {actual[difference]:R} at {difference}, not {expected[difference]:R}"
            );
    }
}
