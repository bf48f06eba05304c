using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The oracle's gradients are those of its losses, for every combination of options.</summary>
public class OracleGradientTests
{
    private const double Tolerance = 1e-16;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(18)]
    public void Cross_entropy(int classes)
    {
        int checkedRows = 0;
        foreach (double temperature in (double[])[1, 0.1, 3, 1.0 / (1 << 20), 1 << 20])
        foreach (double smoothing in (double[])[0, 0.1, 0.999])
        foreach (bool isWeighted in (bool[])[false, true])
        foreach (int? ignoreIndex in (int?[])[null, -100, 1])
        foreach (bool isMasked in (bool[])[false, true])
        foreach (double spread in (double[])[1, 20, 300])
        {
            var random = new SeededRandom(17, classes, checkedRows);
            var settings = new HeadSettings
            {
                Classes = classes,
                Temperature = temperature,
                LabelSmoothing = smoothing,
                IgnoreIndex = ignoreIndex,
                ClassWeights = isWeighted || isMasked ? Elements(classes, () => random.Between(0, 3)) : null,
            };
            double[] logits = Elements(classes, () => random.Between(-spread, spread) * temperature);
            double[] target = Elements(classes, () => random.Below(3) == 0 ? 0 : random.Between(0, 1));
            int label = random.Below(classes);
            // A mask has a finite loss only where nothing is expected of its class.
            int mask = (label + 1) % classes;
            if (isMasked)
                (logits[mask], settings.ClassWeights![mask]) = (double.NegativeInfinity, 0);

            Check(settings, logits, LossCoefficients.Of(settings, label));
            Check(settings, logits, LossCoefficients.Of(settings, target));
            checkedRows += 2;
        }
        Assert.Equal(1080, checkedRows);
    }

    private static void Check(HeadSettings settings, double[] logits, LossCoefficients u)
    {
        const int Reduction = 3;
        var oracle = new SoftmaxOracle(settings);
        DoubleDouble[] expected = CentralDifference.Gradient(
            shifted => oracle.Load(shifted).Loss(u).Value * Reduction,
            logits,
            settings.Temperature
        );
        ExactResult[] actual = oracle.Load(logits).Gradient(u, Reduction);
        double largest = Reduction * Math.Max(1, (double)u.Total) / settings.Temperature;
        for (int i = 0; i < expected.Length; i++)
            Assert.True(
                (double)DoubleDouble.Abs(actual[i].Value - expected[i]) <= Tolerance * largest,
                $"{settings}: {(double)actual[i].Value:R}, not {(double)expected[i]:R}"
            );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Binary_cross_entropy(int outputs)
    {
        foreach (double smoothing in (double[])[0, 0.1, 0.999])
        foreach (bool isWeighted in (bool[])[false, true])
        foreach (double spread in (double[])[1, 20, 300])
            for (int i = 0; i < 20; i++)
            {
                var random = new SeededRandom(19, outputs, i);
                var oracle = new SigmoidOracle(
                    new SigmoidSettings
                    {
                        Outputs = outputs,
                        LabelSmoothing = smoothing,
                        PositiveWeights = isWeighted ? Elements(outputs, () => random.Between(0, 3)) : null,
                    }
                );
                double[] logits = Elements(outputs, () => random.Between(-spread, spread));
                double[] targets = Elements(outputs, () => random.OneOf(0.0, 1.0, random.Unit()));

                DoubleDouble[] expected = CentralDifference.Gradient(x => oracle.Loss(x, targets).Value, logits);
                ExactResult[] actual = oracle.Gradient(logits, targets);
                Assert.All(
                    actual.Zip(expected, (a, e) => (double)DoubleDouble.Abs(a.Value - e)),
                    error => Assert.InRange(error, 0, Tolerance)
                );
            }
    }

    [Fact]
    public void Softmax_with_upstream_gradients()
    {
        foreach (double temperature in (double[])[1, 0.1, 3])
            for (int classes = 2; classes < 20; classes++)
            {
                var random = new SeededRandom(23, classes);
                var oracle = new SoftmaxOracle(new HeadSettings { Classes = classes, Temperature = temperature });
                double[] logits = Elements(classes, () => random.Between(-5, 5));
                double[] upstream = Elements(classes, () => random.Between(-1, 1));
                int[] each = [.. Enumerable.Range(0, classes)];

                DoubleDouble[] expected = CentralDifference.Gradient(
                    shifted =>
                    {
                        oracle.Load(shifted);
                        return each.Aggregate(
                            (DoubleDouble)0,
                            (sum, i) => sum + oracle.Probability(i).Value * upstream[i]
                        );
                    },
                    logits,
                    temperature
                );
                // The probabilities are passed as doubles: they alone are wrong by 2^-53.
                double[] probabilities = [.. each.Select(i => (double)oracle.Load(logits).Probability(i).Value)];
                ExactResult[] actual = oracle.SoftmaxGradient(probabilities, upstream);
                Assert.All(
                    actual.Zip(expected, (a, e) => (double)DoubleDouble.Abs(a.Value - e)),
                    error => Assert.InRange(error, 0, 1e-15 / temperature)
                );
            }
    }

    private static double[] Elements(int count, Func<double> next) =>
        [.. Enumerable.Range(0, count).Select(_ => next())];
}
