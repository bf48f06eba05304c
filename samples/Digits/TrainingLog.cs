using Spectre.Console;

namespace Digits;

/// <summary>One line per epoch, above a progress bar where the output is a terminal.</summary>
internal static class TrainingLog
{
    /// <summary>Calls <paramref name="trainEpoch"/> once for each epoch and prints the loss that it returns.</summary>
    public static void Run(int epochs, Func<double> trainEpoch)
    {
        var isTerminal = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        if (!isTerminal)
        {
            // A file or a pipe gets plain lines. (On some build servers Spectre.Console would colour them.)
            for (var epoch = 1; epoch <= epochs; epoch++)
                Console.WriteLine(Line(epoch, trainEpoch()));
            return;
        }

        AnsiConsole
            .Progress()
            .AutoClear(true)
            .Start(context =>
            {
                var bar = context.AddTask("training", maxValue: epochs);
                for (var epoch = 1; epoch <= epochs; epoch++)
                {
                    AnsiConsole.WriteLine(Line(epoch, trainEpoch()));
                    bar.Increment(1);
                }
            });
    }

    private static string Line(int epoch, double loss) => $"epoch {epoch.ToString().PadLeft(3)}  loss {loss:F5}";
}
