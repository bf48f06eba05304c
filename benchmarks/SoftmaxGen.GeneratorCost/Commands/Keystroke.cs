using Microsoft.CodeAnalysis;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;
using SoftmaxGen.Generators;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>
/// How long the generator takes after one edit that changes no head, beside a generator that asks the compiler for the same heads
/// and does nothing with them.
/// </summary>
internal static class Keystroke
{
    private const string Softmax = "SoftmaxGen.SoftmaxHeadAttribute";
    private const string Sigmoid = "SoftmaxGen.SigmoidHeadAttribute";

    public static void Run(int[] headCounts)
    {
        Console.WriteLine("One keystroke: median (lower–upper quartile); ratios are of the same round");
        var table = new TextTable(
            "heads",
            "edited file",
            "ours ms",
            "empty ms",
            "ours / empty",
            "ours / empty files",
            "ours kB",
            "empty kB"
        );
        foreach (var heads in headCounts)
        {
            Measure(table, heads, "without a head", SourceFiles.OneForEachHead(heads), file: heads);
            Measure(table, heads, "of one head", SourceFiles.OneForEachHead(heads), file: 0);
        }

        foreach (var heads in headCounts.Where(heads => heads > 1))
        {
            Measure(table, heads, "without a head; all heads in another", SourceFiles.OneForAllHeads(heads), file: 1);
            Measure(table, heads, "of all heads", SourceFiles.OneForAllHeads(heads), file: 0);
        }

        table.Print();
    }

    private static void Measure(TextTable table, int heads, string edited, IEnumerable<string> files, int file)
    {
        var solution = new Solution(files);
        ExpectAllCached(solution, file);
        var samples = Contenders.Measure(
            warmUps: heads > 100 ? 20 : 60,
            rounds: heads > 100 ? 60 : 120,
            Editing(new SoftmaxHeadGenerator()),
            Editing(new EmptyGenerator(Softmax, Sigmoid)),
            Editing(new EmptyGenerator(Softmax, Sigmoid) { WritesFiles = true })
        );
        table.Add(
            TextTable.Cell(heads, "F0"),
            edited,
            Contenders.Milliseconds(samples[0]).Format("F2"),
            Contenders.Milliseconds(samples[1]).Format("F2"),
            Contenders.Ratio(samples[0], samples[1]).Format("F2"),
            Contenders.Ratio(samples[0], samples[2]).Format("F2"),
            TextTable.Cell(Contenders.Kilobytes(samples[0]).Median, "F0"),
            TextTable.Cell(Contenders.Kilobytes(samples[1]).Median, "F0")
        );

        Func<Action> Editing(IIncrementalGenerator generator)
        {
            var driver = Drivers.Create(generator, solution.Compilation).RunGenerators(solution.Compilation);
            return () =>
            {
                var edited = solution.Type(file);
                return () => driver = driver.RunGenerators(edited);
            };
        }
    }

    /// <summary>What is measured has to be a keystroke after which nothing is planned or written again.</summary>
    private static void ExpectAllCached(Solution solution, int file)
    {
        var driver = Drivers.Create(new SoftmaxHeadGenerator(), solution.Compilation, track: true);
        driver = driver.RunGenerators(solution.Compilation).RunGenerators(solution.Type(file));
        var result = Drivers.ResultOf(driver);
        var steps = result
            .TrackedSteps[TrackingNames.Plan]
            .Concat(result.TrackedSteps[TrackingNames.Emit])
            .Concat(result.TrackedOutputSteps.SelectMany(step => step.Value));
        if (steps.SelectMany(step => step.Outputs).Any(output => output.Reason != IncrementalStepRunReason.Cached))
        {
            throw new InvalidOperationException("A keystroke that changes no head has written one again.");
        }
    }
}
