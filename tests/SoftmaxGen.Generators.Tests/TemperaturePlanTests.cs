using System.Numerics;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The constants that divide logits by a temperature, against T ln 2 in exact integers.</summary>
public class TemperaturePlanTests
{
    /// <summary>Numbers are integers times 2^-Scale.</summary>
    private const int Scale = 1200;

    private static readonly BigInteger Ln2 = SumOfSeries();

    public static TheoryData<double> Temperatures =>
        [0.5, 2, 3, 0.1, 0.7, 1.5, 10, 1e-6, 1e6, 1.0 / 1048576, 1048576, 1.1, 1.0000001, 0.99999999, 255.99, 1 / 3.0];

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Floats_split_the_product_with_ln_2(double temperature)
    {
        var value = (double)(float)temperature;
        var plan = TemperaturePlan.Of(value, ElementType.Float);
        Assert.Equal(value, plan.Value);

        var product = Exact(value) * Ln2 >> Scale;
        var high = Leading(product, 24);
        Assert.Equal(high, Exact(plan.Ln2High));
        Assert.Equal(plan.Ln2High, (float)plan.Ln2High);
        AssertClose(product - high, plan.Ln2Low, 24);
        Assert.Equal(plan.Ln2Low, (float)plan.Ln2Low);
    }

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Doubles_split_the_product_with_ln_2(double temperature)
    {
        var plan = TemperaturePlan.Of(temperature, ElementType.Double);
        Assert.Equal(temperature, plan.Value);

        var product = Exact(temperature) * Ln2 >> Scale;
        var high = Leading(product, 53);
        Assert.Equal(high, Exact(plan.Ln2High));
        AssertClose(product - high, plan.Ln2Low, 53);
    }

    /// <summary>A multiple of up to 2^13 of a part of 40 bits is exact in double.</summary>
    [Theory]
    [MemberData(nameof(Temperatures))]
    public void A_part_has_multiples_that_are_not_rounded(double temperature)
    {
        foreach (var element in new[] { ElementType.Float, ElementType.Double })
        {
            var value = Rounding.To(element, temperature);
            var plan = TemperaturePlan.Of(value, element);
            var product = Exact(value) * Ln2 >> Scale;
            var shortened = Leading(product, 40);
            Assert.Equal(shortened, Exact(plan.Ln2Short));
            AssertClose(product - shortened, plan.Ln2Rest, 53);
        }
    }

    /// <summary>Powers of two lose nothing, and what is left of 1 / T is rounded once.</summary>
    [Theory]
    [InlineData(0.5, 2, 0.5, 4, 4, 1)]
    [InlineData(0.3, 1 / 0.3, 0.5, 2 / 0.3, 8, 1 / 0.3 / 4)]
    [InlineData(0.75, 1 / 0.75, 0.5, 2 / 0.75, 4, 1 / 0.75 / 2)]
    [InlineData(1.5, 1 / 1.5, 0.5, 2 / 1.5, 2, 1 / 1.5)]
    [InlineData(2, 0.5, 0.25, 2, 2, 0.5)]
    [InlineData(3, 1 / 3.0, 0.25, 4 / 3.0, 2, 1 / 3.0)]
    [InlineData(4, 0.25, 0.125, 2, 2, 0.25)]
    [InlineData(1 << 20, 1.0 / (1 << 20), 1.0 / (1 << 21), 2, 2, 1.0 / (1 << 20))]
    [InlineData(1.0 / (1 << 20), 1 << 20, 0.5, 1 << 21, 1 << 21, 1)]
    public void Scales_are_powers_of_two(
        double temperature,
        double inverse,
        double gapScale,
        double gapFactor,
        double probabilityScale,
        double upstreamScale
    )
    {
        var doubles = TemperaturePlan.Of(temperature, ElementType.Double);
        Assert.Equal(
            (inverse, gapScale, gapFactor, probabilityScale, upstreamScale),
            (doubles.Inverse, doubles.GapScale, doubles.GapFactor, doubles.ProbabilityScale, doubles.UpstreamScale)
        );

        var floats = TemperaturePlan.Of(temperature, ElementType.Float);
        Assert.Equal(
            (
                (double)(float)inverse,
                gapScale,
                (double)(float)gapFactor,
                probabilityScale,
                (double)(float)upstreamScale
            ),
            (floats.Inverse, floats.GapScale, floats.GapFactor, floats.ProbabilityScale, floats.UpstreamScale)
        );
    }

    /// <summary>Within a unit in the last place of so many bits.</summary>
    private static void AssertClose(BigInteger exact, double value, int bits)
    {
        var unit = exact.GetBitLength() - bits;
        Assert.InRange(BigInteger.Abs(exact - Exact(value)), 0, BigInteger.One << (int)unit);
    }

    private static BigInteger Leading(BigInteger value, int bits)
    {
        var dropped = (int)value.GetBitLength() - bits;
        return value >> dropped << dropped;
    }

    private static BigInteger Exact(double value)
    {
        var (significand, exponent) = (value, 0);
        while (significand != Math.Floor(significand))
        {
            (significand, exponent) = (significand * 2, exponent + 1);
        }

        return new BigInteger(significand) << (Scale - exponent);
    }

    /// <summary>ln 2 = 1/2 + 1/(2 4) + 1/(3 8) + ...</summary>
    private static BigInteger SumOfSeries()
    {
        var sum = BigInteger.Zero;
        for (var term = 1; term <= Scale; term++)
        {
            sum += (BigInteger.One << (Scale - term)) / term;
        }

        return sum;
    }
}
