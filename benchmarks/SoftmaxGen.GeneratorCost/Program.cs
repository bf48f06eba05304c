using System.Globalization;
using SoftmaxGen.GeneratorCost.Commands;

namespace SoftmaxGen.GeneratorCost;

/// <summary>The commands of the program.</summary>
internal static class Program
{
    private const string Usage = """
        usage:
          targets [generator]   what heads cost, beside what they may; generation also beside that assembly's generator
          cold [heads …]        generation of all heads: the first run of a process, and a fresh driver in a warm one
          keystroke [heads …]   one edit, beside an empty pipeline over the same attributes
          analyzers             analyzers on a file of 10,000 lines, beside empty ones
        Without a number of heads: 1, 100 and 1000.
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["targets"]:
                Targets.Run(otherGenerator: null);
                return 0;
            case ["targets", var otherGenerator]:
                Targets.Run(otherGenerator);
                return 0;
            case ["cold", .. var heads]:
                Cold.Run(HeadCounts.Parse(heads));
                return 0;
            case [Cold.FirstRun, var solution, var heads]:
                Cold.PrintFirstRun(solution, int.Parse(heads, CultureInfo.InvariantCulture));
                return 0;
            case ["keystroke", .. var heads]:
                Keystroke.Run(HeadCounts.Parse(heads));
                return 0;
            case ["analyzers"]:
                Commands.Analyzers.Run();
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
