using System.Diagnostics;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>This assembly once more, in a process that may use fewer instruction sets than the machine has.</summary>
internal static class ChildProcess
{
    /// <summary>Settings of the environment, as <c>NAME=VALUE</c>, that take instruction sets away; null: all of them.</summary>
    public const string WithoutAvx512 = "DOTNET_EnableAVX512=0";
    public const string WithVectors128Only = "DOTNET_PreferredVectorBitWidth=128";
    public const string WithoutFusedMultiplyAdd = "DOTNET_EnableAVX2=0";
    public const string WithoutAvx = "DOTNET_EnableAVX=0";
    public const string WithoutVectors = "DOTNET_EnableHWIntrinsic=0";

    public static async Task<string> Run(string mode, string? tier, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(DotnetHost(), ["exec", typeof(ChildProcess).Assembly.Location, mode])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (tier?.Split('=') is [var variable, var setting])
            start.Environment[variable] = setting;
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;

        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, await errors);
        return output;
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
