namespace SoftmaxGen;

/// <summary>What a row gives whose logits are all −∞, so that it has no distribution.</summary>
public enum FullyMasked
{
    /// <summary>NaN, as the formula gives: 0 / 0.</summary>
    NaN = 0,

    /// <summary>
    /// Probabilities of 0, log-probabilities of −∞, and a loss and a gradient of 0: the row teaches nothing. It still counts
    /// in the mean of a batch.
    /// </summary>
    Zero = 1,
}
