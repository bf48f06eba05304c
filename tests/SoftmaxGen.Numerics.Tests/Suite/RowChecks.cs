namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Accuracy of every result of one ordinary row; where there is a reference, its bits; and the same bits in place.
/// </summary>
internal sealed class RowChecks(HeadKernels head, HeadKernels? reference, NumericReport report)
{
    private readonly RowOracle oracle = new(head.Classes);
    private readonly float[] probabilities = new float[head.Classes];
    private readonly float[] target = new float[head.Classes];
    private readonly float[] upstream = new float[head.Classes];
    private readonly float[] output = new float[head.Classes];
    private readonly float[] expected = new float[head.Classes];
    private readonly float[] scratch = new float[head.Classes];

    public void Check(Row row)
    {
        var random = new SeededRandom(11, head.Classes, row.Index, row.Family.Length);
        float[] logits = row.Logits;
        oracle.Load(logits);
        Targets.Fill(random, logits, target);
        Targets.FillUpstream(random, upstream);
        for (int i = 0; i < head.Classes; i++)
            probabilities[i] = (float)oracle.Probability(i);

        CheckSoftmax(row);
        CheckLogSoftmax(row);
        CheckScalar(
            Function.LogSumExp,
            row,
            kernels => kernels.LogSumExp(logits),
            oracle.LogSumExp,
            oracle.LogSumExpSize
        );
        report.Expect(head.Predict(logits) == oracle.MaxIndex, $"Predict is not the lowest maximum: {row}");

        foreach (int label in (ReadOnlySpan<int>)[oracle.MaxIndex, random.Below(head.Classes)])
        {
            CheckLabel(row, label);
            double exact = -Math.Log(probabilities[label]);
            CheckScalar(
                Function.LabelLossFromProbabilities,
                row,
                kernels => kernels.LabelLossFromProbabilities(probabilities, label),
                exact,
                exact
            );
        }

        (double loss, double size) = oracle.Loss(target);
        CheckScalar(Function.TargetLoss, row, kernels => kernels.TargetLoss(logits, target), loss, size);
        (loss, size) = RowOracle.LossFromProbabilities(probabilities, target);
        CheckScalar(
            Function.TargetLossFromProbabilities,
            row,
            kernels => kernels.TargetLossFromProbabilities(probabilities, target),
            loss,
            size
        );
        CheckTargetGradient(row);
        CheckSoftmaxGradient(row);
    }

    private void CheckSoftmax(Row row)
    {
        head.Softmax(row.Logits, output);
        reference?.Softmax(row.Logits, expected);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.Probability(i)));
        Accept(Function.Softmax, worst, row);
        SameInPlace(Function.Softmax, row, row.Logits, buffer => head.Softmax(buffer, buffer));
    }

    private void CheckLogSoftmax(Row row)
    {
        head.LogSoftmax(row.Logits, output);
        reference?.LogSoftmax(row.Logits, expected);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.LogProbability(i)));
        Accept(Function.LogSoftmax, worst, row);
        SameInPlace(Function.LogSoftmax, row, row.Logits, buffer => head.LogSoftmax(buffer, buffer));
    }

    private void CheckLabel(Row row, int label)
    {
        double exactLoss = oracle.Loss(label);
        CheckScalar(Function.LabelLoss, row, kernels => kernels.LabelLoss(row.Logits, label), exactLoss, exactLoss);

        float loss = head.LabelGradient(row.Logits, label, output);
        reference?.LabelGradient(row.Logits, label, expected);
        SameLoss(Function.LabelGradient, row, loss, head.LabelLoss(row.Logits, label));
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.Gradient(i, label)));
        Accept(Function.LabelGradient, worst, row);
        SameInPlace(Function.LabelGradient, row, row.Logits, buffer => head.LabelGradient(buffer, label, buffer));
    }

    private void CheckTargetGradient(Row row)
    {
        float[] logits = row.Logits;
        float loss = head.TargetGradient(logits, target, output);
        reference?.TargetGradient(logits, target, expected);
        SameLoss(Function.TargetGradient, row, loss, head.TargetLoss(logits, target));
        double total = RowOracle.Total(target);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
        {
            (double exact, double size) = oracle.Gradient(i, target, total);
            worst = Math.Max(worst, Ulp.Error(output[i], exact, size));
        }
        Accept(Function.TargetGradient, worst, row);
        SameInPlace(Function.TargetGradient, row, logits, buffer => head.TargetGradient(buffer, target, buffer));
        SameInPlace(Function.TargetGradient, row, target, buffer => head.TargetGradient(logits, buffer, buffer));
    }

    private void CheckSoftmaxGradient(Row row)
    {
        head.SoftmaxGradient(probabilities, upstream, output);
        reference?.SoftmaxGradient(probabilities, upstream, expected);
        (double mean, double size) = RowOracle.Mean(probabilities, upstream);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
        {
            double exact = probabilities[i] * (upstream[i] - mean);
            double magnitude = probabilities[i] * (Math.Abs(upstream[i]) + size);
            double lost = Function.LostByGradient(head.Classes, probabilities[i]);
            worst = Math.Max(worst, Ulp.Error(output[i], exact, magnitude, lost));
        }
        Accept(Function.SoftmaxGradient, worst, row);
        SameInPlace(
            Function.SoftmaxGradient,
            row,
            probabilities,
            buffer => head.SoftmaxGradient(buffer, upstream, buffer)
        );
        SameInPlace(
            Function.SoftmaxGradient,
            row,
            upstream,
            buffer => head.SoftmaxGradient(probabilities, buffer, buffer)
        );
    }

    private void CheckScalar(Function function, Row row, Func<HeadKernels, float> run, double exact, double size)
    {
        float result = run(head);
        report.Add(result);
        double lost = function.SumsOverTarget ? Function.LostByTarget(head.Classes) : 0;
        report.Measure(function, Ulp.Error(result, exact, size, lost), row);
        if (reference is not null && run(reference) is var pinned && BitDigest.Bits(pinned) != BitDigest.Bits(result))
            report.Fail($"{function.Name} is {result:R}, the reference {pinned:R}: {row}");
    }

    // The row's output is in `output`, the reference's in `expected`.
    private void Accept(Function function, double worst, Row row)
    {
        report.Add(output);
        report.Measure(function, worst, row);
        if (reference is not null && BitDigest.FirstDifference(output, expected) is >= 0 and var i)
            report.Fail($"{function.Name}[{i}] is {output[i]:R}, the reference {expected[i]:R}: {row}");
    }

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
}
