namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Reduced losses are the exact sum of the rows' losses, divided, within <see cref="LossBound"/> units; gradients are the
/// rows' own, scaled.
/// </summary>
internal sealed class DoubleReductions(DoubleKernels head, NumericReport report)
{
    // Half a unit each for a lane, for the four levels that 16 lanes fold by, and for the division: each lane keeps what its
    // additions round off.
    private const double LossBound = 3;

    // A row's gradient was scaled by w / T and the batch's is scaled by w / (T n): half a unit each for two products and for
    // either factor, doubled where the quotient lies in a lower binade.
    private const double GradientBound = 4;

    private readonly HeadSettings settings = head.Settings;
    private readonly SoftmaxBatchOracle oracle = new(head.Settings);

    public void OfLabels(string of, double actual, double[] losses, int[] labels, Reduction reduction) =>
        Accept(of, actual, losses, oracle.Divisor(labels, reduction), reduction);

    public void OfTargets(string of, double actual, double[] losses, Reduction reduction) =>
        Accept(of, actual, losses, reduction == Reduction.Mean ? losses.Length : 1, reduction);

    /// <summary>One huge loss beside many that its last place does not hold, of which the sum must keep account.</summary>
    public void CheckHugeBesideSmall()
    {
        const int rows = 800;
        double[] logits = new double[rows * head.Classes];
        int[] labels = new int[rows];
        labels[0] = 1;
        logits[0] = 9007199254740992 * settings.Temperature;
        double[] losses = new double[rows];
        head.Labels.Losses(logits, labels, losses);
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum])
            OfLabels(
                $"a huge loss, {head.Name}",
                head.Labels.LossBatch(logits, labels, reduction),
                losses,
                labels,
                reduction
            );
    }

    public void GradientsOfLabels(string where, double[] logits, int[] labels, double[] actual, Reduction reduction)
    {
        DoubleDouble divisor = oracle.Divisor(labels, reduction);
        double[] ofRow = new double[head.Classes];
        for (int row = 0; row < labels.Length; row++)
        {
            head.Labels.Gradient(logits.AsSpan(row * head.Classes, head.Classes), labels[row], ofRow);
            bool isIgnored = labels[row] == settings.IgnoreIndex;
            Scaled($"labels[{row}], {where}", ofRow, actual, row, isIgnored ? 1 : divisor);
        }
    }

    public void GradientsOfTargets(
        string where,
        double[] logits,
        double[] targets,
        double[] actual,
        Reduction reduction
    )
    {
        int rows = logits.Length / head.Classes;
        double[] ofRow = new double[head.Classes];
        for (int row = 0; row < rows; row++)
        {
            (int start, int length) = (row * head.Classes, head.Classes);
            head.TargetGradient(logits.AsSpan(start, length), targets.AsSpan(start, length), ofRow);
            Scaled($"targets[{row}], {where}", ofRow, actual, row, reduction == Reduction.Mean ? rows : 1);
        }
    }

    private void Scaled(string of, double[] ofRow, double[] actual, int row, DoubleDouble divisor)
    {
        report.Add(actual.AsSpan(row * ofRow.Length, ofRow.Length));
        for (int i = 0; i < ofRow.Length; i++)
        {
            double element = actual[row * ofRow.Length + i];
            // The row's own may have been rounded to a multiple of the smallest number.
            double ulp = PreciseUlp.Error(
                element,
                ExactResult.OfOwnSize(ofRow[i] / divisor),
                isDouble: true,
                lost: double.Epsilon / divisor
            );
            report.Measure("double scaled gradient", GradientBound, ulp, () => $"{element:R} of {ofRow[i]:R}, {of}");
        }
    }

    private void Accept(string of, double actual, double[] losses, DoubleDouble divisor, Reduction reduction)
    {
        report.Add(actual);
        ExactResult exact = losses.Aggregate(ExactResult.Zero, (sum, loss) => sum + ExactResult.OfOwnSize(loss));
        double ulp = PreciseUlp.Error(actual, exact / divisor, isDouble: true);
        report.Measure("double reduced loss", LossBound, ulp, () => $"{reduction} of {of}: {actual:R}");
    }
}
