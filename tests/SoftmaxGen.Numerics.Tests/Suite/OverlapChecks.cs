namespace SoftmaxGen.Numerics.Tests;

/// <summary>An output that overlaps an input in part throws before anything is written; neighbours do not overlap.</summary>
internal sealed class OverlapChecks(HeadKernels head, NumericReport report)
{
    private readonly int classes = head.Classes;
    private readonly float[] other = new float[head.Classes];
    private readonly float[] memory = new float[3 * head.Classes];
    private readonly float[] before = new float[3 * head.Classes];

    public void Check()
    {
        var random = new SeededRandom(17, classes);
        foreach (ref float value in before.AsSpan())
            value = random.Between(0, 1);
        foreach (int offset in new[] { 1, -1, classes - 1, 1 - classes })
            CheckPartial(offset);
        foreach (int offset in new[] { classes, -classes })
            CheckNeighbour(offset);
    }

    private Span<float> Input => memory.AsSpan(classes, classes);

    private Span<float> Output(int offset) => memory.AsSpan(classes + offset, classes);

    private void CheckPartial(int offset)
    {
        Throws(offset, "probabilities", "Softmax", () => head.Softmax(Input, Output(offset)));
        Throws(offset, "logProbabilities", "LogSoftmax", () => head.LogSoftmax(Input, Output(offset)));
        Throws(offset, "gradient", "label gradient", () => head.LabelGradient(Input, 1, Output(offset)));
        Throws(offset, "gradient", "gradient of logits", () => head.TargetGradient(Input, other, Output(offset)));
        Throws(offset, "gradient", "gradient of target", () => head.TargetGradient(other, Input, Output(offset)));
        Throws(offset, "gradient", "gradient of p", () => head.SoftmaxGradient(Input, other, Output(offset)));
        Throws(offset, "gradient", "gradient of upstream", () => head.SoftmaxGradient(other, Input, Output(offset)));
    }

    private void CheckNeighbour(int offset)
    {
        before.CopyTo(memory, 0);
        try
        {
            head.Softmax(Input, Output(offset));
            head.LogSoftmax(Input, Output(offset));
            head.LabelGradient(Input, 1, Output(offset));
            head.TargetGradient(Input, other, Output(offset));
            head.SoftmaxGradient(Input, other, Output(offset));
        }
        catch (ArgumentException e)
        {
            report.Fail($"Neighbouring memory is refused (C = {classes}): {e.Message}");
        }
    }

    private void Throws(int offset, string parameter, string function, Action run)
    {
        before.CopyTo(memory, 0);
        string call = $"{function} with memory {offset} apart (C = {classes})";
        report.Throws<ArgumentException>(parameter, call, run);
        report.Expect(memory.AsSpan().SequenceEqual(before), $"{call} wrote before it threw");
    }
}
