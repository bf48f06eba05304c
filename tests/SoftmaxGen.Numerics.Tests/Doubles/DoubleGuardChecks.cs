using System.Globalization;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Wrong lengths, labels and reductions throw, say what is wrong, and nothing is written; no member allocates.</summary>
internal sealed class DoubleGuardChecks(DoubleKernels head, NumericReport report)
{
    private const double Sentinel = 123.25;

    // An odd number, so that the labels are no whole number of doubles.
    private const int Rows = 11;

    private readonly int classes = head.Classes;
    private readonly LabelKernels<double, int> ofLabels = head.Labels;
    private readonly double[] row = new double[head.Classes];
    private readonly double[] rows = new double[Rows * head.Classes];
    private readonly int[] labels = new int[Rows];
    private readonly double[] output = new double[Rows * head.Classes + 1];

    public void Check()
    {
        foreach (int length in new[] { 0, classes - 1, classes + 1 })
            CheckRow(new double[length]);
        foreach (int length in new[] { 0, rows.Length - 1, rows.Length + 1 })
            CheckBatch(new double[length]);
        foreach (int length in new[] { 0, Rows - 1, Rows + 1 })
            CheckOnePerRow(new int[length]);
        foreach (int label in new[] { -1, classes, int.MinValue, int.MaxValue })
            if (label != head.Settings.IgnoreIndex)
            {
                CheckLabel(label);
                CheckLabelOfRow(label, Rows - 1);
                CheckLabelOfRow(label, 3);
            }
        CheckReductions((Reduction)2);
        CheckAllocations();
    }

    private void CheckRow(double[] bad)
    {
        string[] words = [Text(bad.Length), Text(classes)];
        Throws("logits", "Softmax", () => head.Softmax(bad, Output(classes)), words);
        Throws("probabilities", "Softmax", () => head.Softmax(row, Output(bad.Length)), words);
        Throws("logProbabilities", "LogSoftmax", () => head.LogSoftmax(row, Output(bad.Length)), words);
        Throws("logits", "LogSumExp", () => head.LogSumExp(bad), words);
        Throws("scores", "Predict", () => head.Predict(bad), words);
        Throws("logits", "Sample", () => head.Sample(bad, 0.5), words);
        Throws("logits", "loss", () => ofLabels.Loss(bad, 1), words);
        Throws("target", "loss", () => head.TargetLoss(row, bad), words);
        Throws("probabilities", "loss from p", () => ofLabels.LossFromProbabilities(bad, 1), words);
        Throws("target", "loss from p", () => head.TargetLossFromProbabilities(row, bad), words);
        Throws("gradient", "gradient", () => ofLabels.Gradient(row, 1, Output(bad.Length)), words);
        Throws("target", "gradient", () => head.TargetGradient(row, bad, Output(classes)), words);
        Throws("upstream", "SoftmaxGradient", () => head.SoftmaxGradient(row, bad, Output(classes)), words);
    }

    private void CheckBatch(double[] bad)
    {
        string[] words = [Text(bad.Length), Text(rows.Length)];
        Throws("probabilities", "SoftmaxBatch", () => head.SoftmaxBatch(rows, Output(bad.Length)), words);
        Throws("logProbabilities", "LogSoftmaxBatch", () => head.LogSoftmaxBatch(rows, Output(bad.Length)), words);
        Throws("targets", "losses", () => head.TargetLosses(rows, bad, Output(Rows)), words);
        Throws("targets", "loss from p", () => head.TargetLossFromProbabilitiesBatch(rows, bad, default), words);
        Throws("gradients", "g", () => ofLabels.GradientBatch(rows, labels, Output(bad.Length), default), words);
        Throws("gradients", "g", () => head.TargetGradientBatch(rows, rows, Output(bad.Length), default), words);
        if (bad.Length % classes != 0)
            Throws("logits", "no whole rows", () => head.SoftmaxBatch(bad, Output(bad.Length)), Text(bad.Length));
    }

    private void CheckOnePerRow(int[] bad)
    {
        string[] words = [Text(bad.Length), Text(Rows)];
        Throws("labels", "PredictBatch", () => ofLabels.PredictBatch(rows, bad), words);
        Throws("labels", "Accuracy", () => ofLabels.Accuracy(rows, bad), words);
        Throws("labels", "loss", () => ofLabels.LossBatch(rows, bad, default), words);
        Throws("labels", "losses", () => ofLabels.Losses(rows, bad, Output(Rows)), words);
        Throws("losses", "losses", () => ofLabels.Losses(rows, labels, Output(bad.Length)), words);
        Throws(
            "losses",
            "losses from p",
            () => head.TargetLossesFromProbabilities(rows, rows, Output(bad.Length)),
            words
        );
        Throws("labels", "gradients", () => ofLabels.GradientBatch(rows, bad, Output(rows.Length), default), words);
    }

    private void CheckLabel(int label)
    {
        OutOfRange("label", "loss", () => ofLabels.Loss(row, label), Text(label));
        OutOfRange("label", "loss from p", () => ofLabels.LossFromProbabilities(row, label), Text(label));
        OutOfRange("label", "gradient", () => ofLabels.Gradient(row, label, Output(classes)), Text(label));
    }

    // The first bad row is the one that is named.
    private void CheckLabelOfRow(int label, int of)
    {
        int[] bad = new int[Rows];
        (bad[^1], bad[of]) = (-12345, label);
        string[] words = [$"row {Text(of)}", Text(label)];
        OutOfRange("labels", "loss", () => ofLabels.LossBatch(rows, bad, default), words);
        OutOfRange("labels", "losses", () => ofLabels.Losses(rows, bad, Output(Rows)), words);
        OutOfRange("labels", "losses", () => ofLabels.LossesFromProbabilities(rows, bad, Output(Rows)), words);
        OutOfRange("labels", "gradients", () => ofLabels.GradientBatch(rows, bad, Output(rows.Length), default), words);
        OutOfRange("labels", "Accuracy", () => ofLabels.Accuracy(rows, bad), words);
    }

    private void CheckReductions(Reduction bad)
    {
        OutOfRange("reduction", "loss", () => ofLabels.LossBatch(rows, labels, bad));
        OutOfRange("reduction", "loss", () => head.TargetLossBatch(rows, rows, bad));
        OutOfRange("reduction", "loss from p", () => head.TargetLossFromProbabilitiesBatch(rows, rows, bad));
        OutOfRange("reduction", "gradients", () => ofLabels.GradientBatch(rows, labels, Output(rows.Length), bad));
        OutOfRange("reduction", "gradients", () => head.TargetGradientBatch(rows, rows, Output(rows.Length), bad));
    }

    // The runtime itself may allocate once, as it replaces code that has become hot: a member that does allocates each time.
    private void CheckAllocations()
    {
        RunAll();
        long allocated = long.MaxValue;
        for (int measurement = 0; measurement < 3; measurement++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 5; i++)
                RunAll();
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        report.Expect(allocated == 0, $"{allocated} bytes allocated in 5 rounds: {head.Name}");
    }

    private void RunAll()
    {
        head.Softmax(row, output.AsSpan(0, classes));
        head.LogSoftmax(row, output.AsSpan(0, classes));
        head.LogSumExp(row);
        head.Predict(row);
        head.Sample(row, 0.5);
        ofLabels.TopK(row, labels.AsSpan(0, 1), output.AsSpan(0, 1));
        labels[0] = 0;
        ofLabels.Loss(row, 1);
        head.TargetLoss(row, row);
        ofLabels.LossFromProbabilities(row, 1);
        head.TargetLossFromProbabilities(row, row);
        ofLabels.Gradient(row, 1, output.AsSpan(0, classes));
        head.TargetGradient(row, row, output.AsSpan(0, classes));
        head.SoftmaxGradient(row, row, output.AsSpan(0, classes));
        head.SoftmaxBatch(rows, output.AsSpan(0, rows.Length));
        head.LogSoftmaxBatch(rows, output.AsSpan(0, rows.Length));
        ofLabels.PredictBatch(rows, labels);
        ofLabels.Accuracy(rows, labels);
        ofLabels.LossBatch(rows, labels, Reduction.Mean);
        ofLabels.Losses(rows, labels, output.AsSpan(0, Rows));
        head.TargetLossBatch(rows, rows, Reduction.Sum);
        head.TargetLosses(rows, rows, output.AsSpan(0, Rows));
        ofLabels.LossFromProbabilitiesBatch(rows, labels, Reduction.Mean);
        head.TargetLossFromProbabilitiesBatch(rows, rows, Reduction.Mean);
        ofLabels.GradientBatch(rows, labels, output.AsSpan(0, rows.Length), Reduction.Mean);
        head.TargetGradientBatch(rows, rows, output.AsSpan(0, rows.Length), Reduction.Mean);
    }

    private Span<double> Output(int length) => output.AsSpan(0, length);

    private void Throws(string parameter, string call, Action run, params ReadOnlySpan<string> words) =>
        Untouched<ArgumentException>(parameter, call, run, words);

    private void OutOfRange(string parameter, string call, Action run, params ReadOnlySpan<string> words) =>
        Untouched<ArgumentOutOfRangeException>(parameter, call, run, words);

    private void Untouched<T>(string parameter, string call, Action run, ReadOnlySpan<string> words)
        where T : ArgumentException
    {
        call = $"{head.Name}, {call} with bad {parameter}";
        output.AsSpan().Fill(Sentinel);
        report.Throws<T>(parameter, call, run, words);
        report.Expect(output.AsSpan().IndexOfAnyExcept(Sentinel) < 0, $"{call} wrote before it threw");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
