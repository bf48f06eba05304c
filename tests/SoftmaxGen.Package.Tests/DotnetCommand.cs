using System.Diagnostics;

namespace SoftmaxGen.Package.Tests;

/// <summary>The dotnet command as a user calls it, without what the test run itself has set.</summary>
internal static class DotnetCommand
{
    private static readonly string[] PrefixesOfTestRun = ["MSBUILD", "VSTEST"];

    /// <summary>Runs to the end and returns what it printed; a failure is an exception with all of it.</summary>
    public static string Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}\n{errors.Result}");
    }

    private static bool IsOfTestRun(string name) =>
        PrefixesOfTestRun.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
