using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Without options the oracle of all options gives what <see cref="RowOracle"/> gives in double precision.</summary>
public class OracleAgreementTests
{
    // In ULP of a float; what RowOracle states of itself.
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(130)]
    public void Rows_of_every_family(int classes)
    {
        var before = new RowOracle(classes);
        var oracle = new SoftmaxOracle(new HeadSettings { Classes = classes });
        foreach (Row row in RowData.Rows(classes, perFamily: 5))
        {
            var random = new SeededRandom(37, classes, row.Index);
            var target = new float[classes];
            Targets.Fill(random, row.Logits, target);
            int label = random.Below(classes);
            before.Load(row.Logits);
            oracle.Load(Widen(row.Logits));

            ExactResult[] ofLabel = oracle.Gradient(label);
            ExactResult[] ofTarget = oracle.Gradient(Widen(target));
            double total = RowOracle.Total(target);
            for (int i = 0; i < classes; i++)
            {
                Same(before.Probability(i), oracle.Probability(i));
                Same(before.LogProbability(i), oracle.LogProbability(i));
                Same(before.Gradient(i, label), ofLabel[i]);
                (double value, double sizeBefore) = before.Gradient(i, target, total);
                Same(value, ofTarget[i]);
                SameSize(sizeBefore, ofTarget[i]);
            }
            Same(before.LogSumExp, oracle.LogSumExp());
            SameSize(before.LogSumExpSize, oracle.LogSumExp());
            Same(before.Loss(label), oracle.Loss(label));
            (double loss, double size) = before.Loss(target);
            Same(loss, oracle.Loss(Widen(target)));
            SameSize(size, oracle.Loss(Widen(target)));

            void Same(double value, ExactResult exact)
            {
                // The oracle has no range: what a float cannot hold is infinite before, or not.
                if (!(Math.Abs(value) < float.MaxValue))
                    Assert.False((double)DoubleDouble.Abs(exact.Value) < float.MaxValue, $"{row}");
                else
                    Assert.True(Error(value, exact) <= Tolerance, $"{value:R}, not {exact.Value}: {row}");
            }

            void SameSize(double value, ExactResult exact) => Same(value, ExactResult.OfOwnSize(exact.Size));
        }
    }

    private static double Error(double value, ExactResult exact) => PreciseUlp.Error(value, exact, isDouble: false);

    private static double[] Widen(float[] values) => [.. values.Select(value => (double)value)];
}
