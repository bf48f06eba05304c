using System.Globalization;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Wrong lengths and labels throw before anything is written.</summary>
internal sealed class GuardChecks(HeadKernels head, HeadSettings settings, NumericReport report)
{
    private const float Sentinel = 123.25f;
    private readonly int classes = head.Classes;
    private readonly float[] a = new float[head.Classes];
    private readonly float[] b = new float[head.Classes];
    private readonly float[] output = new float[head.Classes + 1];

    public void Check()
    {
        foreach (int length in new[] { 0, classes - 1, classes + 1 })
        {
            CheckInputs(length, new float[length]);
            CheckOutputs(length);
        }
        foreach (int label in new[] { -1, classes, int.MinValue, int.MaxValue })
            if (label != settings.IgnoreIndex)
                CheckLabel(label);
    }

    private void CheckInputs(int length, float[] bad)
    {
        Wrong(length, "logits", "Softmax", () => head.Softmax(bad, Output()));
        Wrong(length, "logits", "LogSoftmax", () => head.LogSoftmax(bad, Output()));
        Wrong(length, "logits", "LogSumExp", () => head.LogSumExp(bad));
        Wrong(length, "scores", "Predict", () => head.Predict(bad));
        Wrong(length, "logits", "Sample", () => head.Sample(bad, 0.5f));
        Wrong(length, "logits", "CrossEntropy label", () => head.LabelLoss(bad, 1));
        Wrong(length, "logits", "CrossEntropy target", () => head.TargetLoss(bad, b));
        Wrong(length, "target", "CrossEntropy target", () => head.TargetLoss(a, bad));
        Wrong(length, "probabilities", "FromProbabilities label", () => head.LabelLossFromProbabilities(bad, 1));
        Wrong(length, "probabilities", "FromProbabilities target", () => head.TargetLossFromProbabilities(bad, b));
        Wrong(length, "target", "FromProbabilities target", () => head.TargetLossFromProbabilities(a, bad));
        Wrong(length, "logits", "CrossEntropyGradient label", () => head.LabelGradient(bad, 1, Output()));
        Wrong(length, "logits", "CrossEntropyGradient target", () => head.TargetGradient(bad, b, Output()));
        Wrong(length, "target", "CrossEntropyGradient target", () => head.TargetGradient(a, bad, Output()));
        Wrong(length, "probabilities", "SoftmaxGradient", () => head.SoftmaxGradient(bad, b, Output()));
        Wrong(length, "upstream", "SoftmaxGradient", () => head.SoftmaxGradient(a, bad, Output()));
    }

    private void CheckOutputs(int length)
    {
        Wrong(length, "probabilities", "Softmax", () => head.Softmax(a, Output(length)));
        Wrong(length, "logProbabilities", "LogSoftmax", () => head.LogSoftmax(a, Output(length)));
        Wrong(length, "gradient", "CrossEntropyGradient label", () => head.LabelGradient(a, 1, Output(length)));
        Wrong(length, "gradient", "CrossEntropyGradient target", () => head.TargetGradient(a, b, Output(length)));
        Wrong(length, "gradient", "SoftmaxGradient", () => head.SoftmaxGradient(a, b, Output(length)));
    }

    private void CheckLabel(int label)
    {
        Bad(label, "CrossEntropy label", () => head.LabelLoss(a, label));
        Bad(label, "FromProbabilities label", () => head.LabelLossFromProbabilities(a, label));
        Bad(label, "CrossEntropyGradient label", () => head.LabelGradient(a, label, Output()));
    }

    private Span<float> Output() => Output(classes);

    private Span<float> Output(int length)
    {
        output.AsSpan().Fill(Sentinel);
        return output.AsSpan(0, length);
    }

    private void Wrong(int length, string parameter, string function, Action run)
    {
        Output();
        string call = $"{function} with {length} {parameter} (C = {classes})";
        report.Throws<ArgumentException>(parameter, call, run, Text(length), Text(classes));
        Untouched(call);
    }

    private void Bad(int label, string function, Action run)
    {
        Output();
        string call = $"{function} {label} (C = {classes})";
        report.Throws<ArgumentOutOfRangeException>("label", call, run, Text(label));
        Untouched(call);
    }

    private void Untouched(string call) =>
        report.Expect(output.AsSpan().IndexOfAnyExcept(Sentinel) < 0, $"{call} wrote before it threw");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
