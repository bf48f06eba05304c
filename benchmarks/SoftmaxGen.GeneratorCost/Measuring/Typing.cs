using Microsoft.CodeAnalysis;
using SoftmaxGen.GeneratorCost.Sources;
using SoftmaxGen.Generators;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>
/// One edit again and again, which changes no head: for our generator, and for those that ask the compiler for the same heads
/// and do nothing with them.
/// </summary>
internal sealed record Typing(Sample[] Ours, Sample[] Empty, Sample[] EmptyFiles)
{
    private const string Softmax = "SoftmaxGen.SoftmaxHeadAttribute";
    private const string Sigmoid = "SoftmaxGen.SigmoidHeadAttribute";

    public static Typing Measure(Edit edit)
    {
        var solution = new Solution(edit.Files);
        ExpectAllCached(solution, edit.File);
        var samples = Contenders.Measure(
            warmUps: edit.Heads > 100 ? 20 : 60,
            rounds: edit.Heads > 100 ? 60 : 120,
            Editing(new SoftmaxHeadGenerator()),
            Editing(new EmptyGenerator(Softmax, Sigmoid)),
            Editing(new EmptyGenerator(Softmax, Sigmoid) { WritesFiles = true })
        );
        return new(samples[0], samples[1], samples[2]);

        Func<Action> Editing(IIncrementalGenerator generator)
        {
            var driver = Drivers.Create(generator, solution.Compilation).RunGenerators(solution.Compilation);
            return () =>
            {
                var edited = solution.Type(edit.File);
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
