using System.Globalization;
using SoftmaxGen.GeneratorCost.Measuring;

/// <summary>
/// Runs in the compiler's process before the compiler does, and writes down the processor time of that process when it ends.
/// The runtime asks for this name in no namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllText(
                Environment.GetEnvironmentVariable(CommandLineCompiler.ProcessorTimeFile)!,
                Environment.CpuUsage.TotalTime.TotalSeconds.ToString("R", CultureInfo.InvariantCulture)
            );
}
