using System.Diagnostics;
using System.Globalization;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>What it costs until the files of all heads are written.</summary>
internal static class Cold
{
    public const string FirstRun = "first-run";

    private const int Processes = 3;
    private const int Rounds = 3;

    private static readonly Dictionary<string, Func<int, string>> Solutions = new()
    {
        ["plain"] = PlainHeads.Declare,
        ["mixed"] = MixedHeads.Declare,
    };

    public static void Run(int[] headCounts)
    {
        Console.WriteLine("Generation of all heads in processor ms: median (lower–upper quartile)");
        var table = new TextTable(
            "heads",
            "solution",
            "emitted MB",
            "first in its process",
            "fresh driver, warm",
            "warm, per head"
        );
        foreach (var name in Solutions.Keys)
        {
            foreach (var heads in headCounts)
            {
                Measure(table, name, heads);
            }
        }

        table.Print();
    }

    /// <summary>Prints what a process takes that has compiled nothing of the generator yet.</summary>
    public static void PrintFirstRun(string solution, int heads)
    {
        var compilation = Create(solution, heads).Compilation;
        var sample = Sample.Of(() => Drivers.Generate(compilation));
        Console.WriteLine(sample.ProcessorSeconds.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void Measure(TextTable table, string name, int heads)
    {
        var first = Spread.Of(Enumerable.Range(0, Processes).Select(_ => 1e3 * SecondsInProcess(name, heads)));
        var solution = Create(name, heads);
        var samples = Contenders.Measure(WarmUpsOf(heads), Rounds, () => () => Drivers.Generate(solution.Reload()));
        var warm = Contenders.Milliseconds(samples[0]);
        table.Add(
            TextTable.Cell(heads, "F0"),
            name,
            TextTable.Cell(Drivers.EmittedCharacters(Drivers.Generate(solution.Reload())) / 1e6, "F1"),
            first.Format("F0"),
            warm.Format("F1"),
            TextTable.Cell(warm.Median / heads, "F2")
        );
    }

    private static Solution Create(string name, int heads) => new(SourceFiles.OneForEachHead(heads, Solutions[name]));

    private static double SecondsInProcess(string solution, int heads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Where the runtime was started with the program as its argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Cold).Assembly.Location);
        }

        start.ArgumentList.Add(FirstRun);
        start.ArgumentList.Add(solution);
        start.ArgumentList.Add(heads.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The process that measures failed.");
    }

    /// <summary>Until the runtime compiles nothing more: thousands of heads, hundreds where they are alone.</summary>
    private static int WarmUpsOf(int heads) => Math.Clamp(3000 / heads, 5, 300);
}
