namespace SoftmaxGen.Numerics.Tests;

/// <summary>Every result of one row against the oracle, for any options and any logits, and the same bits in place.</summary>
internal sealed class OptionRowChecks
{
    private readonly HeadKernels kernels;
    private readonly HeadSettings settings;
    private readonly NumericReport report;
    private readonly SoftmaxOracle oracle;
    private readonly OptionBounds bounds;
    private readonly float[] output;
    private readonly float[] scratch;

    public OptionRowChecks(OptionHead head, NumericReport report)
    {
        (kernels, settings, this.report) = (head.Kernels, head.Settings, report);
        oracle = new SoftmaxOracle(settings);
        bounds = new OptionBounds(settings);
        (output, scratch) = (new float[settings.Classes], new float[settings.Classes]);
    }

    public void Check(Row row)
    {
        var random = new SeededRandom(53, settings.Classes, row.Index, row.Family.Length);
        oracle.Load(Exact(row.Logits));
        float[] probabilities =
        [
            .. Enumerable.Range(0, settings.Classes).Select(i => (float)(double)oracle.Probability(i).Value),
        ];
        CheckDistribution(row);
        foreach (int label in Labels(random, row.Logits).Distinct())
            CheckLabel(row with { Family = $"{row.Family}, label {label}" }, label, probabilities);

        float[] target = new float[settings.Classes];
        Targets.Fill(random, row.Logits, target);
        CheckTarget(row, target, probabilities);
        // A target of 0 adds nothing, even where there is a mask.
        target.AsSpan().Clear();
        target[Array.IndexOf(row.Logits, row.Logits.Max()) is >= 0 and var largest ? largest : 0] = 1f;
        CheckTarget(row with { Family = row.Family + ", one-hot" }, target, probabilities);

        float[] upstream = new float[settings.Classes];
        Targets.FillUpstream(random, upstream);
        CheckSoftmaxGradient(row, probabilities, upstream);
    }

    // The largest logit's, any, a masked one, one of weight 0, and that of rows that do not count.
    private IEnumerable<int> Labels(SeededRandom random, float[] logits)
    {
        yield return Math.Max(0, Array.IndexOf(logits, logits.Max()));
        yield return random.Below(settings.Classes);
        if (Array.IndexOf(logits, float.NegativeInfinity) is >= 0 and var masked)
            yield return masked;
        if (settings.ClassWeights is { } weights && Array.IndexOf(weights, 0) is >= 0 and var weightless)
            yield return weightless;
        if (settings.IgnoreIndex is { } ignored)
            yield return ignored;
    }

    private void CheckDistribution(Row row)
    {
        float[] logits = row.Logits;
        kernels.Softmax(logits, output);
        Accept(Function.Softmax, row, oracle.Probability);
        SameInPlace(Function.Softmax, row, logits, buffer => kernels.Softmax(buffer, buffer));
        kernels.LogSoftmax(logits, output);
        Accept(Function.LogSoftmax, row, oracle.LogProbability);
        SameInPlace(Function.LogSoftmax, row, logits, buffer => kernels.LogSoftmax(buffer, buffer));
        Accept(Function.LogSumExp, row, kernels.LogSumExp(logits), oracle.LogSumExp());
        if (!logits.Any(float.IsNaN))
            report.Expect(
                kernels.Predict(logits) == Array.IndexOf(logits, logits.Max()),
                $"Predict is not the lowest maximum: {row}"
            );
    }

    private void CheckLabel(Row row, int label, float[] probabilities)
    {
        float[] logits = row.Logits;
        LossCoefficients u = LossCoefficients.Of(settings, label);
        float loss = kernels.LabelLoss(logits, label);
        Accept(Function.LabelLoss, row, loss, oracle.Loss(u), bounds.LostByLoss(u));
        Accept(
            settings.ClassWeights is null && u.IsOneClass
                ? Function.LabelLossFromProbabilities
                : Function.TargetLossFromProbabilities,
            row,
            kernels.LabelLossFromProbabilities(probabilities, label),
            SoftmaxOracle.LossFromProbabilities(Exact(probabilities), u),
            bounds.LostByLossFromProbabilities(u)
        );

        SameLoss(Function.LabelGradient, row, kernels.LabelGradient(logits, label, output), loss);
        ExactResult[] gradient = oracle.Gradient(u, reduction: 1);
        Accept(Function.LabelGradient, row, i => gradient[i], bounds.LostByGradient(u));
        SameInPlace(Function.LabelGradient, row, logits, buffer => kernels.LabelGradient(buffer, label, buffer));
    }

    private void CheckTarget(Row row, float[] target, float[] probabilities)
    {
        float[] logits = row.Logits;
        LossCoefficients u = LossCoefficients.Of(settings, Exact(target));
        float loss = kernels.TargetLoss(logits, target);
        Accept(Function.TargetLoss, row, loss, oracle.Loss(u), bounds.LostByLoss(u));
        Accept(
            Function.TargetLossFromProbabilities,
            row,
            kernels.TargetLossFromProbabilities(probabilities, target),
            SoftmaxOracle.LossFromProbabilities(Exact(probabilities), u),
            bounds.LostByLossFromProbabilities(u)
        );

        SameLoss(Function.TargetGradient, row, kernels.TargetGradient(logits, target, output), loss);
        ExactResult[] gradient = oracle.Gradient(u, reduction: 1);
        Accept(Function.TargetGradient, row, i => gradient[i], bounds.LostByGradient(u));
        SameInPlace(Function.TargetGradient, row, logits, buffer => kernels.TargetGradient(buffer, target, buffer));
        SameInPlace(Function.TargetGradient, row, target, buffer => kernels.TargetGradient(logits, buffer, buffer));
    }

    private void CheckSoftmaxGradient(Row row, float[] probabilities, float[] upstream)
    {
        kernels.SoftmaxGradient(probabilities, upstream, output);
        ExactResult[] gradient = oracle.SoftmaxGradient(Exact(probabilities), Exact(upstream));
        Accept(
            Function.SoftmaxGradient,
            row,
            i => gradient[i],
            i => Function.LostByGradient(settings.Classes, probabilities[i]) / Math.Min(1, settings.Temperature)
        );
    }

    private void Accept(Function function, Row row, float result, ExactResult exact, double lost = 0)
    {
        report.Add(result);
        report.Measure(function, Error(result, exact, lost), row);
    }

    private void Accept(Function function, Row row, Func<int, ExactResult> exact, double lost = 0) =>
        Accept(function, row, exact, _ => lost);

    private void Accept(Function function, Row row, Func<int, ExactResult> exact, Func<int, double> lost)
    {
        report.Add(output);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Error(output[i], exact(i), lost(i)));
        report.Measure(function, worst, row);
    }

    // What is exactly 0 without a sum that could cancel must be 0: masks, ignored rows, weights of 0.
    private static double Error(float result, ExactResult exact, double lost) =>
        exact.Size.IsZero && result != 0
            ? double.PositiveInfinity
            : PreciseUlp.Error(result, exact, isDouble: false, lost);

    private void SameLoss(Function function, Row row, float loss, float alone)
    {
        if (BitDigest.Bits(loss) != BitDigest.Bits(alone))
            report.Fail($"{function.Name} returns the loss {loss:R}, CrossEntropy {alone:R}: {row}");
    }

    private void SameInPlace(Function function, Row row, float[] input, Action<float[]> run)
    {
        input.CopyTo(scratch, 0);
        run(scratch);
        if (BitDigest.FirstDifference(scratch, output) is >= 0 and var i)
            report.Fail($"{function.Name}[{i}] is {scratch[i]:R} in place, {output[i]:R} apart: {row}");
    }

    private static double[] Exact(float[] values) => Array.ConvertAll(values, value => (double)value);
}
