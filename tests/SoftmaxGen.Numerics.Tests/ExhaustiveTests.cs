using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The stated bounds of exp, log1p and log over every float of their range.</summary>
public class ExhaustiveTests
{
    // Half of ln 2, and what the rounding of the reduction may add.
    private const float ReducedLimit = 0.34661f;

    private const float LargestArgument = 256f;
    private const float SmallestArgument = -256f - Coefficients.Reach;

    // Below this exp(r) rounds to 1 and log1p(u) to u.
    private const float Negligible = 1.4901161e-8f;
    private const float NegligibleLog = 5.9604645e-8f;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exp_of_a_reduced_argument_is_within_0_73_ulp(bool negative)
    {
        (double ulp, float at) = Exhaustive.MaxError(
            EmittedFunctions.Exp,
            Math.Exp,
            Negligible,
            ReducedLimit,
            negative
        );
        Assert.True(ulp <= 0.73, $"{ulp} ULP at {at:R}");
    }

    /// <summary>With the reduction, over all that a logit may be after the base is taken off. The reference has the kernels' bits.</summary>
    [Theory]
    [InlineData(false, LargestArgument)]
    [InlineData(true, -SmallestArgument)]
    public void Exp_is_within_1_ulp(bool negative, float limit)
    {
        (double ulp, float at) = Exhaustive.MaxError(
            (x, results) =>
            {
                for (int i = 0; i < x.Length; i++)
                    results[i] = PinnedMath.ExpScaled(x[i], PinnedMath.Halvings(x[i]));
            },
            x => Math.Exp(x - Math.Log(2) * PinnedMath.Halvings((float)x)) * Math.Pow(2, Coefficients.ScaleExponent),
            Negligible,
            limit,
            negative
        );
        Assert.True(ulp <= 1, $"{ulp} ULP at {at:R}");
    }

    [Fact]
    public void Exp_of_what_is_negligible_is_1() =>
        Assert.True(Exhaustive.AllEqual(EmittedFunctions.Exp, _ => 1f, 0f, Negligible));

    [Fact]
    public void Log1p_is_within_0_95_ulp()
    {
        (double ulp, float at) = Exhaustive.MaxError(EmittedFunctions.Log1P, PreciseMath.Log1P, NegligibleLog, 1 << 20);
        Assert.True(ulp <= 0.95, $"{ulp} ULP at {at:R}");
    }

    [Fact]
    public void Log1p_of_what_is_negligible_is_itself() =>
        Assert.True(Exhaustive.AllEqual(EmittedFunctions.Log1P, u => u, 0f, NegligibleLog));

    [Fact]
    public void Log_is_within_0_97_ulp()
    {
        (double ulp, float at) = Exhaustive.MaxError(EmittedFunctions.Log, Math.Log, float.Epsilon, float.MaxValue);
        Assert.True(ulp <= 0.97, $"{ulp} ULP at {at:R}");
    }
}
