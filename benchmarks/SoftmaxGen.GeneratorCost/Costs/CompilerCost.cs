using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Costs;

/// <summary>What heads cost in the user's compiler, and in what it makes.</summary>
internal static class CompilerCost
{
    private const int Rounds = 5;

    public static void Measure(TargetTable table)
    {
        var plans = PlainHeads.ClassCounts.Length;
        IEnumerable<string>[] solutions =
        [
            HeadsOfTwoPlans(0),
            HeadsOfTwoPlans(1),
            OneOfEachPlan(),
            HeadsOfTwoPlans(20),
            HeadsOfTwoPlans(100),
        ];
        var runs = Compile(solutions);
        var (none, one, all, twenty, hundred) = (runs[0], runs[1], runs[2], runs[3], runs[4]);

        table.Add("compiler, without a head", "CPU s", Seconds(none), "F2");
        table.Add("compiler, 1 head of 4 classes", "CPU s", Seconds(one), "F2");
        table.Add($"compiler, {plans} heads of {plans} plans", "CPU s", Seconds(all), "F2");
        table.Add("compiler, 20 heads, half 4 and half 10 classes", "CPU s", Seconds(twenty), "F2");
        table.Add("compiler, 100 heads, half 4 and half 10 classes", "CPU s", Seconds(hundred), "F2", 6);
        table.Add("compiler, the first head", "CPU s", MoreSeconds(none, one), "F2");
        table.Add("compiler, the first head of a further plan", "CPU s", MoreSeconds(one, all) / (plans - 1), "F2");
        table.Add("compiler, one more head of a known plan", "CPU s", MoreSeconds(twenty, hundred) / 80, "F3", 0.05);
        table.Add("assembly, the first head", "KB", MoreKilobytes(none, one), "F1");
        table.Add("assembly, the first head of a further plan", "KB", MoreKilobytes(one, all) / (plans - 1), "F1");
        table.Add("assembly, one more head of a known plan", "KB", MoreKilobytes(twenty, hundred) / 80, "F1");
    }

    private static List<CompilerRun>[] Compile(IEnumerable<string>[] solutions)
    {
        using var compiler = new CommandLineCompiler();
        List<CompilerRun>[] runs = [.. solutions.Select(_ => new List<CompilerRun>())];
        // The first round fills the caches of the file system.
        for (var round = -1; round < Rounds; round++)
        {
            for (var solution = 0; solution < solutions.Length; solution++)
            {
                var run = compiler.Compile(SourceFiles.HeadsAlone(solutions[solution]));
                if (round >= 0)
                {
                    runs[solution].Add(run);
                }
            }
        }

        return runs;
    }

    /// <summary>Heads of 4 and of 10 classes take turns.</summary>
    private static IEnumerable<string> HeadsOfTwoPlans(int heads) =>
        Enumerable.Range(0, heads).Select(number => PlainHeads.Floats(number, number % 2 == 0 ? 4 : 10));

    private static IEnumerable<string> OneOfEachPlan() =>
        PlainHeads.ClassCounts.Select((classes, number) => PlainHeads.Floats(number, classes));

    private static double Seconds(List<CompilerRun> runs) => Spread.Of(runs.Select(run => run.ProcessorSeconds)).Median;

    /// <summary>What a solution takes more than another one, which was compiled in the same round.</summary>
    private static double MoreSeconds(List<CompilerRun> less, List<CompilerRun> more) =>
        Spread.Of(more.Zip(less, (one, other) => one.ProcessorSeconds - other.ProcessorSeconds)).Median;

    /// <summary>What an assembly is larger by. Every run makes the same one.</summary>
    private static double MoreKilobytes(List<CompilerRun> less, List<CompilerRun> more) =>
        (more[0].AssemblyBytes - less[0].AssemblyBytes) / 1e3;
}
