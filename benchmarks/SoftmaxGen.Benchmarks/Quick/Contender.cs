namespace SoftmaxGen.Benchmarks;

/// <summary>One of those that are timed in turn.</summary>
/// <param name="sweep">One pass over all rows.</param>
internal sealed class Contender(Action sweep)
{
    /// <summary>What a sweep takes, once it is measured.</summary>
    public double Nanoseconds { get; set; }

    public void Sweep() => sweep();
}
