using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace SoftmaxGen.Benchmarks;

/// <summary>The modes of the program.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case [] when QuickRun.Run([]):
                case ["quick", ..] when QuickRun.Run(arguments.AsSpan(1)):
                case [ChildModes.Name, ..] when ChildModes.Run(arguments.AsSpan(1)):
                    return 0;
                case ["bdn", .. var options]:
                    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options, BenchmarkConfig);
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    // It builds all heads again, which a busy machine does not do in the two minutes that are usually allowed.
    private static IConfig BenchmarkConfig =>
        ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(20));

    private const string Usage = $"""
        usage:
        {QuickRun.Usage}
          bdn [options]                         BenchmarkDotNet, with its own options
        {ChildModes.Usage}
        """;
}
