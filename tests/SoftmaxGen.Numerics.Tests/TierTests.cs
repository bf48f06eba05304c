using System.Diagnostics;
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

    private static async Task<NumericReport> Run(string? disabled)
    {
        var start = new ProcessStartInfo(DotnetHost(), ["exec", typeof(TierTests).Assembly.Location, "check-tier"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (disabled is not null)
            start.Environment[disabled] = "0";

        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<NumericReport>(output, Tier.Json)!;
    }

    // The runtime that runs this process also starts the child.
    private static string DotnetHost()
    {
        string shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Path.GetFullPath(
            Path.Combine(shared, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
    }
}
