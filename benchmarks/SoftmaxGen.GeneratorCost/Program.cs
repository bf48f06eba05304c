using SoftmaxGen.GeneratorCost.Commands;

namespace SoftmaxGen.GeneratorCost;

/// <summary>The commands of the program.</summary>
internal static class Program
{
    private const string Usage = """
        usage:
          cold          generation of all heads: the first run of a process, and a fresh driver in a warm process
          keystroke     one edit, beside an empty pipeline over the same attributes
          analyzers     analyzers on a file of 10,000 lines, beside empty ones
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["cold"]:
                Cold.Run();
                return 0;
            case [Cold.FirstRun, var heads]:
                Cold.PrintFirstRun(heads);
                return 0;
            case ["keystroke"]:
                Keystroke.Run();
                return 0;
            case ["analyzers"]:
                Analyzers.Run();
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
