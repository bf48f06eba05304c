using System.Diagnostics;

namespace SoftmaxGen.Benchmarks;

/// <summary>This program once more, with the same environment.</summary>
internal static class ChildProcess
{
    /// <returns>What the child printed.</returns>
    /// <exception cref="InvalidOperationException">The child failed; the message is what it wrote.</exception>
    public static string Run(IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var program = Environment.ProcessPath!;
        // Started as `dotnet SoftmaxGen.Benchmarks.dll`, the process is the host and wants the assembly first.
        string[] assembly =
            Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. assembly, ChildModes.Name, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output : throw new InvalidOperationException(errors.Result.Trim());
    }
}
