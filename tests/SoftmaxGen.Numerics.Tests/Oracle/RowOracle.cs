namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Every row member of a head in double precision, on the exact float inputs. Differences of logits below 110 are
/// wrong by at most 2^-46, exp, log and the compensated sums by a few 2^-53: below 1e-6 ULP of a float result.
/// </summary>
internal sealed class RowOracle(int classes)
{
    private readonly double[] terms = new double[classes];
    private float[] logits = [];

    public double Max { get; private set; }
    public int MaxIndex { get; private set; }

    /// <summary>log of the sum of exp(z - max): accurate also where it is tiny, since the maximum's own 1 is left out.</summary>
    public double LogOfSum { get; private set; }

    private double rest;
    private double sum;

    /// <summary>Takes a row without NaN and +inf, and with at least one finite logit.</summary>
    public RowOracle Load(float[] row)
    {
        logits = row;
        MaxIndex = 0;
        for (int i = 1; i < classes; i++)
            if (row[i] > row[MaxIndex])
                MaxIndex = i;
        Max = row[MaxIndex];

        var others = new NeumaierSum();
        for (int i = 0; i < classes; i++)
        {
            terms[i] = Math.Exp(row[i] - Max);
            if (i != MaxIndex)
                others.Add(terms[i]);
        }
        rest = others.Value;
        sum = 1 + rest;
        LogOfSum = PreciseMath.Log1P(rest);
        return this;
    }

    public double Probability(int i) => terms[i] / sum;

    public double LogProbability(int i) => (logits[i] - Max) - LogOfSum;

    public double LogSumExp => Max + LogOfSum;

    /// <summary>The size that an error of log-sum-exp is measured by: its two parts may cancel.</summary>
    public double LogSumExpSize => Math.Max(Math.Abs(Max), LogOfSum);

    public double Loss(int label) => (Max - logits[label]) + LogOfSum;

    /// <summary>The terms of a sum over targets are not negative, so its size is itself unless a target is negative.</summary>
    public (double Value, double Size) Loss(ReadOnlySpan<float> target)
    {
        var value = new NeumaierSum();
        var size = new NeumaierSum();
        for (int i = 0; i < classes; i++)
        {
            if (target[i] == 0f)
                continue;
            double term = -target[i] * LogProbability(i);
            value.Add(term);
            size.Add(Math.Abs(term));
        }
        return (value.Value, size.Value);
    }

    public double Gradient(int i, int label)
    {
        if (i != label)
            return Probability(i);
        return label == MaxIndex ? -rest / sum : Probability(i) - 1;
    }

    public (double Value, double Size) Gradient(int i, ReadOnlySpan<float> target, double total)
    {
        double probability = Probability(i) * total;
        return (probability - target[i], Math.Max(Math.Abs(probability), Math.Abs(target[i])));
    }

    public static double Total(ReadOnlySpan<float> terms)
    {
        var total = new NeumaierSum();
        foreach (float term in terms)
            total.Add(term);
        return total.Value;
    }

    public static (double Value, double Size) LossFromProbabilities(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> target
    )
    {
        var value = new NeumaierSum();
        var size = new NeumaierSum();
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (target[i] == 0f)
                continue;
            double term = -target[i] * Math.Log(probabilities[i]);
            value.Add(term);
            size.Add(Math.Abs(term));
        }
        return (value.Value, size.Value);
    }

    /// <summary>The two sums that SoftmaxGradient needs: of p g, and of its magnitudes.</summary>
    public static (double Mean, double Size) Mean(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream)
    {
        var mean = new NeumaierSum();
        var size = new NeumaierSum();
        for (int i = 0; i < probabilities.Length; i++)
        {
            double term = (double)probabilities[i] * upstream[i];
            mean.Add(term);
            size.Add(Math.Abs(term));
        }
        return (mean.Value, size.Value);
    }
}
