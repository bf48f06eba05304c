namespace SoftmaxGen.Numerics.Tests;

/// <summary>The few double-precision pieces whose plain form would lose digits.</summary>
internal static class PreciseMath
{
    /// <summary>
    /// log(1 + x) for x >= 0, within a few ULP of double. The quotient cancels the rounding of 1 + x;
    /// double.LogP1 does not, and returns 0 for small x.
    /// </summary>
    public static double Log1P(double x)
    {
        double rounded = 1 + x;
        return rounded == 1 || double.IsInfinity(x) ? x : Math.Log(rounded) * (x / (rounded - 1));
    }
}

/// <summary>Neumaier's compensated sum: its error does not grow with the number of terms.</summary>
internal struct NeumaierSum
{
    private double sum;
    private double lost;

    public readonly double Value => double.IsFinite(sum) ? sum + lost : sum;

    public void Add(double term)
    {
        double next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }
}
