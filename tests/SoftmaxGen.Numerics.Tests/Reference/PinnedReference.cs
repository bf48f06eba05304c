using static System.MathF;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The pinned arithmetic, one plain loop per step: the specification by example. Emitted kernels with fused
/// multiply-add equal it bit for bit. Arguments are taken as valid; <see cref="PinnedHead"/> adds the checks.
/// </summary>
internal sealed class PinnedReference(int classes)
{
    private readonly float[] terms = new float[classes];
    private readonly float[] products = new float[classes];

    // What the last Load found.
    private float max;
    private int maxIndex;
    private float maxTerm;
    private float sum;
    private float rest;

    public void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        Load(logits);
        for (int i = 0; i < classes; i++)
            probabilities[i] = Probability(i);
    }

    public void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        Load(logits);
        float log = LogOfSum();
        for (int i = 0; i < classes; i++)
            logProbabilities[i] = (logits[i] - max) - log;
    }

    public float LogSumExp(ReadOnlySpan<float> logits)
    {
        Load(logits);
        return float.IsNegativeInfinity(max) ? max : max + LogOfSum();
    }

    public float CrossEntropy(ReadOnlySpan<float> logits, int label)
    {
        Load(logits);
        return LossOf(logits, label);
    }

    public float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
    {
        Load(logits);
        return LossOf(logits, target, Total(target));
    }

    public float CrossEntropyGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient)
    {
        Load(logits);
        float loss = LossOf(logits, label);
        // p - 1 would cancel where the label has nearly all the probability.
        float ofLabel = label == maxIndex ? -(rest / sum) : Probability(label) - 1f;
        for (int i = 0; i < classes; i++)
            gradient[i] = Probability(i);
        gradient[label] = ofLabel;
        return loss;
    }

    public float CrossEntropyGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, Span<float> gradient)
    {
        Load(logits);
        float total = Total(target);
        float loss = LossOf(logits, target, total);
        for (int i = 0; i < classes; i++)
            gradient[i] = FusedMultiplyAdd(Probability(i), total, -target[i]);
        return loss;
    }

    public float CrossEntropyFromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> target)
    {
        for (int i = 0; i < classes; i++)
            products[i] = target[i] == 0f ? 0f : target[i] * (0f - PinnedMath.Log(probabilities[i]));
        return Total(products);
    }

    public void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        for (int i = 0; i < classes; i++)
            products[i] = probabilities[i] * upstream[i];
        // Halves again: where p is 0, the difference may be twice what a float can hold.
        float halfMean = Total(products) * 0.5f;
        for (int i = 0; i < classes; i++)
            gradient[i] = (probabilities[i] + probabilities[i]) * FusedMultiplyAdd(upstream[i], 0.5f, -halfMean);
    }

    private void Load(ReadOnlySpan<float> logits)
    {
        max = logits[0];
        foreach (float logit in logits)
            max = Max(max, logit);

        float shift = Abs(max) >= Coefficients.ShiftFrom ? max : 0f;
        float low = max - shift - Coefficients.Reach;
        float k = PinnedMath.Halvings(max - shift);
        maxIndex = -1;
        for (int i = 0; i < classes; i++)
        {
            float x = logits[i] - shift;
            terms[i] = PinnedMath.ExpScaled(low > x ? low : x, k);
            if (maxIndex < 0 && logits[i] == max)
                maxIndex = i;
        }

        maxTerm = maxIndex < 0 ? float.NaN : terms[maxIndex];
        rest = RestOfSum();
        sum = CanonicalSum.Of(terms);
    }

    private float RestOfSum()
    {
        if (maxIndex < 0)
            return float.NaN;
        terms[maxIndex] = 0f;
        float others = CanonicalSum.Of(terms);
        terms[maxIndex] = maxTerm;
        return others;
    }

    // Few terms are divided one by one. Many are multiplied by one reciprocal, and the remainder corrects the product.
    private float Probability(int i)
    {
        if (classes <= Coefficients.MaxDivided)
            return terms[i] / sum;
        float reciprocal = 1f / sum;
        float quotient = terms[i] * reciprocal;
        float remainder = FusedMultiplyAdd(-quotient, sum, terms[i]);
        return FusedMultiplyAdd(remainder, reciprocal, quotient);
    }

    private float LogOfSum() => PinnedMath.Log1P(rest / maxTerm);

    private float LossOf(ReadOnlySpan<float> logits, int label) => (max - logits[label]) + LogOfSum();

    private float LossOf(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, float total)
    {
        // Halves: the difference of two finite logits may be twice what a float can hold.
        float half = max * 0.5f;
        for (int i = 0; i < classes; i++)
            products[i] = target[i] == 0f ? 0f : target[i] * FusedMultiplyAdd(logits[i], -0.5f, half);
        float halfLoss = Total(products);
        return FusedMultiplyAdd(LogOfSum(), total, halfLoss + halfLoss);
    }

    private static float Total(ReadOnlySpan<float> terms) => CanonicalSum.Of(terms) + 0f;
}
