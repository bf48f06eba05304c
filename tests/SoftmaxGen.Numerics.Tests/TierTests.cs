using System.Runtime.Intrinsics;
using System.Text.Json;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The suite in child processes that may use fewer instruction sets than this machine has.</summary>
public class TierTests
{
    [Fact]
    public async Task Tiers_give_the_same_bits()
    {
        // One after the other: each has all heads to check, and other tests run meanwhile.
        TierReport widest = await Run(null);
        foreach (string tier in Narrower)
        {
            TierReport narrower = await Run(tier);
            Assert.Equal(widest.Floats.Digest, narrower.Floats.Digest);
            if (tier != ChildProcess.WithoutFusedMultiplyAdd)
                Assert.Equal(widest.Doubles.Digest, narrower.Doubles.Digest);
        }
    }

    // Without AVX-512 there is nothing to take away.
    private static string[] Narrower =>
        [
            .. Vector512.IsHardwareAccelerated ? new[] { ChildProcess.WithoutAvx512 } : [],
            ChildProcess.WithVectors128Only,
            ChildProcess.WithoutFusedMultiplyAdd,
        ];

    internal static async Task<TierReport> Run(string? tier)
    {
        var report = JsonSerializer.Deserialize<TierReport>(await ChildProcess.Run("check-tier", tier), Tier.Json)!;
        Assert.All(report.All, part => Assert.True(part.FailureCount == 0, part.Text()));
        return report;
    }
}

/// <summary>The same without vectors: beside the others, since each takes its time.</summary>
public class TierWithoutVectorsTests
{
    [Fact]
    public async Task It_meets_the_bounds() => await TierTests.Run(ChildProcess.WithoutVectors);
}
