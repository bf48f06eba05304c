namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The gradient of a loss without its formula: (f(z_i + h) - f(z_i - h)) / 2h, wrong by about h^2. The step is far too
/// small for double, and leaves some 60 good bits in extended precision.
/// </summary>
internal static class CentralDifference
{
    private const int StepExponent = -30;

    /// <param name="loss">What is differentiated.</param>
    /// <param name="logits">Where.</param>
    /// <param name="scale">By how much a logit must change to change the loss: the temperature.</param>
    public static DoubleDouble[] Gradient(
        Func<DoubleDouble[], DoubleDouble> loss,
        ReadOnlySpan<double> logits,
        double scale = 1
    )
    {
        DoubleDouble step = ((DoubleDouble)scale).ScaleB(StepExponent);
        DoubleDouble[] shifted = DoubleDouble.From(logits);
        var gradient = new DoubleDouble[shifted.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            DoubleDouble logit = shifted[i];
            shifted[i] = logit + step;
            DoubleDouble above = loss(shifted);
            shifted[i] = logit - step;
            DoubleDouble below = loss(shifted);
            shifted[i] = logit;
            gradient[i] = (above - below) / step.ScaleB(1);
        }
        return gradient;
    }
}
