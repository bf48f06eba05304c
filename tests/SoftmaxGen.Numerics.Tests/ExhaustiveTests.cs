using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The stated bounds of exp, log1p and log over every float of their range.</summary>
public class ExhaustiveTests
{
    // Half of ln 2, and what the rounding of the reduction may add.
    private const float ReducedLimit = 0.34661f;

    // Below this exp(r) rounds to 1 and log1p(u) to u.
    private const float Negligible = 1.4901161e-8f;
    private const float NegligibleLog = 5.9604645e-8f;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exp_is_within_1_ulp(bool negative)
    {
        (double ulp, float at) = Exhaustive.MaxError(
            EmittedFunctions.Exp,
            Math.Exp,
            Negligible,
            ReducedLimit,
            negative
        );
        Assert.True(ulp <= 1, $"{ulp} ULP at {at:R}");
    }

    [Fact]
    public void Exp_of_what_is_negligible_is_1() =>
        Assert.True(Exhaustive.AllEqual(EmittedFunctions.Exp, _ => 1f, 0f, Negligible));

    [Fact]
    public void Log1p_is_within_1_and_a_half_ulp()
    {
        (double ulp, float at) = Exhaustive.MaxError(EmittedFunctions.Log1P, PreciseMath.Log1P, NegligibleLog, 1 << 20);
        Assert.True(ulp <= 1.5, $"{ulp} ULP at {at:R}");
    }

    [Fact]
    public void Log1p_of_what_is_negligible_is_itself() =>
        Assert.True(Exhaustive.AllEqual(EmittedFunctions.Log1P, u => u, 0f, NegligibleLog));

    [Fact]
    public void Log_is_within_1_and_a_half_ulp()
    {
        // Larger arguments differ from these only by the exponent, and probabilities stop at 1.
        (double ulp, float at) = Exhaustive.MaxError(EmittedFunctions.Log, Math.Log, float.Epsilon, 4f);
        Assert.True(ulp <= 1.5, $"{ulp} ULP at {at:R}");
    }
}
