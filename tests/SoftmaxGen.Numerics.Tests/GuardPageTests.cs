using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Emitted vectors are read and written without a check of bounds. Here nothing around the spans is there: a vector that
/// reaches out of them ends a child process.
/// </summary>
public class GuardPageTests
{
    private const int MostRows = 35;
    private static readonly int[] ClassCounts =
    [
        .. Enumerable.Range(2, 23),
        31,
        32,
        33,
        48,
        63,
        64,
        65,
        100,
        129,
        1000,
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(ChildProcess.WithoutAvx512)]
    [InlineData(ChildProcess.WithVectors128Only)]
    public async Task Nothing_outside_is_read_or_written(string? tier)
    {
        // Pages are mapped as Linux does it.
        if (OperatingSystem.IsLinux())
            await ChildProcess.Run("check-guard-pages", tier);
    }

    internal static void TouchNothingOutside()
    {
        int most = MostRows * ClassCounts[^1];
        var pages = new Memory(Pages(most), Pages(most), Pages(most), Pages(MostRows), Pages(MostRows));
        foreach (int classes in ClassCounts)
            TouchNothingOutside(CompiledHeads.Kernels(classes), pages, ignored: null);
        foreach (OptionHead head in OptionHead.Names.Select(OptionHead.Named))
            if (head.Settings.Classes <= ClassCounts[^1])
                TouchNothingOutside(head.Kernels, pages, head.Settings.IgnoreIndex);
    }

    private static void TouchNothingOutside(HeadKernels head, Memory pages, int? ignored)
    {
        foreach (bool atEnd in new[] { false, true })
        {
            CallRows(head, pages, atEnd);
            for (int rows = 0; rows <= MostRows; rows++)
                CallBatches(head, pages, rows, atEnd, ignored);
        }
    }

    private static GuardPages Pages(int elements) => new(elements * sizeof(float));

    private static void CallRows(HeadKernels head, Memory memory, bool atEnd)
    {
        Span<float> logits = memory.Logits.Take<float>(head.Classes, atEnd);
        Span<float> target = memory.Targets.Take<float>(head.Classes, atEnd);
        Span<float> output = memory.Output.Take<float>(head.Classes, atEnd);
        int label = atEnd ? head.Classes - 1 : 0;
        logits.Fill(1f);
        target.Fill(1f / head.Classes);
        head.Softmax(logits, output);
        head.LogSoftmax(logits, output);
        head.LogSumExp(logits);
        head.Predict(logits);
        head.Sample(logits, 0.5f);
        head.LabelLoss(logits, label);
        head.TargetLoss(logits, target);
        head.LabelLossFromProbabilities(target, label);
        head.TargetLossFromProbabilities(target, target);
        head.LabelGradient(logits, label, output);
        head.TargetGradient(logits, target, output);
        head.SoftmaxGradient(target, logits, output);
    }

    private static void CallBatches(HeadKernels head, Memory memory, int rows, bool atEnd, int? ignored)
    {
        int elements = rows * head.Classes;
        Span<float> logits = memory.Logits.Take<float>(elements, atEnd);
        Span<float> targets = memory.Targets.Take<float>(elements, atEnd);
        Span<float> output = memory.Output.Take<float>(elements, atEnd);
        Span<float> losses = memory.Losses.Take<float>(rows, atEnd);
        Span<int> labels = memory.Labels.Take<int>(rows, atEnd);
        logits.Fill(1f);
        targets.Fill(1f / head.Classes);
        labels.Fill(atEnd ? head.Classes - 1 : 0);
        // It may be far outside of a row.
        for (int row = 0; row < rows; row += 3)
            labels[row] = ignored ?? labels[row];
        head.SoftmaxBatch(logits, output);
        head.LogSoftmaxBatch(logits, output);
        head.LabelLossBatch(logits, labels, Reduction.Mean);
        head.LabelLosses(logits, labels, losses);
        head.TargetLossBatch(logits, targets, Reduction.Mean);
        head.TargetLosses(logits, targets, losses);
        head.LabelLossFromProbabilitiesBatch(targets, labels, Reduction.Mean);
        head.LabelLossesFromProbabilities(targets, labels, losses);
        head.TargetLossFromProbabilitiesBatch(targets, targets, Reduction.Mean);
        head.TargetLossesFromProbabilities(targets, targets, losses);
        head.LabelGradientBatch(logits, labels, output, Reduction.Mean);
        head.TargetGradientBatch(logits, targets, output, Reduction.Mean);
        head.PredictBatch(logits, labels);
    }

    private sealed record Memory(
        GuardPages Logits,
        GuardPages Targets,
        GuardPages Output,
        GuardPages Losses,
        GuardPages Labels
    );
}
