using System.Diagnostics;
using System.Globalization;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>How long it takes until the files of all heads are written.</summary>
internal static class Cold
{
    public const string FirstRun = "first-run";

    private const int Processes = 3;
    private const int Rounds = 5;

    public static void Run(int[] headCounts)
    {
        Console.WriteLine("Generation of all heads in ms: median (lower–upper quartile)");
        var table = new TextTable(
            "heads",
            "emitted MB",
            "first in its process",
            "fresh driver, warm",
            "warm, per head"
        );
        foreach (var heads in headCounts)
        {
            var first = Spread.Of(Enumerable.Range(0, Processes).Select(_ => MeasureInProcess(heads)));
            var solution = new Solution(SourceFiles.OneForEachHead(heads));
            var samples = Contenders.Measure(WarmUpsOf(heads), Rounds, () => () => Drivers.Generate(solution.Reload()));
            var warm = Contenders.Milliseconds(samples[0]);
            table.Add(
                TextTable.Cell(heads, "F0"),
                TextTable.Cell(EmittedBytes(solution) / 1e6, "F1"),
                first.Format("F0"),
                warm.Format("F1"),
                TextTable.Cell(warm.Median / heads, "F2")
            );
        }

        table.Print();
    }

    /// <summary>Prints the time of a process that has compiled nothing of the generator yet.</summary>
    public static void PrintFirstRun(int heads)
    {
        var compilation = new Solution(SourceFiles.OneForEachHead(heads)).Compilation;
        var sample = Sample.Of(() => Drivers.Generate(compilation));
        Console.WriteLine(sample.Milliseconds.ToString("R", CultureInfo.InvariantCulture));
    }

    private static double MeasureInProcess(int heads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Where the runtime was started with the program as its argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Cold).Assembly.Location);
        }

        start.ArgumentList.Add(FirstRun);
        start.ArgumentList.Add(heads.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The process that measures failed.");
    }

    /// <summary>Until the runtime compiles nothing more: some hundred heads.</summary>
    private static int WarmUpsOf(int heads) => Math.Max(1, 300 / heads);

    private static long EmittedBytes(Solution solution) =>
        Drivers
            .ResultOf(Drivers.Generate(solution.Reload()))
            .GeneratedSources.Sum(file => (long)file.SourceText.Length);
}
