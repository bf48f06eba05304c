namespace SoftmaxGen.Numerics.Tests;

/// <summary>Rows without a distribution give NaN everywhere; masks and certain probabilities give exact values.</summary>
internal sealed class SpecialValueChecks(HeadKernels head, NumericReport report)
{
    private readonly float[] output = new float[head.Classes];
    private readonly float[] target = new float[head.Classes];

    public void Check()
    {
        target.AsSpan().Fill(1f / head.Classes);
        foreach (Row row in SpecialRows.NotANumber(head.Classes))
        {
            CheckUndefined(row, logSumExp: float.NaN);
            report.Expect(head.Predict(row.Logits) == row.Index, $"Predict does not find the special value: {row}");
        }
        CheckAllMasked();
        CheckFirstNaNWins();
        CheckMasks();
        CheckProbabilities();
    }

    private void CheckUndefined(Row row, float logSumExp)
    {
        float[] logits = row.Logits;
        int[] labels = [0, row.Index, head.Classes - 1];
        AllNaN("Softmax", row, () => head.Softmax(logits, output));
        AllNaN("LogSoftmax", row, () => head.LogSoftmax(logits, output));
        Equal("LogSumExp", row, head.LogSumExp(logits), logSumExp);
        Equal("CrossEntropy target", row, head.TargetLoss(logits, target), float.NaN);
        AllNaN("CrossEntropyGradient target", row, () => Loss(row, head.TargetGradient(logits, target, output)));
        foreach (int label in labels)
        {
            Equal("CrossEntropy label", row, head.LabelLoss(logits, label), float.NaN);
            AllNaN("CrossEntropyGradient label", row, () => Loss(row, head.LabelGradient(logits, label, output)));
        }
    }

    private void CheckAllMasked()
    {
        Row row = SpecialRows.AllMasked(head.Classes);
        CheckUndefined(row, logSumExp: float.NegativeInfinity);
        report.Expect(head.Predict(row.Logits) == 0, $"Predict is not the first of equals: {row}");
    }

    private void CheckFirstNaNWins()
    {
        foreach (int lane in SpecialRows.Lanes(head.Classes))
        {
            float[] row = new float[head.Classes];
            row[^1] = float.NaN;
            row[0] = float.PositiveInfinity;
            row[lane] = float.NaN;
            report.Expect(head.Predict(row) == lane, $"Predict is not the first NaN, at {lane} (C = {head.Classes})");
        }
    }

    private void CheckMasks()
    {
        // 0.34 is where a mask that is clamped before the shift, or too near, would leave a probability behind.
        Row row = SpecialRows.AllMasked(head.Classes);
        int kept = head.Classes / 2;
        int masked = head.Classes - 1 == kept ? 0 : head.Classes - 1;
        foreach (float logit in (ReadOnlySpan<float>)[0.34f, -0.34f, 0f, 1e10f, -3e38f, 255.99998f, 256f])
        {
            row.Logits[kept] = logit;
            head.Softmax(row.Logits, output);
            for (int i = 0; i < output.Length; i++)
                Equal("Softmax", row, output[i], i == kept ? 1f : 0f);
            head.LogSoftmax(row.Logits, output);
            for (int i = 0; i < output.Length; i++)
                Equal("LogSoftmax", row, output[i], i == kept ? 0f : float.NegativeInfinity);
            Equal("LogSumExp", row, head.LogSumExp(row.Logits), logit + 0f);
            Equal("CrossEntropy label", row, head.LabelLoss(row.Logits, kept), 0f);
            Equal("CrossEntropy label", row, head.LabelLoss(row.Logits, masked), float.PositiveInfinity);

            float[] oneHot = new float[head.Classes];
            oneHot[kept] = 1f;
            Equal("CrossEntropy target", row, head.TargetLoss(row.Logits, oneHot), 0f);
            oneHot[masked] = 1e-3f;
            Equal("CrossEntropy target", row, head.TargetLoss(row.Logits, oneHot), float.PositiveInfinity);
        }
    }

    private void CheckProbabilities()
    {
        Row row = new("probabilities", 0, new float[head.Classes]);
        float[] oneHot = new float[head.Classes];
        oneHot[1] = 1f;
        ReadOnlySpan<(float Probability, float Loss)> cases =
        [
            (0f, float.PositiveInfinity),
            (-0f, float.PositiveInfinity),
            (1f, 0f),
            (float.PositiveInfinity, float.NegativeInfinity),
            (-0.25f, float.NaN),
            (-1e-45f, float.NaN),
            (float.NegativeInfinity, float.NaN),
            (float.NaN, float.NaN),
        ];
        foreach ((float probability, float loss) in cases)
        {
            // The other class is 0 with weight 0: it adds nothing.
            row.Logits[1] = probability;
            Equal("FromProbabilities label", row, head.LabelLossFromProbabilities(row.Logits, 1), loss);
            Equal("FromProbabilities target", row, head.TargetLossFromProbabilities(row.Logits, oneHot), loss);
        }
    }

    private void AllNaN(string function, Row row, Action run)
    {
        output.AsSpan().Clear();
        run();
        report.Expect(Array.TrueForAll(output, float.IsNaN), $"{function} is not NaN everywhere: {row}");
    }

    private void Loss(Row row, float loss) => Equal("CrossEntropyGradient loss", row, loss, float.NaN);

    private void Equal(string function, Row row, float actual, float wanted)
    {
        if (BitDigest.Bits(actual) != BitDigest.Bits(wanted))
            report.Fail($"{function} is {actual:R}, not {wanted:R}: {row}");
    }
}
