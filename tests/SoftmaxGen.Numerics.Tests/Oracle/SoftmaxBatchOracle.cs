namespace SoftmaxGen.Numerics.Tests;

/// <summary>The reductions of a batch of rows, one behind the other, of a softmax head with any options.</summary>
internal sealed class SoftmaxBatchOracle(HeadSettings settings)
{
    private readonly SoftmaxOracle row = new(settings);

    public ExactResult Loss(double[] logits, int[] labels, Reduction reduction) =>
        Sum(Rows(logits).Zip(OfLabels(labels), (logits, u) => row.Load(logits).Loss(u))) / Divisor(labels, reduction);

    public ExactResult Loss(double[] logits, double[] targets, Reduction reduction) =>
        Sum(Rows(logits).Zip(OfTargets(targets), (logits, u) => row.Load(logits).Loss(u)))
        / Divisor(targets, reduction);

    public ExactResult LossFromProbabilities(double[] probabilities, int[] labels, Reduction reduction) =>
        Sum(Rows(probabilities).Zip(OfLabels(labels), SoftmaxOracle.LossFromProbabilities))
        / Divisor(labels, reduction);

    public ExactResult LossFromProbabilities(double[] probabilities, double[] targets, Reduction reduction) =>
        Sum(Rows(probabilities).Zip(OfTargets(targets), SoftmaxOracle.LossFromProbabilities))
        / Divisor(targets, reduction);

    public ExactResult[] Gradient(double[] logits, int[] labels, Reduction reduction) =>
        Gradient(logits, OfLabels(labels), Divisor(labels, reduction));

    public ExactResult[] Gradient(double[] logits, double[] targets, Reduction reduction) =>
        Gradient(logits, OfTargets(targets), Divisor(targets, reduction));

    /// <summary>What the sum over labels is divided by. Of no row that counts the mean is 0 / 0, NaN.</summary>
    public DoubleDouble Divisor(int[] labels, Reduction reduction)
    {
        if (reduction == Reduction.Sum)
            return 1;
        DoubleDouble total = 0;
        foreach (int label in labels)
            if (label != settings.IgnoreIndex)
                total += settings.Weight(label);
        return total;
    }

    /// <summary>What the sum over targets is divided by: their number, whatever the weights.</summary>
    public DoubleDouble Divisor(double[] targets, Reduction reduction) =>
        reduction == Reduction.Sum ? 1 : targets.Length / settings.Classes;

    private ExactResult[] Gradient(double[] logits, IEnumerable<LossCoefficients> coefficients, DoubleDouble divisor) =>
        [.. Rows(logits).Zip(coefficients).SelectMany(pair => row.Load(pair.First).Gradient(pair.Second, 1 / divisor))];

    private IEnumerable<LossCoefficients> OfLabels(int[] labels) =>
        labels.Select(label => LossCoefficients.Of(settings, label));

    private IEnumerable<LossCoefficients> OfTargets(double[] targets) =>
        Rows(targets).Select(target => LossCoefficients.Of(settings, target));

    private IEnumerable<double[]> Rows(double[] elements) => elements.Chunk(settings.Classes);

    private static ExactResult Sum(IEnumerable<ExactResult> losses) =>
        losses.Aggregate(ExactResult.Zero, (sum, loss) => sum + loss);
}
