using System.Runtime.Intrinsics;
using System.Text.Json;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The suite in child processes that may use fewer instruction sets than this machine has.</summary>
public class TierTests
{
    [Fact]
    public async Task Tiers_with_fused_multiply_add_give_the_same_bits()
    {
        // One after the other: each has all heads to check, and other tests run meanwhile.
        NumericReport widest = await Run(null);
        Assert.True(widest.FailureCount == 0, widest.Text());
        foreach (string tier in Narrower)
        {
            NumericReport narrower = await Run(tier);
            Assert.True(narrower.FailureCount == 0, narrower.Text());
            Assert.Equal(widest.Digest, narrower.Digest);
        }
    }

    // Without AVX-512 there is nothing to take away.
    private static string[] Narrower =>
        Vector512.IsHardwareAccelerated
            ? [ChildProcess.WithoutAvx512, ChildProcess.WithVectors128Only]
            : [ChildProcess.WithVectors128Only];

    internal static async Task<NumericReport> Run(string? tier) =>
        JsonSerializer.Deserialize<NumericReport>(await ChildProcess.Run("check-tier", tier), Tier.Json)!;
}

/// <summary>The same without fused multiply-add: beside the others, since each takes its time.</summary>
public class TierWithoutFusedTests
{
    [Theory]
    [InlineData(ChildProcess.WithoutFusedMultiplyAdd)]
    [InlineData(ChildProcess.WithoutVectors)]
    public async Task Tiers_without_it_meet_the_bounds(string tier)
    {
        NumericReport report = await TierTests.Run(tier);
        Assert.True(report.FailureCount == 0, report.Text());
    }
}
