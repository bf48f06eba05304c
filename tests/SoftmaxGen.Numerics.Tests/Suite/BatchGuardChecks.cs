using System.Globalization;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Wrong lengths, labels and reductions of a batch throw before anything is written.</summary>
internal sealed class BatchGuardChecks
{
    private const float Sentinel = 123.25f;
    private const int LabelSentinel = -77;

    // A tile of 16 rows and some that are left over; of the longest rows, few.
    private const int MostRows = 19;
    private const int MostElements = 1 << 18;

    private readonly HeadKernels head;
    private readonly NumericReport report;
    private readonly HeadSettings settings;
    private readonly int classes;
    private readonly int rows;
    private readonly float[] a;
    private readonly float[] b;
    private readonly int[] labels;
    private readonly float[] output;
    private readonly int[] predicted;

    public BatchGuardChecks(HeadKernels head, HeadSettings settings, NumericReport report)
    {
        (this.head, this.settings, this.report, classes) = (head, settings, report, head.Classes);
        rows = Math.Clamp(MostElements / classes, 2, MostRows);
        (a, b) = (new float[rows * classes], new float[rows * classes]);
        labels = new int[rows];
        output = new float[(rows + 1) * classes];
        predicted = new int[rows + 1];
    }

    public void Check()
    {
        foreach (int length in new[] { 1, classes - 1, classes + 1, (rows * classes) - 1 })
            if (length % classes != 0)
                CheckRows(length);
        foreach (int length in new[] { 0, classes, (rows - 1) * classes, (rows * classes) - 1, (rows * classes) + 1 })
        {
            CheckSameLength(length, new float[length]);
            CheckOutputs(length);
        }
        foreach (int length in new[] { 0, rows - 1, rows + 1 })
            CheckOnePerRow(length);
        CheckNoRows();
        foreach (int row in new[] { 0, 1, 3, 4, 7, 8, 15, 16, 18 })
            if (row < rows)
                CheckLabels(row);
        foreach (Reduction reduction in new[] { (Reduction)2, (Reduction)(-1), (Reduction)int.MaxValue })
            CheckReduction(reduction);
    }

    // The first argument: no whole number of rows.
    private void CheckRows(int length)
    {
        float[] bad = new float[length];
        Wrong(length, classes, "logits", "SoftmaxBatch", () => head.SoftmaxBatch(bad, Output()));
        Wrong(length, classes, "logits", "LogSoftmaxBatch", () => head.LogSoftmaxBatch(bad, Output()));
        Wrong(length, classes, "scores", "PredictBatch", () => head.PredictBatch(bad, Predicted(rows)));
        Wrong(length, classes, "logits", "loss", () => head.LabelLossBatch(bad, labels, Reduction.Mean));
        Wrong(length, classes, "logits", "losses", () => head.LabelLosses(bad, labels, Losses(rows)));
        Wrong(length, classes, "logits", "target loss", () => head.TargetLossBatch(bad, bad, Reduction.Sum));
        Wrong(length, classes, "logits", "target losses", () => head.TargetLosses(bad, bad, Losses(rows)));
        const string name = "probabilities";
        Wrong(length, classes, name, "loss", () => head.LabelLossFromProbabilitiesBatch(bad, labels, Reduction.Mean));
        Wrong(length, classes, name, "losses", () => head.LabelLossesFromProbabilities(bad, labels, Losses(rows)));
        Wrong(length, classes, name, "target loss", () => head.TargetLossFromProbabilitiesBatch(bad, bad, default));
        Wrong(length, classes, name, "target losses", () => head.TargetLossesFromProbabilities(bad, bad, Losses(rows)));
        Wrong(length, classes, "logits", "gradient", () => head.LabelGradientBatch(bad, labels, Output(), default));
        Wrong(
            length,
            classes,
            "logits",
            "target gradient",
            () => head.TargetGradientBatch(bad, bad, Output(), default)
        );
    }

    private void CheckSameLength(int length, float[] bad)
    {
        int wanted = a.Length;
        const string name = "targets";
        Wrong(length, wanted, name, "loss", () => head.TargetLossBatch(a, bad, default));
        Wrong(length, wanted, name, "losses", () => head.TargetLosses(a, bad, Losses(rows)));
        Wrong(length, wanted, name, "loss from p", () => head.TargetLossFromProbabilitiesBatch(a, bad, default));
        Wrong(length, wanted, name, "losses from p", () => head.TargetLossesFromProbabilities(a, bad, Losses(rows)));
        Wrong(length, wanted, name, "gradient", () => head.TargetGradientBatch(a, bad, Output(), default));
    }

    private void CheckOutputs(int length)
    {
        int wanted = a.Length;
        Wrong(length, wanted, "probabilities", "SoftmaxBatch", () => head.SoftmaxBatch(a, Output(length)));
        Wrong(length, wanted, "logProbabilities", "LogSoftmaxBatch", () => head.LogSoftmaxBatch(a, Output(length)));
        const string name = "gradients";
        Wrong(length, wanted, name, "labels", () => head.LabelGradientBatch(a, labels, Output(length), default));
        Wrong(length, wanted, name, "targets", () => head.TargetGradientBatch(a, b, Output(length), default));
    }

    private void CheckOnePerRow(int length)
    {
        int[] bad = new int[length];
        string name = "labels";
        Wrong(length, rows, name, "PredictBatch", () => head.PredictBatch(a, Predicted(length)));
        Wrong(length, rows, name, "loss", () => head.LabelLossBatch(a, bad, default));
        Wrong(length, rows, name, "losses", () => head.LabelLosses(a, bad, Losses(rows)));
        Wrong(length, rows, name, "loss from p", () => head.LabelLossFromProbabilitiesBatch(a, bad, default));
        Wrong(length, rows, name, "losses from p", () => head.LabelLossesFromProbabilities(a, bad, Losses(rows)));
        Wrong(length, rows, name, "gradient", () => head.LabelGradientBatch(a, bad, Output(), default));
        name = "losses";
        Wrong(length, rows, name, "labels", () => head.LabelLosses(a, labels, Losses(length)));
        Wrong(length, rows, name, "targets", () => head.TargetLosses(a, b, Losses(length)));
        Wrong(length, rows, name, "p, labels", () => head.LabelLossesFromProbabilities(a, labels, Losses(length)));
        Wrong(length, rows, name, "p, targets", () => head.TargetLossesFromProbabilities(a, b, Losses(length)));
    }

    // A batch without rows is checked like any other.
    private void CheckNoRows()
    {
        Wrong(1, 0, "labels", "no rows", () => head.LabelLossBatch([], [0], Reduction.Sum));
        Wrong(1, 0, "losses", "no rows", () => head.TargetLosses([], [], Losses(1)));
        Wrong(classes, 0, "probabilities", "no rows", () => head.SoftmaxBatch([], Output(classes)));
    }

    private void CheckLabels(int row)
    {
        foreach (int label in new[] { -1, classes, int.MinValue, int.MaxValue })
        {
            if (label == settings.IgnoreIndex)
                continue;
            int[] bad = new int[rows];
            // A row that is ignored, right before, is not bad.
            if (settings.IgnoreIndex is { } ignored && row > 0)
                bad[row - 1] = ignored;
            bad[row] = label;
            // The first bad row is the one that is named.
            if (row + 2 < rows)
                bad[row + 2] = -12345;
            BadLabel(row, label, "loss", () => head.LabelLossBatch(a, bad, Reduction.Mean));
            BadLabel(row, label, "losses", () => head.LabelLosses(a, bad, Losses(rows)));
            BadLabel(row, label, "loss from p", () => head.LabelLossFromProbabilitiesBatch(a, bad, Reduction.Mean));
            BadLabel(row, label, "losses from p", () => head.LabelLossesFromProbabilities(a, bad, Losses(rows)));
            BadLabel(row, label, "gradient", () => head.LabelGradientBatch(a, bad, Output(), Reduction.Sum));
        }
    }

    private void CheckReduction(Reduction bad)
    {
        BadReduction(bad, "loss", () => head.LabelLossBatch(a, labels, bad));
        BadReduction(bad, "target loss", () => head.TargetLossBatch(a, b, bad));
        BadReduction(bad, "loss from p", () => head.LabelLossFromProbabilitiesBatch(a, labels, bad));
        BadReduction(bad, "target loss from p", () => head.TargetLossFromProbabilitiesBatch(a, b, bad));
        BadReduction(bad, "gradient", () => head.LabelGradientBatch(a, labels, Output(), bad));
        BadReduction(bad, "target gradient", () => head.TargetGradientBatch(a, b, Output(), bad));
        BadReduction(bad, "no rows", () => head.TargetLossBatch([], [], bad));
    }

    private Span<float> Output() => Output(a.Length);

    private Span<float> Output(int length) => output.AsSpan(0, length);

    private Span<float> Losses(int length) => output.AsSpan(0, length);

    private Span<int> Predicted(int length) => predicted.AsSpan(0, length);

    private void Wrong(int length, int wanted, string parameter, string function, Action run) =>
        Throws<ArgumentException>(
            $"{function} with {length} {parameter} for {rows} rows (C = {classes})",
            parameter,
            run,
            Text(length),
            Text(wanted)
        );

    private void BadLabel(int row, int label, string function, Action run) =>
        Throws<ArgumentOutOfRangeException>(
            $"{function} with the label {label} in row {row} (C = {classes})",
            "labels",
            run,
            $"row {Text(row)}",
            Text(label)
        );

    private void BadReduction(Reduction reduction, string function, Action run) =>
        Throws<ArgumentOutOfRangeException>($"{function} with {reduction} (C = {classes})", "reduction", run);

    private void Throws<T>(string call, string parameter, Action run, params ReadOnlySpan<string> words)
        where T : ArgumentException
    {
        output.AsSpan().Fill(Sentinel);
        predicted.AsSpan().Fill(LabelSentinel);
        report.Throws<T>(parameter, call, run, words);
        bool untouched =
            output.AsSpan().IndexOfAnyExcept(Sentinel) < 0 && predicted.AsSpan().IndexOfAnyExcept(LabelSentinel) < 0;
        report.Expect(untouched, $"{call} wrote before it threw");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
