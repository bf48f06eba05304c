using System.Diagnostics;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>This assembly once more, in a process that may use fewer instruction sets than the machine has.</summary>
internal static class ChildProcess
{
    public static async Task<string> Run(string mode, string? disabled, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(DotnetHost(), ["exec", typeof(ChildProcess).Assembly.Location, mode])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (disabled is not null)
            start.Environment[disabled] = "0";
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
