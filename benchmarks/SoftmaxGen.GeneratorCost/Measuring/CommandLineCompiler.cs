using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SoftmaxGen.Generators;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>
/// The compiler of the SDK with our generator, in a new process each time, as a build without a compiler server runs it.
/// </summary>
internal sealed class CommandLineCompiler : IDisposable
{
    /// <summary>The environment variable that names the file for the processor time.</summary>
    public const string ProcessorTimeFile = "GENERATOR_COST_PROCESSOR_TIME_FILE";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("GeneratorCost");

    private string Assembly => Path.Combine(directory.FullName, "Heads.dll");

    private string ProcessorTime => Path.Combine(directory.FullName, "time.txt");

    /// <summary>Compiles the files, which are written before anything is measured.</summary>
    public CompilerRun Compile(IEnumerable<string> files)
    {
        var sources = files.Select(Write);
        var responses = Path.Combine(directory.FullName, "arguments.rsp");
        File.WriteAllLines(responses, [.. Options(), .. sources.Select(Quoted)]);
        var start = new ProcessStartInfo("dotnet", ["exec", Metadata("Compiler"), "/noconfig", "@" + responses])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(CommandLineCompiler).Assembly.Location,
                [ProcessorTimeFile] = ProcessorTime,
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? new(
                double.Parse(File.ReadAllText(ProcessorTime), CultureInfo.InvariantCulture),
                new FileInfo(Assembly).Length
            )
            : throw new InvalidOperationException("The compiler failed.\n" + output);
    }

    public void Dispose() => directory.Delete(recursive: true);

    private string Write(string text, int number)
    {
        var path = Path.Combine(directory.FullName, string.Create(CultureInfo.InvariantCulture, $"Source{number}.cs"));
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Those of a release build, with warnings as errors. Assemblies built for an older framework are none.</summary>
    private IEnumerable<string> Options() =>
        [
            "/nologo",
            "/nostdlib+",
            "/target:library",
            "/optimize+",
            "/debug:portable",
            "/deterministic+",
            "/nullable:enable",
            "/warnaserror+",
            "/nowarn:1701,1702",
            "/langversion:latest",
            Quoted("/out:", Assembly),
            Quoted("/analyzer:", typeof(SoftmaxHeadGenerator).Assembly.Location),
            Quoted("/reference:", Path.Combine(AppContext.BaseDirectory, "SoftmaxGen.dll")),
            .. Directory.GetFiles(Metadata("FrameworkReferences"), "*.dll").Select(path => Quoted("/reference:", path)),
        ];

    private static string Quoted(string path) => Quoted("", path);

    private static string Quoted(string option, string path) => $"{option}\"{path}\"";

    private static string Metadata(string key) =>
        typeof(CommandLineCompiler)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}

/// <summary>What one compilation took, and the size of what it made.</summary>
internal readonly record struct CompilerRun(double ProcessorSeconds, long AssemblyBytes);
