namespace SoftmaxGen.Numerics.Tests;

/// <summary>One row of the corpus: logits, a target and a label, of which a result uses what it needs.</summary>
internal sealed record Candidate(float[] Logits, float[] Target, int Label)
{
    public Candidate Copy() => new([.. Logits], [.. Target], Label);
}

/// <summary>A result whose error is searched for: its file, and how its error is measured on one head.</summary>
internal sealed record SearchedResult(Function Function, string File, bool UsesTarget, bool UsesLabel)
{
    public static readonly SearchedResult[] All =
    [
        new(Function.Softmax, "softmax.txt", false, false),
        new(Function.LogSoftmax, "log-softmax.txt", false, false),
        new(Function.LogSumExp, "log-sum-exp.txt", false, false),
        new(Function.LabelLoss, "label-loss.txt", false, true),
        new(Function.TargetLoss, "target-loss.txt", true, false),
        new(Function.LabelGradient, "label-gradient.txt", false, true),
        new(Function.TargetGradient, "target-gradient.txt", true, false),
    ];
}

/// <summary>Measures one result of one head on candidates, with buffers that are kept.</summary>
internal sealed class ErrorMeter(HeadKernels head, SearchedResult result)
{
    private readonly RowOracle oracle = new(head.Classes);
    private readonly float[] output = new float[head.Classes];

    /// <summary>The elements that the last measurement wrote; empty where the result is a number.</summary>
    public ReadOnlySpan<float> Output => output;

    /// <summary>The largest error in the measure of docs/numerics.md.</summary>
    public double Measure(Candidate row)
    {
        oracle.Load(row.Logits);
        Function function = result.Function;
        if (function == Function.Softmax)
            return Softmax(row);
        if (function == Function.LogSoftmax)
            return LogSoftmax(row);
        if (function == Function.LogSumExp)
            return Ulp.Error(Scalar(head.LogSumExp(row.Logits)), oracle.LogSumExp, oracle.LogSumExpSize);
        if (function == Function.LabelLoss)
            return Ulp.Error(Scalar(head.LabelLoss(row.Logits, row.Label)), oracle.Loss(row.Label));
        if (function == Function.LabelGradient)
            return LabelGradient(row);
        if (function == Function.TargetGradient)
            return TargetGradient(row);
        (double loss, double size) = oracle.Loss(row.Target);
        return Ulp.Error(
            Scalar(head.TargetLoss(row.Logits, row.Target)),
            loss,
            size,
            Function.LostByTarget(head.Classes)
        );
    }

    private double Softmax(Candidate row)
    {
        head.Softmax(row.Logits, output);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.Probability(i)));
        return worst;
    }

    private double LogSoftmax(Candidate row)
    {
        head.LogSoftmax(row.Logits, output);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.LogProbability(i)));
        return worst;
    }

    private double LabelGradient(Candidate row)
    {
        head.LabelGradient(row.Logits, row.Label, output);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
            worst = Math.Max(worst, Ulp.Error(output[i], oracle.Gradient(i, row.Label)));
        return worst;
    }

    private double TargetGradient(Candidate row)
    {
        head.TargetGradient(row.Logits, row.Target, output);
        double total = RowOracle.Total(row.Target);
        double worst = 0;
        for (int i = 0; i < output.Length; i++)
        {
            (double exact, double size) = oracle.Gradient(i, row.Target, total);
            worst = Math.Max(worst, Ulp.Error(output[i], exact, size));
        }
        return worst;
    }

    private float Scalar(float value) => output[0] = value;
}
