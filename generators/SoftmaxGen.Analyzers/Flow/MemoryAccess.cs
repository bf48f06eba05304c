using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

internal enum AccessKind
{
    /// <summary>Nothing is changed.</summary>
    Read,

    /// <summary>A generated member writes it.</summary>
    Write,

    /// <summary>It may be changed, or kept for later.</summary>
    Unknown,
}

/// <summary>What is done to the elements of some memory.</summary>
/// <param name="Kind">Whether it is changed.</param>
/// <param name="Argument">What a generated member writes to it as.</param>
internal sealed record MemoryAccess(AccessKind Kind, HeadArgument? Argument = null)
{
    public static readonly MemoryAccess Read = new(AccessKind.Read);
    public static readonly MemoryAccess Unknown = new(AccessKind.Unknown);
}
