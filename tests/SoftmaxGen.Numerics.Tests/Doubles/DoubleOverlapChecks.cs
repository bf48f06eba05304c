using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Outputs that overlap an input in part throw. Labels are half as large as doubles: an odd number of them, or labels that
/// begin in the middle of a double, overlap it all the same.
/// </summary>
internal sealed class DoubleOverlapChecks(DoubleKernels head, NumericReport report)
{
    // Losses of this many rows take as much memory as twice as many labels.
    private const int Rows = 5;

    private readonly int size = Rows * head.Classes;
    private readonly double[] memory = new double[3 * Rows * head.Classes + 2 * Rows];
    private readonly double[] other = new double[Rows * head.Classes];
    private readonly LabelKernels<double, int> ofLabels = head.Labels;

    public void Check()
    {
        foreach (int offset in new[] { 1, -1, size - 1, 1 - size })
            CheckPart(offset);
        CheckRow();
        // In labels, from the start of the input.
        foreach (int offset in new[] { 0, 1, -1, 1 - Rows, 2 * size - 1 })
            Refused($"labels {offset}", "labels", () => ofLabels.PredictBatch(Input, LabelsAt(offset)));
        foreach (int offset in new[] { 0, 1, -1, 1 - Rows, 2 * Rows - 1 })
        {
            Refused($"labels {offset}", "losses", () => ofLabels.Losses(other, LabelsAt(offset), Losses(0)));
            Refused(
                $"labels {offset}",
                "losses",
                () => ofLabels.LossesFromProbabilities(other, LabelsAt(offset), Losses(0))
            );
        }
        foreach (int offset in new[] { 0, 1, -1, 1 - Rows, 2 * size - 1 })
            Refused(
                $"labels {offset}",
                "gradients",
                () => ofLabels.GradientBatch(other, LabelsAt(offset), Input, default)
            );
        CheckTop();
        CheckNeighbours();
    }

    private Span<double> Input => memory.AsSpan(size, size);

    private Span<double> Output(int offset) => memory.AsSpan(size + offset, size);

    private Span<double> Losses(int offset) => memory.AsSpan(size + offset, Rows);

    private Span<int> LabelsAt(int offset) =>
        MemoryMarshal.Cast<double, int>(memory.AsSpan()).Slice(2 * size + offset, Rows);

    private void CheckPart(int offset)
    {
        string by = $"{offset} apart";
        Refused(by, "probabilities", () => head.SoftmaxBatch(Input, Output(offset)));
        Refused(by, "logProbabilities", () => head.LogSoftmaxBatch(Input, Output(offset)));
        Refused(by, "gradients", () => ofLabels.GradientBatch(Input, new int[Rows], Output(offset), default));
        Refused(by, "gradients", () => head.TargetGradientBatch(Input, other, Output(offset), default));
        Refused(by, "gradients", () => head.TargetGradientBatch(other, Input, Output(offset), default));
        int ofLosses = Math.Max(offset, 1 - Rows);
        Refused(by, "losses", () => ofLabels.Losses(Input, new int[Rows], Losses(ofLosses)));
        Refused(by, "losses", () => head.TargetLosses(Input, other, Losses(ofLosses)));
        Refused(by, "losses", () => head.TargetLossesFromProbabilities(other, Input, Losses(ofLosses)));
    }

    private void CheckRow()
    {
        int classes = head.Classes;
        Refused("a row", "probabilities", () => head.Softmax(Input[..classes], Input.Slice(1, classes)));
        Refused("a row", "gradient", () => ofLabels.Gradient(Input[..classes], 0, Input.Slice(1, classes)));
        Refused(
            "a row",
            "gradient",
            () => head.SoftmaxGradient(other.AsSpan(0, classes), Input[..classes], Input.Slice(classes - 1, classes))
        );
    }

    private void CheckTop()
    {
        Span<int> Labels(int offset) => LabelsAt(offset)[..1];
        double[] scores = other[..head.Classes];
        foreach (int offset in new[] { 0, 1 })
            Refused("top labels", "values", () => ofLabels.TopK(scores, Labels(offset), Input[..1]));
        ofLabels.TopK(scores, Labels(2), Input[..1]);
        ofLabels.TopK(scores, Labels(-1), Input[..1]);
    }

    private void CheckNeighbours()
    {
        memory.AsSpan().Clear();
        try
        {
            head.SoftmaxBatch(Input, Output(size));
            head.SoftmaxBatch(Input, Output(-size));
            ofLabels.PredictBatch(Input, LabelsAt(2 * size));
            ofLabels.PredictBatch(Input, LabelsAt(-Rows));
            memory.AsSpan().Clear();
            ofLabels.Losses(other, LabelsAt(2 * Rows), Losses(0));
            ofLabels.Losses(other, LabelsAt(-Rows), Losses(0));
            ofLabels.GradientBatch(other, LabelsAt(-Rows), Input, default);
            ofLabels.GradientBatch(other, LabelsAt(2 * size), Input, default);
        }
        catch (ArgumentException e)
        {
            report.Fail($"{head.Name}: neighbouring memory is refused: {e.Message}");
        }
    }

    private void Refused(string by, string parameter, Action run)
    {
        memory.AsSpan().Clear();
        string call = $"{head.Name}, {parameter} that overlap by {by}";
        report.Throws<ArgumentException>(parameter, call, run);
        report.Expect(memory.AsSpan().IndexOfAnyExcept(0) < 0, $"{call}: written to before it threw");
    }
}
