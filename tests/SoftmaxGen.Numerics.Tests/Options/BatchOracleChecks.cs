namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Reduced losses and gradients against the oracle: what they are divided by, and what counts. Their bits follow from those
/// of rows, which other checks compare; here a wrong rule would show.
/// </summary>
internal sealed class BatchOracleChecks(OptionHead head, NumericReport report)
{
    // Rows are within 5 and 8 ULP of their own sizes, and a mean may lie in another binade than what it is the mean of.
    private const double LossBound = 12;
    private const double GradientBound = 19;

    private static readonly int[] RowCounts = [1, 2, 5, 19];
    private const int MostElements = 1 << 14;

    private readonly HeadKernels kernels = head.Kernels;
    private readonly HeadSettings settings = head.Settings;
    private readonly SoftmaxBatchOracle oracle = new(head.Settings);

    public void Check()
    {
        foreach (int rows in RowCounts.Where(rows => rows == 1 || rows * settings.Classes <= MostElements))
        foreach (Reduction reduction in (ReadOnlySpan<Reduction>)[Reduction.Mean, Reduction.Sum])
            Check(rows, reduction);
    }

    private void Check(int rows, Reduction reduction)
    {
        var random = new SeededRandom(61, settings.Classes, rows);
        float[] logits = new float[rows * settings.Classes];
        float[] targets = new float[logits.Length];
        float[] probabilities = new float[logits.Length];
        float[] gradients = new float[logits.Length];
        int[] labels = new int[rows];
        foreach (ref float logit in logits.AsSpan())
            logit = (float)(random.Between(-6, 6) * settings.Temperature);
        for (int row = 0; row < rows; row++)
        {
            Targets.Fill(random, Of(logits, row), Of(targets, row));
            kernels.Softmax(Of(logits, row), Of(probabilities, row));
            labels[row] =
                settings.IgnoreIndex is { } ignored && random.Below(3) == 0 ? ignored : random.Below(settings.Classes);
        }
        (double[] z, double[] t, double[] p) = (Exact(logits), Exact(targets), Exact(probabilities));
        string batch = $"{reduction} of {rows} rows (C = {settings.Classes})";

        ExactResult loss = oracle.Loss(z, labels, reduction);
        Loss($"labels, {batch}", kernels.LabelLossBatch(logits, labels, reduction), loss);
        float beside = kernels.LabelGradientBatch(logits, labels, gradients, reduction);
        Loss($"labels beside the gradients, {batch}", beside, loss);
        Gradients($"labels, {batch}", gradients, oracle.Gradient(z, labels, reduction));
        Loss(
            $"labels from probabilities, {batch}",
            kernels.LabelLossFromProbabilitiesBatch(probabilities, labels, reduction),
            oracle.LossFromProbabilities(p, labels, reduction)
        );

        loss = oracle.Loss(z, t, reduction);
        Loss($"targets, {batch}", kernels.TargetLossBatch(logits, targets, reduction), loss);
        beside = kernels.TargetGradientBatch(logits, targets, gradients, reduction);
        Loss($"targets beside the gradients, {batch}", beside, loss);
        Gradients($"targets, {batch}", gradients, oracle.Gradient(z, t, reduction));
        Loss(
            $"targets from probabilities, {batch}",
            kernels.TargetLossFromProbabilitiesBatch(probabilities, targets, reduction),
            oracle.LossFromProbabilities(p, t, reduction)
        );
    }

    private Span<float> Of(float[] elements, int row) => elements.AsSpan(row * settings.Classes, settings.Classes);

    private void Loss(string what, float actual, ExactResult exact) => Accept("Loss", what, actual, exact, LossBound);

    private void Gradients(string what, float[] actual, ExactResult[] exact)
    {
        for (int i = 0; i < actual.Length; i++)
            Accept("Gradient", $"{what}, element {i}", actual[i], exact[i], GradientBound);
    }

    private void Accept(string kind, string what, float actual, ExactResult exact, double bound)
    {
        double ulp = PreciseUlp.Error(actual, exact, isDouble: false);
        if (!(ulp <= bound))
            report.Fail($"{kind} is {actual:R}, {ulp:F2} ULP off {(double)exact.Value:R}: {what}");
    }

    private static double[] Exact(float[] values) => Array.ConvertAll(values, value => (double)value);
}
