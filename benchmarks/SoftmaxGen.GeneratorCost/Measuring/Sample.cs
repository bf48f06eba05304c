using System.Diagnostics;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>What one call cost.</summary>
internal readonly record struct Sample(double Milliseconds, double Kilobytes)
{
    public static Sample Of(Action action)
    {
        // What others left behind is not collected at the expense of this one.
        GC.Collect(0);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        action();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e3);
    }
}
