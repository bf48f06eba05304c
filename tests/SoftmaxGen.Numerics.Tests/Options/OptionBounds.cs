namespace SoftmaxGen.Numerics.Tests;

/// <summary>What numbers below the normal range may lose beside the bounds of <see cref="Function"/>.</summary>
internal sealed class OptionBounds(HeadSettings settings)
{
    private static readonly double Smallest = double.ScaleB(1, -149);

    /// <summary>Products of half gaps lose up to 2^-150 each, which the temperature enlarges.</summary>
    public double LostByLoss(LossCoefficients u) =>
        u.IsOneClass ? 0 : settings.Classes * Smallest / Math.Min(1, settings.Temperature);

    public static double LostByLossFromProbabilities(LossCoefficients u) => u.IsOneClass ? 0 : 4096 * Smallest;

    public double LostByGradient(LossCoefficients u) => 0;
}
