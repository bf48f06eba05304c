namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Every result of one row of a softmax head with any options, for the exact inputs, in extended precision: the
/// definitions of docs/numerics.md. Its errors are below 2^-30 ULP of a double.
/// </summary>
internal sealed class SoftmaxOracle(HeadSettings settings)
{
    // (z_i - m) / T and its exponential.
    private readonly DoubleDouble[] differences = new DoubleDouble[settings.Classes];
    private readonly DoubleDouble[] terms = new DoubleDouble[settings.Classes];

    private readonly DoubleDouble temperature = settings.Temperature;
    private int maxIndex;
    private DoubleDouble max;
    private DoubleDouble rest;
    private DoubleDouble logOfSum;

    // A row with a NaN or +inf, or with masks only, has no distribution.
    private bool isFullyMasked;
    private bool hasDistribution;

    private DoubleDouble Sum => 1 + rest;

    private bool IsZeroRow => isFullyMasked && settings.FullyMaskedIsZero;

    public SoftmaxOracle Load(ReadOnlySpan<double> logits) => Load(DoubleDouble.From(logits));

    public SoftmaxOracle Load(ReadOnlySpan<DoubleDouble> logits)
    {
        maxIndex = 0;
        bool isNumber = true;
        for (int i = 0; i < logits.Length; i++)
        {
            if (logits[i] > logits[maxIndex])
                maxIndex = i;
            isNumber &= !logits[i].IsNaN && !logits[i].IsPositiveInfinity;
        }
        max = logits[maxIndex];
        isFullyMasked = isNumber && max.IsNegativeInfinity;
        hasDistribution = isNumber && !isFullyMasked;
        if (hasDistribution)
            LoadTerms(logits);
        return this;
    }

    // The largest logit's term is 1. Left out of the sum, it leaves log(1 + rest) exact where it is tiny.
    private void LoadTerms(ReadOnlySpan<DoubleDouble> logits)
    {
        rest = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            differences[i] = (logits[i] - max) / temperature;
            terms[i] = DoubleDoubleMath.Exp(differences[i]);
            if (i != maxIndex)
                rest += terms[i];
        }
        logOfSum = DoubleDoubleMath.Log1P(rest);
    }

    /// <summary>exp(z_i - m) / s</summary>
    public ExactResult Probability(int i)
    {
        if (IsZeroRow)
            return ExactResult.Zero;
        return hasDistribution ? ExactResult.OfOwnSize(terms[i] / Sum) : ExactResult.NaN;
    }

    /// <summary>(z_i - m) - log s</summary>
    public ExactResult LogProbability(int i)
    {
        if (IsZeroRow)
            return ExactResult.OfOwnSize(DoubleDouble.NegativeInfinity);
        return hasDistribution ? ExactResult.OfOwnSize(differences[i] - logOfSum) : ExactResult.NaN;
    }

    /// <summary>m + log s, measured by the larger of the two since they may cancel.</summary>
    public ExactResult LogSumExp()
    {
        if (isFullyMasked)
            return ExactResult.OfOwnSize(DoubleDouble.NegativeInfinity);
        if (!hasDistribution)
            return ExactResult.NaN;
        DoubleDouble largest = max / temperature;
        return new ExactResult(largest + logOfSum, DoubleDouble.Max(DoubleDouble.Abs(largest), logOfSum));
    }

    public ExactResult Loss(int label) => Loss(LossCoefficients.Of(settings, label));

    public ExactResult Loss(double[] target) => Loss(LossCoefficients.Of(settings, target));

    public ExactResult Loss(LossCoefficients u)
    {
        if (u.IsIgnored || IsZeroRow)
            return ExactResult.Zero;
        return hasDistribution ? u.Loss(c => differences[c] - logOfSum) : ExactResult.NaN;
    }

    public ExactResult[] Gradient(int label) => Gradient(LossCoefficients.Of(settings, label), reduction: 1);

    public ExactResult[] Gradient(double[] target) => Gradient(LossCoefficients.Of(settings, target), reduction: 1);

    /// <summary>(p_i W - u_i) / T for each class, times what the reduction multiplies the row's loss by.</summary>
    public ExactResult[] Gradient(LossCoefficients u, DoubleDouble reduction)
    {
        var gradient = new ExactResult[settings.Classes];
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] =
                u.IsIgnored || IsZeroRow ? ExactResult.Zero
                : hasDistribution ? GradientOf(i, u) * reduction
                : ExactResult.NaN;
        return gradient;
    }

    private ExactResult GradientOf(int i, LossCoefficients u)
    {
        DoubleDouble p = terms[i] / Sum;
        // 1 - p_i without cancellation: the sum of all other terms, over s.
        DoubleDouble others = (i == maxIndex ? rest : Sum - terms[i]) / Sum;
        // p_i W - u_i, written so that a label with a probability next to 1 keeps its digits.
        DoubleDouble value = (p * (u.Total - u[i]) - u[i] * others) / temperature;
        if (u.IsOneClass)
            return ExactResult.OfOwnSize(value);
        DoubleDouble size = DoubleDouble.Max(DoubleDouble.Abs(p * u.Total), DoubleDouble.Abs(u[i]));
        return new ExactResult(value, size / temperature);
    }

    public ExactResult LossFromProbabilities(double[] probabilities, int label) =>
        LossFromProbabilities(probabilities, LossCoefficients.Of(settings, label));

    public ExactResult LossFromProbabilities(double[] probabilities, double[] target) =>
        LossFromProbabilities(probabilities, LossCoefficients.Of(settings, target));

    /// <summary>The same loss of given probabilities: the sum of u_c (-log p_c). A temperature has no part in it.</summary>
    public static ExactResult LossFromProbabilities(double[] probabilities, LossCoefficients u) =>
        u.IsIgnored ? ExactResult.Zero : u.Loss(c => DoubleDoubleMath.Log(probabilities[c]));

    /// <summary>p_i (g_i - sum of p_j g_j) / T, measured by p_i (|g_i| + sum of p_j |g_j|) / T: the difference may cancel.</summary>
    public ExactResult[] SoftmaxGradient(double[] probabilities, double[] upstream)
    {
        ExactResult mean = ExactResult.Zero;
        for (int i = 0; i < probabilities.Length; i++)
            mean += ExactResult.OfOwnSize((DoubleDouble)probabilities[i] * upstream[i]);

        var gradient = new ExactResult[probabilities.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            DoubleDouble size = Math.Abs(upstream[i]) + mean.Size;
            gradient[i] = new ExactResult(upstream[i] - mean.Value, size) * probabilities[i] / temperature;
        }
        return gradient;
    }
}
