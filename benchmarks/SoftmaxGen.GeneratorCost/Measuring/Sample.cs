using System.Diagnostics;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>What one call cost. Processor time is that of all threads, and what other processes do hardly changes it.</summary>
internal readonly record struct Sample(double Milliseconds, double ProcessorSeconds, double Kilobytes)
{
    public static Sample Of(Action action)
    {
        // What others left behind is not collected at the expense of this one.
        GC.Collect(0);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        action();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(
            elapsed.TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e3
        );
    }
}
