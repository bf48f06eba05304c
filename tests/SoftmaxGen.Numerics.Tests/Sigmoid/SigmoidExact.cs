namespace SoftmaxGen.Numerics.Tests;

/// <summary>The formulas of a sigmoid head in double, on the exact float inputs.</summary>
internal sealed class SigmoidExact(SigmoidOptionsOfHead options)
{
    public static double Sigmoid(double logit)
    {
        double e = Math.Exp(-Math.Abs(logit));
        return (logit < 0 ? e : 1) / (1 + e);
    }

    public static double LogSigmoid(double logit) => Math.Min(logit, 0) - PreciseMath.Log1P(Math.Exp(-Math.Abs(logit)));

    public double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)
    {
        var sum = new NeumaierSum();
        for (int i = 0; i < logits.Length; i++)
        {
            (double positive, double negative) = Sides(i, targets[i]);
            double distance = Math.Abs((double)logits[i]);
            double missed = logits[i] < 0 ? positive : negative;
            sum.Add(missed == 0 && !double.IsNaN(distance) ? 0 : missed * distance);
            sum.Add((positive + negative) * PreciseMath.Log1P(Math.Exp(-distance)));
        }
        return sum.Value / logits.Length;
    }

    public double LossFromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets)
    {
        var sum = new NeumaierSum();
        for (int i = 0; i < probabilities.Length; i++)
        {
            double p = probabilities[i];
            (double positive, double negative) = Sides(i, targets[i]);
            if (!(p >= 0 && p <= 1))
                return double.NaN;
            sum.Add(positive == 0 ? 0 : -positive * Math.Log(p));
            sum.Add(negative == 0 ? 0 : -negative * LogOfComplement(p));
        }
        return sum.Value / probabilities.Length;
    }

    /// <summary>The derivative of the row's loss, and the size of what it is a difference of.</summary>
    public (double Value, double Size) Gradient(int output, float logit, float target)
    {
        (double positive, double negative) = Sides(output, target);
        double up = negative * Sigmoid(logit) / options.Outputs;
        double down = positive * Sigmoid(-logit) / options.Outputs;
        return (up - down, Math.Max(Math.Abs(up), Math.Abs(down)));
    }

    private static double LogOfComplement(double p)
    {
        // 1 - p is exact in double unless p is small, where the quotient cancels its rounding.
        double rest = 1 - p;
        return rest == 1 ? -p
            : p == 1 ? double.NegativeInfinity
            : Math.Log(rest) * (-p / (rest - 1));
    }

    private (double Positive, double Negative) Sides(int output, double target)
    {
        double kept = 1 - (double)options.Smoothing;
        double moved = options.Smoothing / 2.0;
        double weight = options.Weights?[output] ?? 1;
        return (((kept * target) + moved) * weight, (kept * (1 - target)) + moved);
    }
}
