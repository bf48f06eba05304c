namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// What becomes of logits so large that their distance would be lost in rounding: the largest one is taken off them before
/// the exponential, which is exact.
/// </summary>
internal enum LargeLogits
{
    /// <summary>In their locals, in a branch for rows that have any.</summary>
    ShiftedInLocals,

    /// <summary>In the output, in a branch for rows that have any. The logits are then read from there.</summary>
    ShiftedInOutput,

    /// <summary>Wherever one is read.</summary>
    ShiftedWhereRead,

    /// <summary>The kernel is not called with such rows.</summary>
    LeftOut,
}
