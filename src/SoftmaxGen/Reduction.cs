namespace SoftmaxGen;

/// <summary>How the losses of the rows of a batch become one number.</summary>
public enum Reduction
{
    /// <summary>
    /// Their mean. Over labels, the sum is divided by the number of rows that count, or with
    /// <see cref="SoftmaxHeadAttribute.ClassWeights"/> by the sum of the weights of their labels. Rows that
    /// <see cref="SoftmaxHeadAttribute.IgnoreIndex"/> names do not count. Over targets, it is divided by the number of
    /// rows. Where no row counts, and in a batch without rows, there is no mean: NaN.
    /// </summary>
    Mean = 0,

    /// <summary>Their sum; 0 where no row counts.</summary>
    Sum = 1,
}
