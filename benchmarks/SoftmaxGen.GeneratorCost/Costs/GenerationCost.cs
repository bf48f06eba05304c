using Microsoft.CodeAnalysis;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;
using SoftmaxGen.Generators;

namespace SoftmaxGen.GeneratorCost.Costs;

/// <summary>How much is written for many heads, and how long that takes once the runtime compiles nothing more.</summary>
internal static class GenerationCost
{
    private const int Heads = 1000;

    /// <param name="table">What the costs are added to.</param>
    /// <param name="other">The path of another generator to take turns with, or nothing.</param>
    public static void Measure(TargetTable table, string? other)
    {
        var heads = $"{Heads} heads of {PlainHeads.ClassCounts.Length} plans";
        var solution = new Solution(SourceFiles.OneForEachHead(Heads, PlainHeads.Declare));
        List<Func<IIncrementalGenerator>> generators = [() => new SoftmaxHeadGenerator()];
        if (other is not null)
        {
            generators.Add(OtherGenerator.Load(other));
        }

        double[] megabytes = [.. generators.Select(generator => MegabytesOf(solution, generator()))];
        var samples = Contenders.Measure(warmUps: 3, rounds: 5, [.. generators.Select(Generating)]);
        table.Add($"{heads}: text", "MB", megabytes[0], "F1", 38);
        table.Add($"{heads}: generation, warm", "CPU s", Contenders.Seconds(samples[0]).Median, "F2", 0.9);
        if (other is not null)
        {
            var ratio = Contenders.Ratio(samples[0], samples[1]);
            table.Add($"{heads}: text, of the other generator's", "ratio", megabytes[0] / megabytes[1], "F3");
            table.Add($"{heads}: generation, of the other generator's", "ratio", ratio, "F3", 0.2);
        }

        Func<Action> Generating(Func<IIncrementalGenerator> generator) =>
            () =>
            {
                var compilation = solution.Reload();
                return () => Drivers.Generate(compilation, generator());
            };
    }

    private static double MegabytesOf(Solution solution, IIncrementalGenerator generator) =>
        Drivers.EmittedCharacters(Drivers.Generate(solution.Reload(), generator)) / 1e6;
}
