using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The options of a sigmoid head, as PyTorch defines them. The numbers were computed apart, with mpmath.</summary>
public class SigmoidOptionTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly double[] Logits = [2, -1, 0.5];
    private static readonly double[] Targets = [1, 0, 1];
    private static readonly SigmoidSettings Plain = new() { Outputs = 3, IsDouble = true };
    private static readonly SigmoidSettings Weighted = Plain with { PositiveWeights = [3, 1, 0.5] };
    private static readonly SigmoidSettings OneOutput = new() { Outputs = 1, IsDouble = true };

    [Fact]
    public void Probabilities()
    {
        double[] expected = [0.8807970779778824, 0.2689414213699951, 0.6224593312018546];
        Equal(expected, Logits.Select(x => SigmoidOracle.Probability(x)));
        Equal(
            [-0.1269280110429725, -1.3132616875182228, -0.4740769841801067],
            Logits.Select(x => SigmoidOracle.LogProbability(x))
        );
        Equal([0.1875, 0, 0], [.. ((double[])[0.25, 0, 1]).Select(p => SigmoidOracle.Derivative(p))]);
        Equal(
            [1, 0, double.NaN],
            [.. ((double[])[Infinity, -Infinity, double.NaN]).Select(x => SigmoidOracle.Probability(x))]
        );
        Equal([0, -Infinity], [.. ((double[])[Infinity, -Infinity]).Select(x => SigmoidOracle.LogProbability(x))]);
    }

    [Fact]
    public void Loss_and_gradient()
    {
        Equal([0.3047555609137673], [new SigmoidOracle(Plain).Loss(Logits, Targets)]);

        var oracle = new SigmoidOracle(Weighted);
        Equal([0.3103614042457312], [oracle.Loss(Logits, Targets)]);
        Equal([-0.11920292202211756, 0.08964714045666504, -0.0629234447996909], oracle.Gradient(Logits, Targets));
        var smoothed = new SigmoidOracle(Weighted with { LabelSmoothing = 0.25 });
        Equal([0.45549400716256905], [smoothed.Loss(Logits, Targets)]);
    }

    [Fact]
    public void Batches()
    {
        var oracle = new SigmoidOracle(Plain);
        double[] logits = [.. Logits, .. Logits];
        double[] targets = [.. Targets, .. Targets];

        Equal([0.3047555609137673], [oracle.BatchLoss(logits, targets, Reduction.Mean)]);
        Equal([0.3047555609137673 * 2], [oracle.BatchLoss(logits, targets, Reduction.Sum)]);
        Equal([double.NaN, 0], [oracle.BatchLoss([], [], Reduction.Mean), oracle.BatchLoss([], [], Reduction.Sum)]);
        ExactResult[] ofRows = [.. oracle.Gradient(Logits, Targets), .. oracle.Gradient(Logits, Targets)];
        Equal([.. ofRows.Select(g => (double)g.Value / 2)], oracle.BatchGradient(logits, targets, Reduction.Mean));
        Equal([.. ofRows.Select(g => (double)g.Value)], oracle.BatchGradient(logits, targets, Reduction.Sum));
    }

    [Fact]
    public void From_probabilities()
    {
        Equal([Math.Log(4) / 3], [new SigmoidOracle(Plain).LossFromProbabilities([0.5, 0, 0.5], Targets)]);

        var oracle = new SigmoidOracle(OneOutput);
        Equal([0], [oracle.LossFromProbabilities([1], [1])]);
        Equal([Infinity], [oracle.LossFromProbabilities([0], [1])]);
        Equal([Infinity], [oracle.LossFromProbabilities([1], [0])]);
        Equal([1e-300], [oracle.LossFromProbabilities([1e-300], [0])]);
        var smoothed = new SigmoidOracle(OneOutput with { LabelSmoothing = 0.1 });
        Equal([Infinity], [smoothed.LossFromProbabilities([1], [1])]);
    }

    [Theory]
    [InlineData(Infinity, 1, 0, 0)]
    [InlineData(Infinity, 0, Infinity, 1)]
    [InlineData(Infinity, 0.5, Infinity, 0.5)]
    [InlineData(-Infinity, 0, 0, 0)]
    [InlineData(-Infinity, 1, Infinity, -1)]
    [InlineData(double.NaN, 1, double.NaN, double.NaN)]
    [InlineData(double.MaxValue, 0, double.MaxValue, 1)]
    [InlineData(-double.MaxValue, 0, 0, 0)]
    public void Logits_at_the_limits(double logit, double target, double loss, double gradient)
    {
        var oracle = new SigmoidOracle(OneOutput);

        Equal([loss], [oracle.Loss([logit], [target])]);
        Equal([gradient], oracle.Gradient([logit], [target]));
    }

    [Fact]
    public void Weight_of_zero_keeps_a_NaN()
    {
        var oracle = new SigmoidOracle(OneOutput with { PositiveWeights = [0] });

        Equal([0], [oracle.Loss([-Infinity], [1])]);
        Equal([double.NaN], [oracle.Loss([double.NaN], [1])]);
        Equal([double.NaN], oracle.Gradient([double.NaN], [1]));
    }

    private static void Equal(double[] expected, IEnumerable<ExactResult> actual) => ExactAssert.Near(expected, actual);
}
