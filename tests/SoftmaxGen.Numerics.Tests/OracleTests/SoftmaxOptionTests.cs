using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The options of a softmax head, as PyTorch defines them. The numbers were computed apart, with mpmath.</summary>
public class SoftmaxOptionTests
{
    private const double NegativeInfinity = double.NegativeInfinity;

    private static readonly HeadSettings Plain = new() { Classes = 3, IsDouble = true };

    private static readonly HeadSettings WeightedAndSmoothed = Plain with
    {
        LabelSmoothing = 0.1,
        ClassWeights = [0.2, 0.3, 0.5],
        IgnoreIndex = -100,
    };

    // The third row has another label than the others: it is ignored, whatever it holds.
    private static readonly double[] TwoRows = [1, 2, 3, 0.5, -1, 0];
    private static readonly double[] ThreeRows = [.. TwoRows, NegativeInfinity, double.NaN, NegativeInfinity];
    private static readonly int[] ThirdIgnored = [2, 0, -100];

    [Fact]
    public void No_option()
    {
        SoftmaxOracle oracle = new SoftmaxOracle(Plain).Load([1, 2, 3]);

        Equal([0.09003057317038046, 0.24472847105479764, 0.6652409557748219], Each(oracle.Probability));
        Equal([-2.40760596444438, -1.4076059644443804, -0.4076059644443803], Each(oracle.LogProbability));
        Equal([3.40760596444438], [oracle.LogSumExp()]);
        Equal([0.4076059644443803], [oracle.Loss(label: 2)]);
        Equal([0.09003057317038046, 0.24472847105479764, -0.3347590442251781], oracle.Gradient(label: 2));
    }

    [Fact]
    public void Temperature_divides_the_logits_and_the_gradient()
    {
        HeadSettings settings = Plain with { Temperature = 0.5 };
        SoftmaxOracle oracle = new SoftmaxOracle(settings).Load([1, 2, 3]);

        Equal([0.015876239976466765, 0.11731042782619837, 0.8668133321973349], Each(oracle.Probability));
        Equal([6.142931628499899], [oracle.LogSumExp()]);
        Equal([4.142931628499899], [oracle.Loss(label: 0)]);
        Equal([-1.9682475200470664, 0.23462085565239674, 1.7336266643946698], oracle.Gradient(label: 0));
        // p (g - sum of p g) is [0.1875, 0.875, -1.0625].
        Equal([0.375, 1.75, -2.125], oracle.SoftmaxGradient([0.25, 0.5, 0.25], [1, 2, -4]));
        Equal([Math.Log(4)], [oracle.LossFromProbabilities([0.25, 0.5, 0.25], label: 0)]);
    }

    [Fact]
    public void Mean_of_smoothed_and_weighted_labels_divides_by_the_weights_of_the_rows_that_count()
    {
        var batch = new SoftmaxBatchOracle(WeightedAndSmoothed);

        Equal([0.5322248742189798], [batch.Loss(ThreeRows, ThirdIgnored, Reduction.Mean)]);
        Equal([0.37255741195328584], [batch.Loss(ThreeRows, ThirdIgnored, Reduction.Sum)]);
        Equal(
            [
                .. (double[])[0.05264015766526269, 0.15469346810926504, -0.20733362577452774],
                .. (double[])[-0.10009923435697383, 0.022880503561060226, 0.0772187307959136],
                .. (double[])[0, 0, 0],
            ],
            batch.Gradient(ThreeRows, ThirdIgnored, Reduction.Mean)
        );
    }

    [Fact]
    public void Mean_of_smoothed_and_weighted_targets_divides_by_the_rows()
    {
        var batch = new SoftmaxBatchOracle(WeightedAndSmoothed);
        double[] targets = [0.25, 0.75, 0, 0.5, 0.25, 0.25];

        Equal([0.3971944793168022], [batch.Loss(TwoRows, targets, Reduction.Mean)]);
        Equal([0.3971944793168022 * 2], [batch.Loss(TwoRows, targets, Reduction.Sum)]);
    }

    [Fact]
    public void All_rows_ignored_have_no_mean()
    {
        var batch = new SoftmaxBatchOracle(WeightedAndSmoothed);
        int[] labels = [-100, -100];

        Equal([double.NaN], [batch.Loss(TwoRows, labels, Reduction.Mean)]);
        Equal([0], [batch.Loss(TwoRows, labels, Reduction.Sum)]);
        Equal([double.NaN], [batch.LossFromProbabilities(TwoRows, labels, Reduction.Mean)]);
        Equal(new double[6], batch.Gradient(TwoRows, labels, Reduction.Mean));
        Equal(new double[6], batch.Gradient(TwoRows, labels, Reduction.Sum));
    }

    [Fact]
    public void No_rows_have_no_mean()
    {
        var batch = new SoftmaxBatchOracle(Plain);

        Equal([double.NaN], [batch.Loss([], (int[])[], Reduction.Mean)]);
        Equal([double.NaN], [batch.Loss([], (double[])[], Reduction.Mean)]);
        Equal([0], [batch.Loss([], (int[])[], Reduction.Sum)]);
    }

    [Fact]
    public void Rows_of_weight_zero_count_but_divide_by_nothing()
    {
        var batch = new SoftmaxBatchOracle(Plain with { ClassWeights = [0, 1, 1] });

        Equal([double.NaN], [batch.Loss([1, 2, 3], [0], Reduction.Mean)]);
        Equal([0], [batch.Loss([1, 2, 3], [0], Reduction.Sum)]);
        Equal([double.NaN, double.NaN, double.NaN], batch.Gradient([1, 2, 3], [0], Reduction.Mean));
    }

    [Fact]
    public void Ignored_label_may_be_that_of_a_class()
    {
        var batch = new SoftmaxBatchOracle(Plain with { IgnoreIndex = 0 });

        Equal([0.4076059644443803], [batch.Loss(TwoRows, [2, 0], Reduction.Mean)]);
        Equal([Math.Log(4)], [batch.LossFromProbabilities([0.5, 0.25, 0.25, 0, 0, 0], [2, 0], Reduction.Mean)]);
    }

    [Fact]
    public void Masks_cost_nothing_where_nothing_is_expected()
    {
        SoftmaxOracle oracle = new SoftmaxOracle(Plain).Load([1, NegativeInfinity, 2]);

        Equal([0.2689414213699951, 0, 0.7310585786300049], Each(oracle.Probability));
        Equal([0.5632616875182228], [oracle.Loss([0.25, 0, 0.75])]);
        Equal([double.PositiveInfinity], [oracle.Loss(label: 1)]);
        Equal([0.2689414213699951, -1, 0.7310585786300049], oracle.Gradient(label: 1));

        var smoothed = new SoftmaxOracle(Plain with { LabelSmoothing = 0.1 });
        Equal([double.PositiveInfinity], [smoothed.Load([1, NegativeInfinity, 2]).Loss(label: 0)]);
        var weighted = new SoftmaxOracle(Plain with { ClassWeights = [1, 0, 1] });
        Equal([0], [weighted.Load([1, NegativeInfinity, 2]).Loss(label: 1)]);
        Equal([0, 0, 0], weighted.Load([1, NegativeInfinity, 2]).Gradient(label: 1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Row_with_NaN_or_infinity_is_NaN_everywhere(double special)
    {
        var settings = Plain with { ClassWeights = [1, 0, 1], FullyMaskedIsZero = true, IgnoreIndex = -1 };
        double[] logits = [NegativeInfinity, special, 1];
        SoftmaxOracle oracle = new SoftmaxOracle(settings).Load(logits);
        double[] threeNaN = [double.NaN, double.NaN, double.NaN];

        Equal(threeNaN, Each(oracle.Probability));
        Equal(threeNaN, Each(oracle.LogProbability));
        Equal(threeNaN, oracle.Gradient(label: 1));
        Equal(threeNaN, oracle.Gradient([0, 0, 0]));
        Equal(threeNaN, [oracle.LogSumExp(), oracle.Loss(label: 1), oracle.Loss([0, 0, 0])]);
        Equal([0], [oracle.Loss(label: -1)]);
        Equal([0, 0, 0], oracle.Gradient(label: -1));
    }

    [Fact]
    public void Fully_masked_row_is_NaN_or_zero()
    {
        double[] masks = [NegativeInfinity, NegativeInfinity, NegativeInfinity];
        SoftmaxOracle oracle = new SoftmaxOracle(Plain).Load(masks);
        double[] threeNaN = [double.NaN, double.NaN, double.NaN];
        Equal(threeNaN, Each(oracle.Probability));
        Equal(threeNaN, oracle.Gradient(label: 1));
        Equal([double.NaN, NegativeInfinity], [oracle.Loss(label: 1), oracle.LogSumExp()]);

        HeadSettings zero = Plain with { FullyMaskedIsZero = true };
        oracle = new SoftmaxOracle(zero).Load(masks);
        Equal([0, 0, 0], Each(oracle.Probability));
        Equal(masks, Each(oracle.LogProbability));
        Equal([0, 0, NegativeInfinity], [oracle.Loss(label: 1), oracle.Loss([1, 0, 0]), oracle.LogSumExp()]);
        Equal([0, 0, 0], oracle.Gradient([1, 0, 0]));

        // It still counts in the mean.
        double[] logits = [1, 2, 3, .. masks];
        Equal([0.4076059644443803 / 2], [new SoftmaxBatchOracle(zero).Loss(logits, [2, 0], Reduction.Mean)]);
    }

    [Fact]
    public void From_probabilities()
    {
        var oracle = new SoftmaxOracle(
            Plain with
            {
                ClassWeights = [0.5, 1, 2],
                LabelSmoothing = 0.25,
                Temperature = 3,
                IgnoreIndex = -1,
            }
        );
        Equal([0.9819585057932558], [oracle.LossFromProbabilities([0.25, 0.5, 0.125], label: 1)]);
        Equal([0.9819585057932558], [oracle.LossFromProbabilities([0.25, 0.5, 0.125], [0, 1, 0])]);
        Equal([double.PositiveInfinity], [oracle.LossFromProbabilities([0, 0.5, 0.125], label: 1)]);
        Equal([0], [oracle.LossFromProbabilities([0, 0.5, double.NaN], label: -1)]);

        var plain = new SoftmaxOracle(Plain);
        Equal([0], [plain.LossFromProbabilities([0, 1, double.NaN], label: 1)]);
        Equal([0], [plain.LossFromProbabilities([0, 1, -1], [0, 1, 0])]);
    }

    [Fact]
    public void Tiny_losses_and_gradients_keep_their_digits()
    {
        SoftmaxOracle oracle = new SoftmaxOracle(Plain).Load([0, 700, NegativeInfinity]);

        // e^-700, computed with mpmath.
        Equal([9.859676543759771e-305], [oracle.Loss(label: 1)]);
        Equal([9.859676543759771e-305, -9.859676543759771e-305, 0], oracle.Gradient(label: 1));
    }

    [Fact]
    public void Nothing_finite_overflows()
    {
        SoftmaxOracle oracle = new SoftmaxOracle(Plain).Load([double.MaxValue, -double.MaxValue, 0]);

        Equal([1, 0, 0], Each(oracle.Probability));
        Equal([double.MaxValue, double.MaxValue / 4], [oracle.LogSumExp(), oracle.Loss([1, 0.125, 0])]);
        // The exact loss is 2^1025, which no double can hold.
        Equal([double.PositiveInfinity], [oracle.Loss(label: 1)]);
        Assert.Equal(0, PreciseUlp.Error(double.PositiveInfinity, oracle.Loss(label: 1), isDouble: true));
    }

    private static ExactResult[] Each(Func<int, ExactResult> result) => [result(0), result(1), result(2)];

    private static void Equal(double[] expected, IEnumerable<ExactResult> actual) => ExactAssert.Near(expected, actual);
}
