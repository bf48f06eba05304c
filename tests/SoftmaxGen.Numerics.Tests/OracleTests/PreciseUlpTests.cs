using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The measure of errors, for both element types.</summary>
public class PreciseUlpTests
{
    [Theory]
    [InlineData(1.0, 2.220446049250313e-16, 1.1920928955078125e-07)]
    [InlineData(-1.9999, 2.220446049250313e-16, 1.1920928955078125e-07)]
    [InlineData(1e-40, 1.4916681462400413e-154, 1.401298464324817e-45, true)]
    [InlineData(3e-310, 5e-324, 1.401298464324817e-45)]
    [InlineData(0.0, 5e-324, 1.401298464324817e-45)]
    [InlineData(1e308, 1.99584030953472e+292, 2.028240960365167e31)]
    public void Unit_of_the_last_place(double size, double ofDouble, double ofFloat, bool onlyFloat = false)
    {
        if (!onlyFloat)
            Assert.Equal(ofDouble, (double)PreciseUlp.Of(size, isDouble: true));
        Assert.Equal(ofFloat, (double)PreciseUlp.Of(size, isDouble: false));
    }

    [Fact]
    public void Fractions_of_a_unit_are_seen_for_doubles()
    {
        DoubleDouble exact = 1 + (DoubleDouble)1e-20;

        // 1e-20 is 2^-66.4, the unit 2^-52.
        Assert.Equal(4.5036e-5, PreciseUlp.Error(1, exact, isDouble: true), 1e-9);
        Assert.Equal(1 - 4.5036e-5, PreciseUlp.Error(Math.BitIncrement(1.0), exact, isDouble: true), 1e-9);
    }

    [Fact]
    public void Errors_below_the_normal_range_are_multiples_of_the_smallest_number()
    {
        DoubleDouble exact = DoubleDoubleMath.Exp(-744.9);

        Assert.InRange(PreciseUlp.Error(5e-324, exact, isDouble: true), 0, 0.5);
        Assert.InRange(PreciseUlp.Error(0, exact, isDouble: true), 0.5, 1);
        Assert.InRange(PreciseUlp.Error(1e-323, exact, isDouble: true), 1, 1.5);
        Assert.Equal(0, PreciseUlp.Error(0, DoubleDoubleMath.Exp(-2000), isDouble: true), 1e-300);
    }

    [Fact]
    public void Results_beyond_the_range_must_be_infinite_and_others_must_not()
    {
        DoubleDouble largest = double.MaxValue;
        DoubleDouble beyond = largest + PreciseUlp.Of(largest, isDouble: true).ScaleB(-1);

        Assert.Equal(0, PreciseUlp.Error(double.PositiveInfinity, beyond, isDouble: true));
        Assert.Equal(0, PreciseUlp.Error(double.NegativeInfinity, -beyond, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(double.MaxValue, beyond, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(double.NegativeInfinity, beyond, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(double.PositiveInfinity, largest, isDouble: true));
        Assert.Equal(1, PreciseUlp.Error(Math.BitDecrement(double.MaxValue), largest, isDouble: true));
        Assert.Equal(0, PreciseUlp.Error(float.PositiveInfinity, 1e39, isDouble: false));
        Assert.Equal(0, PreciseUlp.Error(float.NegativeInfinity, double.NegativeInfinity, isDouble: false));
    }

    [Fact]
    public void NaN_is_wanted_or_it_is_not()
    {
        Assert.Equal(0, PreciseUlp.Error(double.NaN, DoubleDouble.NaN, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(0, DoubleDouble.NaN, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(double.NaN, 0, isDouble: true));
        Assert.Equal(double.PositiveInfinity, PreciseUlp.Error(double.NaN, double.NegativeInfinity, isDouble: true));
    }

    [Fact]
    public void Another_size_and_what_may_be_lost()
    {
        var exact = new ExactResult(1, Size: 8);

        Assert.Equal(0.25, PreciseUlp.Error(1 + Math.ScaleB(1, -51), exact, isDouble: true));
        Assert.Equal(0.125, PreciseUlp.Error(1 + Math.ScaleB(1, -51), exact, isDouble: true, Math.ScaleB(1, -52)));
    }

    [Fact]
    public void Floats_are_measured_as_before()
    {
        var random = new SeededRandom(31);
        for (int i = 0; i < 10_000; i++)
        {
            float actual = BitConverter.Int32BitsToSingle((int)random.Next());
            double exact = actual * (1 + random.Between(-1e-6, 1e-6));
            double size = exact * random.OneOf(1.0, 3.0, 100.0);
            double lost = random.OneOf(0.0, 1e-45);

            double error = PreciseUlp.Error(actual, new ExactResult(exact, Math.Abs(size)), isDouble: false, lost);

            double before = Ulp.Error(actual, exact, size, lost);
            Assert.True(error == before || Math.Abs(error - before) <= 1e-7 * before, $"{error:R}, not {before:R}");
        }
    }
}
