using System.Text.Json;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The suite in child processes that may use fewer instruction sets than this machine has.</summary>
public class TierTests
{
    [Fact]
    public async Task Tiers_with_fused_multiply_add_give_the_same_bits()
    {
        NumericReport[] reports = await Task.WhenAll(Run(null), Run("DOTNET_EnableAVX512"));
        Assert.All(reports, report => Assert.True(report.FailureCount == 0, report.Text()));
        Assert.Equal(reports[0].Digest, reports[1].Digest);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Tiers_without_it_meet_the_bounds(string disabled)
    {
        NumericReport report = await Run(disabled);
        Assert.True(report.FailureCount == 0, report.Text());
    }

    private static async Task<NumericReport> Run(string? disabled) =>
        JsonSerializer.Deserialize<NumericReport>(await ChildProcess.Run("check-tier", disabled), Tier.Json)!;
}
