using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>How heads of one class count and equal options are computed: the layouts of a row and of a batch at each vector width, and without vectors.</summary>
/// <param name="Name">
/// The plan's name: <c>c10_v512t16u2_v256x2t8_v128x3t4_scalarloop</c>. After the class count, each width with the number of
/// vectors (or scalars) of straight-line code (<c>x2</c>), one vector that is filled up (<c>fill</c>) or joined from
/// two halves (<c>join</c>), or a counted loop (<c>loop</c>), then the rows that a batch takes at once: in tiles
/// (<c>t8</c>; <c>t16u2</c> where they are read without gaps, in units of two classes) or in passes (<c>p8</c>).
/// </param>
/// <param name="Classes">The number of classes.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Rows">The row layouts to emit, widest first.</param>
/// <param name="Batches">The batch layouts to emit, widest first.</param>
/// <param name="Scalar">The layout where the machine or the framework has no vectors with fused multiply-add.</param>
/// <param name="SampleBuffer">How many probabilities <c>Sample</c> holds on the stack at a time.</param>
/// <param name="Quotient">How a term is divided by the sum of its row.</param>
/// <param name="Options">What the options change.</param>
internal sealed record KernelPlan(
    string Name,
    int Classes,
    ElementType Element,
    EquatableArray<RowPlan> Rows,
    EquatableArray<BatchPlan> Batches,
    RowPlan Scalar,
    int SampleBuffer,
    QuotientMethod Quotient,
    OptionPlan Options
)
{
    /// <summary>The class that holds the kernels.</summary>
    public string Kernel => KernelName.Of(this);

    /// <summary>Whether loops without vectors are those of every class count.</summary>
    public bool SharesScalarRows => Scalar.Shape == RowShape.Looped && Options.LeaveRowsPlain;

    public bool HasVectors => Rows.Count > 0;

    public bool SamplesInOnePiece => SampleBuffer == Classes;

    /// <summary>The kernels of a single row on a machine that runs a batch at this width.</summary>
    public RowPlan RowOf(BatchPlan batch) => Rows.First(row => row.Lanes <= batch.Lanes);
}

/// <summary>How a row lies in vectors of one width, or in scalars.</summary>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Lanes">The width in elements: 2, 4, 8 or 16; 1 for scalar code.</param>
/// <param name="Shape">Straight-line code, a single vector that is filled up or joined from halves, or a loop.</param>
/// <param name="FullVectors">The vectors that hold only new classes.</param>
/// <param name="TailClasses">
/// The classes in the last vector that no full vector holds; it overlaps the one before. The same of the upper one of two
/// joined halves. 0: there is none.
/// </param>
/// <param name="SumsInGroups">
/// Whether groups of 32 classes are added more precisely, floats in double and doubles with what each addition rounds off,
/// since plain additions would add up to an error.
/// </param>
/// <param name="OwnMethods">Whether the kernels are methods of their own, since they fill what the JIT is ready to inline in one.</param>
/// <param name="OwnLogarithm">Whether the logarithm is a method of its own, since a row takes more than the JIT is ready to inline in one.</param>
/// <param name="PortableMath">Whether the framework's vectors have fused multiply-add; else the machine's own is called.</param>
internal sealed record RowPlan(
    ElementType Element,
    int Lanes,
    RowShape Shape,
    int FullVectors,
    int TailClasses,
    bool SumsInGroups,
    bool OwnMethods,
    bool OwnLogarithm,
    bool PortableMath
)
{
    public int Bits => Lanes * Element.Bits();

    /// <summary>Whether groups of classes are added in a type wider than the elements.</summary>
    public bool WidensSums => SumsInGroups && Element == ElementType.Float;

    public int Vectors => FullVectors + (TailClasses > 0 ? 1 : 0);
}

internal enum RowShape
{
    /// <summary>Fewer classes than lanes: one vector, with two classes twice, or three filled up.</summary>
    Filled,

    /// <summary>More classes than half of the lanes, but not all of them: two overlapping halves.</summary>
    Joined,

    /// <summary>Every vector is a local: straight-line code.</summary>
    Straight,

    /// <summary>Counted loops with compile-time trip counts.</summary>
    Looped,
}

/// <summary>How a batch is computed in vectors of one width.</summary>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Lanes">The width in elements, and in tiles and passes the rows that are computed at once: 2, 4, 8 or 16.</param>
/// <param name="Shape">Whether rows are transposed, computed in passes over many of them, or one by one.</param>
/// <param name="Row">How a row lies in vectors of this width, where it is not transposed.</param>
/// <param name="UnitClasses">
/// How many classes of a row move together where a tile is read and written without gaps; 0 where each row of it is taken
/// in pieces of four classes.
/// </param>
/// <param name="InStages">Whether softmax works on three tiles in turns, which takes two registers for each class.</param>
/// <param name="SumsInGroups">Whether groups of 32 classes are added more precisely.</param>
/// <param name="SelectsClasses">Whether what belongs to one class of each row, as its label, is selected among all classes.</param>
/// <param name="PortableMath">Whether the framework's vectors have fused multiply-add; else the machine's own is called.</param>
internal sealed record BatchPlan(
    ElementType Element,
    int Lanes,
    BatchShape Shape,
    RowPlan Row,
    int UnitClasses,
    bool InStages,
    bool SumsInGroups,
    bool SelectsClasses,
    bool PortableMath
)
{
    public int Bits => Lanes * Element.Bits();

    /// <summary>Whether groups of classes are added in a type wider than the elements.</summary>
    public bool WidensSums => SumsInGroups && Element == ElementType.Float;

    /// <summary>Whether what belongs to the labels of many rows is read from rows and tables.</summary>
    public bool GathersLabels => Shape == BatchShape.InPasses || (Shape == BatchShape.Tiled && !SelectsClasses);
}

internal enum BatchShape
{
    /// <summary>A tile of rows is transposed: each vector holds one class of every row, and no lane is wasted.</summary>
    Tiled,

    /// <summary>Each pass goes over many rows before the next one starts, so that no row waits for its own result.</summary>
    InPasses,

    /// <summary>A row is long enough to keep the processor busy by itself.</summary>
    RowByRow,
}

/// <summary>How e / sum is computed: the same for all widths and layouts, so that they give the same bits.</summary>
internal enum QuotientMethod
{
    /// <summary>A division for each term: the shortest way where there are few.</summary>
    Division,

    /// <summary>One division for each row; then a multiplication by 1 / sum, and one correction that rounds rightly.</summary>
    Reciprocal,
}
