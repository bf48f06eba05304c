namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Every result of a sigmoid head with any options, for the exact inputs, in extended precision. With logit x, smoothed
/// target t and weight w the loss of an output is (1 - t) x + (1 + (w - 1) t) softplus(-x), which is
/// w t softplus(-x) + (1 - t) softplus(x): two terms that do not cancel.
/// </summary>
internal sealed class SigmoidOracle(SigmoidSettings settings)
{
    private readonly DoubleDouble smoothing = settings.LabelSmoothing;

    /// <summary>1 / (1 + e^-x)</summary>
    public static ExactResult Probability(DoubleDouble logit) => ExactResult.OfOwnSize(Sigmoid(logit));

    /// <summary>log(1 / (1 + e^-x)) = -softplus(-x)</summary>
    public static ExactResult LogProbability(DoubleDouble logit) =>
        ExactResult.OfOwnSize(-DoubleDoubleMath.Softplus(-logit));

    /// <summary>p (1 - p), of the given p.</summary>
    public static ExactResult Derivative(DoubleDouble probability) =>
        ExactResult.OfOwnSize(probability * (1 - probability));

    /// <summary>The mean over the outputs of one row.</summary>
    public ExactResult Loss(double[] logits, double[] targets) => Loss(DoubleDouble.From(logits), targets);

    public ExactResult Loss(DoubleDouble[] logits, double[] targets)
    {
        ExactResult sum = ExactResult.Zero;
        for (int i = 0; i < logits.Length; i++)
            sum += LossOf(logits[i], Coefficients(i, targets[i]));
        return sum / settings.Outputs;
    }

    /// <summary>The mean over the outputs of -w t log p - (1 - t) log(1 - p). A factor of 0 adds 0.</summary>
    public ExactResult LossFromProbabilities(double[] probabilities, double[] targets)
    {
        ExactResult sum = ExactResult.Zero;
        for (int i = 0; i < probabilities.Length; i++)
        {
            DoubleDouble p = probabilities[i];
            (DoubleDouble positive, DoubleDouble negative) = Coefficients(i, targets[i]);
            sum += ExactResult.Term(positive, -DoubleDoubleMath.Log(p));
            sum += ExactResult.Term(negative, -DoubleDoubleMath.Log1P(-p));
        }
        return sum / settings.Outputs;
    }

    public ExactResult[] Gradient(double[] logits, double[] targets) => Gradient(logits, targets, reduction: 1);

    /// <summary>
    /// ((1 - t) p - w t (1 - p)) / n for each output, times what the reduction multiplies the row's loss by. Measured by
    /// the larger part where both count.
    /// </summary>
    public ExactResult[] Gradient(double[] logits, double[] targets, DoubleDouble reduction)
    {
        var gradient = new ExactResult[logits.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            (DoubleDouble positive, DoubleDouble negative) = Coefficients(i, targets[i]);
            DoubleDouble ofNegative = negative * Sigmoid(logits[i]);
            DoubleDouble ofPositive = positive * Sigmoid(-(DoubleDouble)logits[i]);
            DoubleDouble size = DoubleDouble.Max(DoubleDouble.Abs(ofNegative), DoubleDouble.Abs(ofPositive));
            gradient[i] = new ExactResult(ofNegative - ofPositive, size) / settings.Outputs * reduction;
        }
        return gradient;
    }

    public ExactResult BatchLoss(double[] logits, double[] targets, Reduction reduction) =>
        Reduce(logits, targets, Loss, reduction);

    public ExactResult BatchLossFromProbabilities(double[] probabilities, double[] targets, Reduction reduction) =>
        Reduce(probabilities, targets, LossFromProbabilities, reduction);

    public ExactResult[] BatchGradient(double[] logits, double[] targets, Reduction reduction) =>
        [
            .. Rows(logits)
                .Zip(Rows(targets))
                .SelectMany(row => Gradient(row.First, row.Second, 1 / Divisor(logits, reduction))),
        ];

    private ExactResult Reduce(
        double[] inputs,
        double[] targets,
        Func<double[], double[], ExactResult> lossOfRow,
        Reduction reduction
    ) =>
        Rows(inputs).Zip(Rows(targets), lossOfRow).Aggregate(ExactResult.Zero, (sum, loss) => sum + loss)
        / Divisor(inputs, reduction);

    // The mean of no rows is 0 / 0, NaN.
    private DoubleDouble Divisor(double[] elements, Reduction reduction) =>
        reduction == Reduction.Sum ? 1 : elements.Length / settings.Outputs;

    private IEnumerable<double[]> Rows(double[] elements) => elements.Chunk(settings.Outputs);

    // w t' and 1 - t', with t' = t (1 - ε) + ε/2; the second one as it stands would lose an ε far below 1.
    private (DoubleDouble Positive, DoubleDouble Negative) Coefficients(int output, DoubleDouble target)
    {
        DoubleDouble smoothed = target * (1 - smoothing) + smoothing / 2;
        DoubleDouble opposite = (1 - target) * (1 - smoothing) + smoothing / 2;
        return (settings.Weight(output) * smoothed, opposite);
    }

    private static ExactResult LossOf(DoubleDouble logit, (DoubleDouble Positive, DoubleDouble Negative) coefficients)
    {
        // A NaN stays one even where both factors are 0 (a weight of 0 and a target of 1).
        if (logit.IsNaN)
            return ExactResult.NaN;
        return ExactResult.Term(coefficients.Positive, DoubleDoubleMath.Softplus(-logit))
            + ExactResult.Term(coefficients.Negative, DoubleDoubleMath.Softplus(logit));
    }

    private static DoubleDouble Sigmoid(DoubleDouble logit) => 1 / (1 + DoubleDoubleMath.Exp(-logit));
}
