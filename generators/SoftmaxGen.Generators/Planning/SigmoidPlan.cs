using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>How one sigmoid head is computed: the layout of a row at each vector width, and what its targets become.</summary>
/// <param name="Name">
/// The plan's name: <c>o10_v512_v256x2_v128x3_scalar</c>. After the number of outputs, each width with the vectors of a
/// row in straight-line code (<c>x2</c>), one vector that is filled up (<c>fill</c>) or joined from two halves
/// (<c>join</c>), or a counted loop (<c>loop</c>); nothing where a row is too short for the width.
/// </param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Rows">The row layouts to emit, widest first. None for a single output, which is a number and no row.</param>
/// <param name="Widths">The widths that compute what does not depend on rows, element by element, widest first.</param>
/// <param name="Smoothing">What label smoothing makes of a target; null without it.</param>
/// <param name="PositiveWeights">What the positive target of each output counts, as elements; none where all count 1.</param>
internal sealed record SigmoidPlan(
    string Name,
    int Outputs,
    ElementType Element,
    EquatableArray<RowPlan> Rows,
    EquatableArray<WidthPlan> Widths,
    TargetSmoothing? Smoothing,
    EquatableArray<double> PositiveWeights
)
{
    /// <summary>The class that holds the kernels.</summary>
    public string Kernel => KernelName.Of(this);

    public bool HasVectors => Widths.Count > 0;

    public bool HasSingleOutput => Outputs == 1;

    public bool IsWeighted => PositiveWeights.Count > 0;

    /// <summary>The kernels of a row on a machine that computes elements at this width.</summary>
    public RowPlan RowOf(WidthPlan width) => Rows.First(row => row.Lanes <= width.Lanes);
}

/// <summary>A vector width whose elements are computed one like the other, wherever their rows begin.</summary>
/// <param name="Element">The type of the elements.</param>
/// <param name="Lanes">The width in elements: 2, 4, 8 or 16.</param>
/// <param name="PortableMath">Whether the framework's vectors have fused multiply-add; else the machine's own is called.</param>
internal sealed record WidthPlan(ElementType Element, int Lanes, bool PortableMath)
{
    public int Bits => Lanes * Element.Bits();
}

/// <summary>A target t becomes Kept t + Moved, and 1 - t becomes Kept (1 - t) + Moved. Both are numbers of the element type.</summary>
internal sealed record TargetSmoothing(double Kept, double Moved);
