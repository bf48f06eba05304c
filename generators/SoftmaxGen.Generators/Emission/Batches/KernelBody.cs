namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>What a kernel does with its row, or with as many rows as it takes at once.</summary>
/// <param name="Load">Brings the rows into locals.</param>
/// <param name="Largest">Declares <c>max</c>, and what is made from the logits as they are.</param>
/// <param name="Compute">Computes all that is needed.</param>
/// <param name="Store">Stores results, and does not need the logits any more; empty where results are stored as computed.</param>
/// <param name="Outputs">The batches that are written.</param>
/// <param name="Lists">What has one element for each row.</param>
internal sealed record KernelBody(
    string Load,
    string Largest,
    string Compute,
    string Store,
    string[] Outputs,
    params string[] Lists
)
{
    /// <summary>Whether nothing of the size of the rows is kept until the end: there is room for the next ones.</summary>
    public bool ReleasesColumns { get; init; }
}
