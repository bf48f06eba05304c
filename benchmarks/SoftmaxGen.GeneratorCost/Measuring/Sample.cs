namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>What one call cost. Processor time is that of all threads; what other processes do hardly changes it.</summary>
internal readonly record struct Sample(double ProcessorSeconds, double Kilobytes)
{
    public static Sample Of(Action action)
    {
        // What others left behind is not collected at the expense of this one.
        GC.Collect(0);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        action();
        var elapsed = Environment.CpuUsage.TotalTime - start;
        return new(elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e3);
    }
}
