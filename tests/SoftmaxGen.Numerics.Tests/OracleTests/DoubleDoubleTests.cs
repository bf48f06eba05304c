using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The numbers that the oracle computes with, against values that mpmath computed.</summary>
public class DoubleDoubleTests
{
    [Theory]
    [InlineData("add", -104)]
    [InlineData("multiply", -104)]
    [InlineData("divide", -104)]
    [InlineData("exp", -104)]
    [InlineData("log", -102)]
    [InlineData("log1p", -102)]
    [InlineData("softplus", -102)]
    public void Function_is_exact_to_about_a_hundred_bits(string function, int bound)
    {
        double worst = ReferenceValues
            .Read("functions.jsonl")
            .Where(item => item.GetProperty("function").GetString() == function)
            .Max(item => ReferenceValues.ErrorBits(Apply(function, item.Values("inputs")), item.Value("value")));

        Assert.True(worst <= bound, $"2^{worst}");
        // Not that no value was compared.
        Assert.True(worst > -120, $"2^{worst}");
    }

    private static DoubleDouble Apply(string function, DoubleDouble[] inputs) =>
        function switch
        {
            "add" => inputs[0] + inputs[1],
            "multiply" => inputs[0] * inputs[1],
            "divide" => inputs[0] / inputs[1],
            "exp" => DoubleDoubleMath.Exp(inputs[0]),
            "log" => DoubleDoubleMath.Log(DoubleDouble.Abs(inputs[0])),
            "log1p" => DoubleDoubleMath.Log1P(DoubleDouble.Abs(inputs[0])),
            _ => DoubleDoubleMath.Softplus(inputs[0]),
        };

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(5e-324)]
    [InlineData(-2.5e-310)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    [InlineData(0.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Double_converts_there_and_back(double value) => Assert.Equal(value, (double)(DoubleDouble)value);

    [Fact]
    public void Products_far_below_the_doubles_keep_their_digits()
    {
        DoubleDouble tiny = 5e-324;

        DoubleDouble product = tiny * 3 * tiny * tiny;

        Assert.Equal(3.0, (double)(product / tiny / tiny / tiny));
        Assert.Equal(0.0, (double)product);
        Assert.False(product.IsZero);
    }

    [Fact]
    public void Sums_of_two_doubles_keep_both()
    {
        DoubleDouble sum = (DoubleDouble)1 + 1e-20;

        Assert.Equal(1.0, (double)sum);
        Assert.Equal(1e-20, (double)(sum - 1));
        Assert.True((sum - sum).IsZero);
    }

    [Theory]
    [InlineData(1.0, 2.0)]
    [InlineData(-2.0, -1.0)]
    [InlineData(-1.0, 0.0)]
    [InlineData(0.0, 5e-324)]
    [InlineData(1e300, 1.0000000000000002e300)]
    [InlineData(double.NegativeInfinity, -1e300)]
    [InlineData(1e300, double.PositiveInfinity)]
    public void Smaller_and_larger(double small, double large)
    {
        Assert.True((DoubleDouble)small < large);
        Assert.True((DoubleDouble)large > small);
        Assert.False((DoubleDouble)large < small);
        Assert.False((DoubleDouble)small < small);
        Assert.Equal(large, (double)DoubleDouble.Max(small, large));
        Assert.Equal(large, (double)DoubleDouble.Max(large, small));
    }

    [Fact]
    public void Special_values_are_those_of_double()
    {
        double[] values = [0, 1, -2.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (double a in values)
        foreach (double b in values)
        {
            Assert.Equal(a + b, (double)((DoubleDouble)a + b));
            Assert.Equal(a - b, (double)((DoubleDouble)a - b));
            Assert.Equal(a * b, (double)((DoubleDouble)a * b));
            Assert.Equal(a / b, (double)((DoubleDouble)a / b));
            Assert.Equal(a < b, (DoubleDouble)a < b);
            Assert.Equal(Math.Max(a, b), (double)DoubleDouble.Max(a, b));
        }
        foreach (double x in values.Where(x => x != 1 && x != -2.5))
        {
            Assert.Equal(Math.Exp(x), (double)DoubleDoubleMath.Exp(x));
            Assert.Equal(Math.Log(x), (double)DoubleDoubleMath.Log(x));
        }
        Assert.Equal(0.0, (double)DoubleDoubleMath.Log(1));
        Assert.Equal(double.NaN, (double)DoubleDoubleMath.Log(-5e-324));
        Assert.Equal(double.NegativeInfinity, (double)DoubleDoubleMath.Log1P(-1));
        Assert.Equal(double.NaN, (double)DoubleDoubleMath.Log1P(-1.5));
        Assert.Equal(double.PositiveInfinity, (double)DoubleDoubleMath.Softplus(double.PositiveInfinity));
        Assert.Equal(0.0, (double)DoubleDoubleMath.Softplus(double.NegativeInfinity));
        Assert.Equal(double.NaN, (double)DoubleDoubleMath.Softplus(double.NaN));
    }
}
