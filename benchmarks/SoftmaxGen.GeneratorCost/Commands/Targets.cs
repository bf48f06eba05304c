using System.Runtime.InteropServices;
using SoftmaxGen.GeneratorCost.Costs;
using SoftmaxGen.GeneratorCost.Measuring;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>What heads cost a build and an editor, beside what they may.</summary>
internal static class Targets
{
    /// <param name="otherGenerator">The path of another generator to compare with, or nothing.</param>
    public static void Run(string? otherGenerator)
    {
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}; KB are 1000 bytes"
        );
        var table = new TargetTable();
        TextCost.Measure(table);
        CompilerCost.Measure(table);
        GenerationCost.Measure(table, otherGenerator);
        KeystrokeCost.Measure(table);
        table.Print();
    }
}
