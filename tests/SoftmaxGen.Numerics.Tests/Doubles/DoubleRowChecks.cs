namespace SoftmaxGen.Numerics.Tests;

/// <summary>Every result of one row of doubles against the oracle, with any options, and the same bits in place.</summary>
internal sealed class DoubleRowChecks(DoubleKernels head, NumericReport report)
{
    private readonly HeadSettings settings = head.Settings;
    private readonly SoftmaxOracle oracle = new(head.Settings);
    private readonly OptionBounds bounds = new(head.Settings);
    private readonly double[] output = new double[head.Classes];
    private readonly double[] scratch = new double[head.Classes];

    public void Check(DoubleRow row)
    {
        var random = new SeededRandom(53, settings.Classes, row.Index, row.Family.Length);
        oracle.Load(row.Logits);
        double[] probabilities =
        [
            .. Enumerable.Range(0, settings.Classes).Select(i => (double)oracle.Probability(i).Value),
        ];
        CheckDistribution(row);
        foreach (int label in Labels(random, row.Logits).Distinct())
            CheckLabel(row with { Family = $"{row.Family}, label {label}" }, label, probabilities);
        CheckTarget(row, DoubleTargets.Target(random, settings.Classes), probabilities);
        // A target of 0 adds nothing, even where there is a mask.
        double[] oneHot = new double[settings.Classes];
        oneHot[Largest(row.Logits)] = 1;
        CheckTarget(row with { Family = row.Family + ", one-hot" }, oneHot, probabilities);
        CheckSoftmaxGradient(row, probabilities, DoubleTargets.Upstream(random, settings.Classes));
    }

    private static int Largest(double[] logits) => Math.Max(0, Array.IndexOf(logits, logits.Max()));

    // The largest logit's, any, a masked one, one of weight 0, and that of rows that do not count.
    private IEnumerable<int> Labels(SeededRandom random, double[] logits)
    {
        yield return Largest(logits);
        yield return random.Below(settings.Classes);
        if (Array.IndexOf(logits, double.NegativeInfinity) is >= 0 and var masked)
            yield return masked;
        if (settings.ClassWeights is { } weights && Array.IndexOf(weights, 0) is >= 0 and var weightless)
            yield return weightless;
        if (settings.IgnoreIndex is { } ignored)
            yield return ignored;
    }

    private void CheckDistribution(DoubleRow row)
    {
        double[] logits = row.Logits;
        head.Softmax(logits, output);
        Accept(Function.Softmax, row, oracle.Probability);
        SameInPlace(Function.Softmax, row, logits, buffer => head.Softmax(buffer, buffer));
        head.LogSoftmax(logits, output);
        Accept(Function.LogSoftmax, row, oracle.LogProbability);
        SameInPlace(Function.LogSoftmax, row, logits, buffer => head.LogSoftmax(buffer, buffer));
        Accept(Function.LogSumExp, row, head.LogSumExp(logits), oracle.LogSumExp());
        int wanted = Array.FindIndex(logits, double.IsNaN) is >= 0 and var nan ? nan : Largest(logits);
        report.Expect(head.Predict(logits) == wanted, $"{head.Name}: Predict is not {wanted}: {row}");
    }

    private void CheckLabel(DoubleRow row, int label, double[] probabilities)
    {
        double[] logits = row.Logits;
        LossCoefficients u = LossCoefficients.Of(settings, label);
        double loss = head.Labels.Loss(logits, label);
        Accept(Function.LabelLoss, row, loss, oracle.Loss(u), bounds.LostByLoss(u));
        Accept(
            settings.ClassWeights is null && u.IsOneClass
                ? Function.LabelLossFromProbabilities
                : Function.TargetLossFromProbabilities,
            row,
            head.Labels.LossFromProbabilities(probabilities, label),
            SoftmaxOracle.LossFromProbabilities(probabilities, u),
            bounds.LostByLossFromProbabilities(u)
        );
        SameLoss(Function.LabelGradient, row, head.Labels.Gradient(logits, label, output), loss);
        ExactResult[] gradient = oracle.Gradient(u, reduction: 1);
        Accept(Function.LabelGradient, row, i => gradient[i], bounds.LostByGradient(u));
        SameInPlace(Function.LabelGradient, row, logits, buffer => head.Labels.Gradient(buffer, label, buffer));
    }

    private void CheckTarget(DoubleRow row, double[] target, double[] probabilities)
    {
        double[] logits = row.Logits;
        LossCoefficients u = LossCoefficients.Of(settings, target);
        double loss = head.TargetLoss(logits, target);
        Accept(Function.TargetLoss, row, loss, oracle.Loss(u), bounds.LostByLoss(u));
        Accept(
            Function.TargetLossFromProbabilities,
            row,
            head.TargetLossFromProbabilities(probabilities, target),
            SoftmaxOracle.LossFromProbabilities(probabilities, u),
            bounds.LostByLossFromProbabilities(u)
        );
        SameLoss(Function.TargetGradient, row, head.TargetGradient(logits, target, output), loss);
        ExactResult[] gradient = oracle.Gradient(u, reduction: 1);
        Accept(Function.TargetGradient, row, i => gradient[i], bounds.LostByGradient(u));
        SameInPlace(Function.TargetGradient, row, logits, buffer => head.TargetGradient(buffer, target, buffer));
        SameInPlace(Function.TargetGradient, row, target, buffer => head.TargetGradient(logits, buffer, buffer));
    }

    private void CheckSoftmaxGradient(DoubleRow row, double[] probabilities, double[] upstream)
    {
        head.SoftmaxGradient(probabilities, upstream, output);
        ExactResult[] gradient = oracle.SoftmaxGradient(probabilities, upstream);
        // Products p_j g_j below the normal range lose half of the smallest number each, times 2 p_i.
        DoubleDouble lost = (DoubleDouble)double.Epsilon * settings.Classes / Math.Min(1, settings.Temperature);
        Accept(Function.SoftmaxGradient, row, i => gradient[i], i => lost * probabilities[i]);
    }

    private void Accept(Function function, DoubleRow row, double result, ExactResult exact, DoubleDouble lost = default)
    {
        report.Add(result);
        Measure(function, row, Error(result, exact, lost));
    }

    private void Accept(Function function, DoubleRow row, Func<int, ExactResult> exact, DoubleDouble lost = default) =>
        Accept(function, row, exact, _ => lost);

    private void Accept(Function function, DoubleRow row, Func<int, ExactResult> exact, Func<int, DoubleDouble> lost)
    {
        report.Add(output);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Error(output[i], exact(i), lost(i)));
        Measure(function, row, worst);
    }

    private void Measure(Function function, DoubleRow row, double ulp) =>
        report.Measure($"double {function.Name}", function.Bound, ulp, () => $"{head.Name}, {row}");

    // What is exactly 0 without a sum that could cancel must be 0: masks, ignored rows, weights of 0.
    private static double Error(double result, ExactResult exact, DoubleDouble lost) =>
        exact.Size.IsZero && result != 0
            ? double.PositiveInfinity
            : PreciseUlp.Error(result, exact, isDouble: true, lost);

    private void SameLoss(Function function, DoubleRow row, double loss, double alone)
    {
        if (BitDigest.Bits(loss) != BitDigest.Bits(alone))
            report.Fail($"{head.Name}: {function.Name} returns the loss {loss:R}, not {alone:R}: {row}");
    }

    private void SameInPlace(Function function, DoubleRow row, double[] input, Action<double[]> run)
    {
        input.CopyTo(scratch, 0);
        run(scratch);
        if (BitDigest.FirstDifference(scratch, output) is >= 0 and var i)
            report.Fail($"{head.Name}: {function.Name}[{i}] in place is {scratch[i]:R}, not {output[i]:R}: {row}");
    }
}
