using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace SoftmaxGen.Benchmarks;

/// <summary>The C++ peers, compiled for this machine by g++ when the program starts.</summary>
/// <param name="Library">The path of the library, or null where it could not be built.</param>
/// <param name="Status">One line about the compiler.</param>
internal sealed record NativeBuild(string? Library, string Status)
{
    private const string Compiler = "g++";

    private static readonly string[] FastMath = ["-ffast-math"];
    private static readonly string[] Options = ["-std=c++17", "-O3", "-march=native", "-fPIC", "-fvisibility=hidden"];

    // The limits are compiled to the letter: fast math would take the rounding constant of their exp apart.
    private static readonly (string Name, bool FastMath)[] Units =
    [
        ("library_exp", true),
        ("polynomial_exp", true),
        ("row_parallel", true),
        ("limits", false),
        ("peers", false),
    ];

    /// <summary>Compiles what has not been compiled for this machine before.</summary>
    public static NativeBuild Run()
    {
        try
        {
            var version = Output("--version").Split('\n')[0].Trim();
            var sources = Path.Combine(AppContext.BaseDirectory, "native");
            var directory = Path.Combine(sources, Key(sources, version));
            var library = Path.Combine(directory, "libpeers" + (OperatingSystem.IsWindows() ? ".dll" : ".so"));
            if (!File.Exists(library))
            {
                Directory.CreateDirectory(directory);
                Compile(sources, directory);
                Link(directory, library);
            }
            return new NativeBuild(library, version);
        }
        catch (Win32Exception)
        {
            return LeftOut($"no {Compiler}");
        }
        catch (AggregateException failures)
        {
            return LeftOut(failures.InnerExceptions[0].Message);
        }
        catch (InvalidOperationException failure)
        {
            return LeftOut(failure.Message);
        }
    }

    private static NativeBuild LeftOut(string reason) => new(null, $"{reason}: the columns of C++ are left out");

    private static void Compile(string sources, string directory) =>
        Parallel.ForEach(
            Units,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            unit =>
                Output([
                    .. Options,
                    .. unit.FastMath ? FastMath : [],
                    "-c",
                    Path.Combine(sources, unit.Name + ".cpp"),
                    "-o",
                    Path.Combine(directory, unit.Name + ".o"),
                ])
        );

    // Without -ffast-math: the linker would add crtfastmath.o, which flushes subnormal numbers to zero in the whole
    // process, in .NET code too.
    private static void Link(string directory, string library)
    {
        var objects = Units.Select(unit => Path.Combine(directory, unit.Name + ".o"));
        var unfinished = library + ".unfinished";
        Output(["-shared", .. objects, "-o", unfinished]);
        File.Move(unfinished, library);
    }

    /// <summary>Changes with the sources, the compiler, and what -march=native means here.</summary>
    private static string Key(string sources, string version)
    {
        var text = new StringBuilder(version).AppendJoin(' ', Options).AppendJoin(' ', Units);
        foreach (var file in Directory.GetFiles(sources).Order(StringComparer.Ordinal))
            text.Append(File.ReadAllText(file));
        text.Append(Output("-march=native", "-Q", "--help=target"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Output(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{Compiler} failed ({FirstError(errors.Result)})");
    }

    private static string FirstError(string messages)
    {
        var lines = messages.Split('\n', StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? lines[0];
    }
}
