using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Costs;

/// <summary>What heads cost in the user's compiler, and in what it makes.</summary>
internal static class CompilerCost
{
    private const int Rounds = 5;

    public static void Measure(TargetTable table)
    {
        using var compiler = new CommandLineCompiler();
        int[] headCounts = [0, 1, 2, 20, 100];
        var runs = headCounts.ToDictionary(heads => heads, _ => new List<CompilerRun>());
        // The first round fills the caches of the file system.
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var heads in headCounts)
            {
                var run = compiler.Compile(SourceFiles.HeadsAlone(Enumerable.Range(0, heads).Select(Declare)));
                if (round >= 0)
                {
                    runs[heads].Add(run);
                }
            }
        }

        table.Add("compiler, without a head", "CPU s", Seconds(runs[0]), "F2");
        table.Add("compiler, 1 head of 4 classes", "CPU s", Seconds(runs[1]), "F2");
        table.Add("compiler, 2 heads of 4 and 10 classes", "CPU s", Seconds(runs[2]), "F2");
        table.Add("compiler, 20 heads, half 4 and half 10 classes", "CPU s", Seconds(runs[20]), "F2");
        table.Add("compiler, 100 heads, half 4 and half 10 classes", "CPU s", Seconds(runs[100]), "F2", 6);
        table.Add(
            "compiler, one more head of a known plan",
            "CPU s",
            SecondsOfOneMore(runs[20], runs[100]),
            "F3",
            0.05
        );
        table.Add("assembly, the first head", "KB", Kilobytes(runs[0], runs[1]), "F1");
        table.Add("assembly, the first head of a further plan", "KB", Kilobytes(runs[1], runs[2]), "F1");
        table.Add("assembly, one more head of a known plan", "KB", Kilobytes(runs[20], runs[100]) / 80, "F1");
    }

    /// <summary>Heads of two plans take turns.</summary>
    private static string Declare(int number) => PlainHeads.Floats(number, number % 2 == 0 ? 4 : 10);

    private static double Seconds(List<CompilerRun> runs) => Spread.Of(runs.Select(run => run.ProcessorSeconds)).Median;

    /// <summary>Of 20 and 100 heads of the same plans, compiled in the same round.</summary>
    private static double SecondsOfOneMore(List<CompilerRun> of20, List<CompilerRun> of100) =>
        Spread.Of(of100.Zip(of20, (more, less) => (more.ProcessorSeconds - less.ProcessorSeconds) / 80)).Median;

    /// <summary>What an assembly is larger by. Every run makes the same one.</summary>
    private static double Kilobytes(List<CompilerRun> less, List<CompilerRun> more) =>
        (more[0].AssemblyBytes - less[0].AssemblyBytes) / 1e3;
}
