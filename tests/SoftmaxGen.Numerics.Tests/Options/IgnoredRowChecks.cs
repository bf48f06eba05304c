namespace SoftmaxGen.Numerics.Tests;

/// <summary>Batches in which no row counts, and rows that are ignored beside some that are not, whatever they hold.</summary>
internal sealed class IgnoredRowChecks(OptionHead head, NumericReport report)
{
    private const int MostRows = 37;
    private const int MostElements = 1 << 17;

    private readonly HeadKernels kernels = head.Kernels;
    private readonly HeadSettings settings = head.Settings;
    private readonly int classes = head.Settings.Classes;

    public void Check()
    {
        int most = Math.Clamp(MostElements / classes, 2, MostRows);
        for (int rows = 0; rows <= most; rows++)
        {
            if (settings.IgnoreIndex is { } ignored)
                CheckIgnored(rows, ignored);
            if (settings.ClassWeights is { } weights && Array.IndexOf(weights, 0) is >= 0 and var label && rows > 0)
                CheckWithoutWeight(rows, label);
        }
    }

    private void CheckIgnored(int rows, int label)
    {
        float[] logits = Logits(rows);
        int[] labels = [.. Enumerable.Repeat(label, rows)];
        float[] losses = new float[rows];
        float[] gradients = new float[logits.Length];
        string batch = $"{rows} rows, all ignored (C = {classes})";
        Zero($"losses of {batch}", losses, () => kernels.LabelLosses(logits, labels, losses));
        Zero($"losses from p of {batch}", losses, () => kernels.LabelLossesFromProbabilities(logits, labels, losses));
        foreach (Reduction reduction in (ReadOnlySpan<Reduction>)[Reduction.Mean, Reduction.Sum])
        {
            float expected = reduction == Reduction.Mean ? float.NaN : 0f;
            Reduced($"{reduction} of {batch}", kernels.LabelLossBatch(logits, labels, reduction), expected);
            float ofProbabilities = kernels.LabelLossFromProbabilitiesBatch(logits, labels, reduction);
            Reduced($"{reduction} from p of {batch}", ofProbabilities, expected);
            float loss = 1f;
            Zero(
                $"gradients ({reduction}) of {batch}",
                gradients,
                () => loss = kernels.LabelGradientBatch(logits, labels, gradients, reduction)
            );
            Reduced($"{reduction} beside the gradients of {batch}", loss, expected);
        }
        if (rows > 0)
            CheckIgnoredRow(logits, label);
    }

    private void CheckIgnoredRow(float[] logits, int label)
    {
        float[] row = logits[^classes..];
        float[] gradient = new float[classes];
        Reduced("loss of an ignored row", kernels.LabelLoss(row, label), 0f);
        Reduced("loss from p of an ignored row", kernels.LabelLossFromProbabilities(row, label), 0f);
        float loss = 1f;
        Zero("gradient of an ignored row", gradient, () => loss = kernels.LabelGradient(row, label, gradient));
        Reduced("loss beside the gradient of an ignored row", loss, 0f);
    }

    // Their sum is 0, and the mean 0 / 0, as is its gradient.
    private void CheckWithoutWeight(int rows, int label)
    {
        if (label == settings.IgnoreIndex || settings.LabelSmoothing != 0)
            return;
        float[] logits = new float[rows * classes];
        float[] gradients = new float[logits.Length];
        int[] labels = [.. Enumerable.Repeat(label, rows)];
        string batch = $"{rows} rows of weight 0 (C = {classes})";
        Reduced($"Sum of {batch}", kernels.LabelLossBatch(logits, labels, Reduction.Sum), 0f);
        Reduced($"Mean of {batch}", kernels.LabelLossBatch(logits, labels, Reduction.Mean), float.NaN);
        Reduced(
            $"Mean beside the gradients of {batch}",
            kernels.LabelGradientBatch(logits, labels, gradients, Reduction.Mean),
            float.NaN
        );
        report.Expect(Array.TrueForAll(gradients, float.IsNaN), $"The gradients are not NaN: {batch}");
    }

    // NaN, infinities, and ordinary numbers in turns.
    private float[] Logits(int rows)
    {
        var random = new SeededRandom(59, classes, rows);
        float[] logits = new float[rows * classes];
        for (int row = 0; row < rows; row++)
            foreach (ref float logit in logits.AsSpan(row * classes, classes))
                logit = (row % 4) switch
                {
                    0 => random.Between(-5, 5),
                    1 => random.OneOf(float.NaN, 1f, 2f),
                    2 => float.NegativeInfinity,
                    _ => random.OneOf(float.NegativeInfinity, float.PositiveInfinity, 0f),
                };
        return logits;
    }

    private void Zero(string what, float[] result, Action run)
    {
        result.AsSpan().Fill(7f);
        run();
        report.Expect(result.AsSpan().IndexOfAnyExcept(0f) < 0, $"Not 0: {what}");
    }

    private void Reduced(string what, float actual, float expected)
    {
        report.Add(actual);
        if (BitDigest.Bits(actual) != BitDigest.Bits(expected))
            report.Fail($"{actual:R}, not {expected:R}: {what} (C = {classes})");
    }
}
