using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Wrong lengths, overlaps and reductions throw, and say what is wrong; heads of one output take single numbers.</summary>
internal sealed class SigmoidGuardChecks(SigmoidKernels head, NumericReport report)
{
    private readonly float[] memory = new float[6 * head.Outputs + 64];

    private int Outputs => head.Outputs;

    public void Check()
    {
        CheckRows();
        CheckBatches();
        CheckOverlaps();
        if (Outputs == 1)
            CheckSingle();
        CheckAllocations();
    }

    private void CheckRows()
    {
        float[] right = new float[Outputs];
        float[] wrong = new float[Outputs + 1];
        string length = (Outputs + 1).ToString();
        string wanted = Outputs.ToString();
        report.Throws<ArgumentException>("logits", "Sigmoid", () => head.Sigmoid(wrong, right), length, wanted);
        report.Throws<ArgumentException>("probabilities", "Sigmoid", () => head.Sigmoid(right, wrong), length, wanted);
        report.Throws<ArgumentException>("logProbabilities", "LogSigmoid", () => head.LogSigmoid(right, wrong), length);
        report.Throws<ArgumentException>("derivative", "Derivative", () => head.Derivative(right, wrong), length);
        report.Throws<ArgumentException>("labels", "Predict", () => head.Predict(right, new bool[Outputs + 1]), length);
        report.Throws<ArgumentException>("targets", "Loss", () => head.Loss(right, wrong), length, wanted);
        report.Throws<ArgumentException>(
            "probabilities",
            "From",
            () => head.LossFromProbabilities(wrong, right),
            length
        );
        report.Throws<ArgumentException>("gradient", "Gradient", () => head.Gradient(right, right, wrong), length);
    }

    private void CheckBatches()
    {
        float[] rows = new float[3 * Outputs];
        float[] part = new float[3 * Outputs + 1];
        string length = (3 * Outputs + 1).ToString();
        string wanted = (3 * Outputs).ToString();
        if (Outputs > 1)
            report.Throws<ArgumentException>(
                "logits",
                "Batch",
                () => head.SigmoidBatch(part, part),
                length,
                "multiple"
            );
        report.Throws<ArgumentException>("probabilities", "Batch", () => head.SigmoidBatch(rows, part), length, wanted);
        report.Throws<ArgumentException>(
            "derivatives",
            "Batch",
            () => head.DerivativeBatch(rows, part),
            length,
            wanted
        );
        report.Throws<ArgumentException>(
            "labels",
            "PredictBatch",
            () => head.PredictBatch(rows, new bool[1]),
            "1",
            wanted
        );
        report.Throws<ArgumentException>(
            "targets",
            "LossBatch",
            () => head.LossBatch(rows, part, Reduction.Mean),
            length,
            wanted
        );
        report.Throws<ArgumentException>("losses", "Losses", () => head.Losses(rows, rows, new float[4]), "4", "3");
        report.Throws<ArgumentException>(
            "gradients",
            "GradientBatch",
            () => head.GradientBatch(rows, rows, part, Reduction.Mean),
            length,
            wanted
        );
        report.Throws<ArgumentOutOfRangeException>(
            "reduction",
            "LossBatch",
            () => head.LossBatch(rows, rows, (Reduction)2)
        );
        report.Throws<ArgumentOutOfRangeException>(
            "reduction",
            "GradientBatch",
            () => head.GradientBatch(rows, rows, rows.ToArray(), (Reduction)(-1))
        );
    }

    private void CheckOverlaps()
    {
        int count = 3 * Outputs;
        report.Throws<ArgumentException>(
            "probabilities",
            "SigmoidBatch in part",
            () => head.SigmoidBatch(memory.AsSpan(0, count), memory.AsSpan(1, count))
        );
        report.Throws<ArgumentException>(
            "gradients",
            "GradientBatch in part",
            () => head.GradientBatch(new float[count], memory.AsSpan(1, count), memory.AsSpan(0, count), Reduction.Sum)
        );
        report.Throws<ArgumentException>(
            "losses",
            "Losses",
            () => head.Losses(new float[count], memory.AsSpan(0, count), memory.AsSpan(count - 1, 3))
        );
        report.Throws<ArgumentException>(
            "labels",
            "PredictBatch",
            () =>
                head.PredictBatch(
                    memory.AsSpan(0, count),
                    MemoryMarshal.Cast<float, bool>(memory.AsSpan(count - 1))[..count]
                )
        );
        if (Outputs > 1)
            report.Throws<ArgumentException>(
                "probabilities",
                "Sigmoid in part",
                () => head.Sigmoid(memory.AsSpan(1, Outputs), memory.AsSpan(0, Outputs))
            );
        head.SigmoidBatch(memory.AsSpan(0, count), memory.AsSpan(count, count));
        head.Sigmoid(memory.AsSpan(0, Outputs), memory.AsSpan(0, Outputs));
    }

    private void CheckSingle()
    {
        var random = new SeededRandom(22);
        foreach (float logit in (float[])[.. SigmoidRows.Specials, .. SigmoidRows.Logits(random, 200)])
        {
            float probability = SigmoidRows.Probabilities(random, 1)[0];
            float target = SigmoidRows.Targets(random, 1)[0];
            Expect(head.OfOne<Func<float, float>>("Sigmoid")(logit), row => head.Sigmoid([logit], row));
            Expect(head.OfOne<Func<float, float>>("LogSigmoid")(logit), row => head.LogSigmoid([logit], row));
            Expect(
                head.OfOne<Func<float, float>>("SigmoidDerivative")(probability),
                row => head.Derivative([probability], row)
            );
            Expect(
                head.OfOne<Func<float, float, float>>("BinaryCrossEntropy")(logit, target),
                row => row[0] = head.Loss([logit], [target])
            );
            Expect(
                head.OfOne<Func<float, float, float>>("BinaryCrossEntropyFromProbabilities")(probability, target),
                row => row[0] = head.LossFromProbabilities([probability], [target])
            );
            float loss = head.OfOne<SigmoidGradientOfOne>("BinaryCrossEntropyGradient")(
                logit,
                target,
                out float gradient
            );
            Expect(loss, row => row[0] = head.Loss([logit], [target]));
            Expect(gradient, row => head.Gradient([logit], [target], row));
            report.Expect(head.OfOne<Func<float, bool>>("Predict")(logit) == logit >= 0, $"Predict({logit:R})");
        }

        void Expect(float single, Action<float[]> ofRow)
        {
            var row = new float[1];
            ofRow(row);
            report.Expect(BitDigest.Bits(single) == BitDigest.Bits(row[0]), $"{single:R} alone, {row[0]:R} in a row");
        }
    }

    private void CheckAllocations()
    {
        var (inputs, outputs, labels) = (new float[3 * Outputs], new float[3 * Outputs], new bool[3 * Outputs]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        head.SigmoidBatch(inputs, outputs);
        head.PredictBatch(inputs, labels);
        head.LossBatch(inputs, outputs, Reduction.Mean);
        head.LossFromProbabilitiesBatch(inputs, outputs, Reduction.Mean);
        head.GradientBatch(inputs, inputs, outputs, Reduction.Mean);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Expect(allocated == 0, $"{head.Options.Name} allocates {allocated} bytes");
    }
}
