using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>How one head is computed: the layout of a row at each vector width, widest first, and without vectors.</summary>
/// <param name="Name">
/// The plan's name: <c>c10_v256x2_v128x3_scalarloop</c>. After the class count, each width with the number of vectors
/// (or scalars) of straight-line code (<c>x2</c>), one vector filled element by element (<c>fill</c>), or a counted
/// loop (<c>loop</c>).
/// </param>
/// <param name="Classes">The number of classes.</param>
/// <param name="Rows">The row layouts to emit, widest first.</param>
/// <param name="Scalar">The layout where the machine or the framework has no vectors with fused multiply-add.</param>
/// <param name="SampleBuffer">How many probabilities <c>Sample</c> holds on the stack at a time.</param>
internal sealed record KernelPlan(
    string Name,
    int Classes,
    EquatableArray<RowPlan> Rows,
    RowPlan Scalar,
    int SampleBuffer
)
{
    public bool SamplesInOnePiece => SampleBuffer == Classes;
}

/// <summary>How a row lies in vectors of one width, or in scalars.</summary>
/// <param name="Lanes">The width in floats: 4, 8 or 16; 1 for scalar code, which computes in double.</param>
/// <param name="Shape">Straight-line code, a single filled vector, or a loop.</param>
/// <param name="FullVectors">The vectors that hold only new classes.</param>
/// <param name="TailClasses">The classes in the last vector that no full vector holds; it overlaps the one before. 0: there is none.</param>
/// <param name="SumsInDouble">Whether groups of 32 classes are added in double, since float additions would add up to an error.</param>
/// <param name="PortableMath">Whether the framework's vectors have fused multiply-add; else the machine's own is called.</param>
internal sealed record RowPlan(
    int Lanes,
    RowShape Shape,
    int FullVectors,
    int TailClasses,
    bool SumsInDouble,
    bool PortableMath
)
{
    public int Bits => Lanes * 32;

    public int Vectors => Shape == RowShape.Filled ? 1 : FullVectors + (TailClasses > 0 ? 1 : 0);
}

internal enum RowShape
{
    /// <summary>Fewer classes than lanes: one vector, filled element by element.</summary>
    Filled,

    /// <summary>Every vector is a local: straight-line code.</summary>
    Straight,

    /// <summary>Counted loops with compile-time trip counts.</summary>
    Looped,
}
