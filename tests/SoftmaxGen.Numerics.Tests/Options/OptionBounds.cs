namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// What numbers below the normal range may lose beside the bounds of <see cref="Function"/>. They are rounded to multiples of
/// 2^-149, those of doubles of 2^-1074, and a factor above 1, as a weight or the reciprocal of a temperature, enlarges that.
/// </summary>
internal sealed class OptionBounds(HeadSettings settings)
{
    private static readonly double smallest = double.ScaleB(1, -149);

    private readonly double perLogit = smallest / Math.Min(1, settings.Temperature);

    /// <summary>The logarithm of a label, or the halves of each class: a product loses half of the smallest number.</summary>
    public double LostByLoss(LossCoefficients u) =>
        u.IsOneClass ? (double)u.Total * smallest : settings.Classes * perLogit;

    public double LostByLossFromProbabilities(LossCoefficients u) => u.IsOneClass ? 0 : settings.Classes * smallest;

    /// <summary>A probability, which is multiplied by what the targets count together and divided by the temperature.</summary>
    public double LostByGradient(LossCoefficients u) => (double)u.Total * perLogit;
}
