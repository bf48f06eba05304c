namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// What each class counts in a cross-entropy: the loss is the sum of u_c (-lp_c), with u_c = w_c t'_c and
/// t' = (1 - ε) t + ε/C. The t of a label is one-hot.
/// </summary>
internal sealed class LossCoefficients
{
    private readonly DoubleDouble[] coefficients;

    private LossCoefficients(HeadSettings settings, Func<int, DoubleDouble> target)
    {
        DoubleDouble smoothing = settings.LabelSmoothing;
        coefficients = new DoubleDouble[settings.Classes];
        for (int c = 0; c < coefficients.Length; c++)
        {
            DoubleDouble smoothed = (1 - smoothing) * target(c) + smoothing / settings.Classes;
            coefficients[c] = settings.Weight(c) * smoothed;
            Total += coefficients[c];
        }
    }

    public static LossCoefficients Of(HeadSettings settings, int label) =>
        new(settings, c => c == label ? 1 : 0)
        {
            IsIgnored = label == settings.IgnoreIndex,
            IsOneClass = settings.LabelSmoothing == 0,
        };

    public static LossCoefficients Of(HeadSettings settings, double[] target) => new(settings, c => target[c]);

    /// <summary>Whether the row does not count: its loss and its gradient are 0 whatever it holds.</summary>
    public bool IsIgnored { get; private init; }

    /// <summary>Whether it is a label without smoothing, so that each result is measured by its own size.</summary>
    public bool IsOneClass { get; private init; }

    /// <summary>W, the sum of all u.</summary>
    public DoubleDouble Total { get; }

    public DoubleDouble this[int c] => coefficients[c];

    /// <summary>The sum of u_c (-lp_c), and of the magnitudes of these terms. A u of 0 adds 0, even where lp is -inf.</summary>
    public ExactResult Loss(Func<int, DoubleDouble> logProbability)
    {
        ExactResult loss = ExactResult.Zero;
        for (int c = 0; c < coefficients.Length; c++)
            if (!coefficients[c].IsZero)
                loss += ExactResult.Term(coefficients[c], -logProbability(c));
        return loss;
    }
}
