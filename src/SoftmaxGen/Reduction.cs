namespace SoftmaxGen;

/// <summary>How the losses of the rows of a batch become one number.</summary>
public enum Reduction
{
    /// <summary>Their mean: the sum divided by the number of rows. A batch without rows has none: NaN.</summary>
    Mean = 0,

    /// <summary>Their sum; 0 for a batch without rows.</summary>
    Sum = 1,
}
