namespace SoftmaxGen.Benchmarks;

/// <summary>How our methods are called. Every benchmark goes over the same rows, whichever it is.</summary>
public enum RowsPerCall
{
    /// <summary>The row method, once for each row.</summary>
    One,

    /// <summary>The batch method, once.</summary>
    Many,
}
