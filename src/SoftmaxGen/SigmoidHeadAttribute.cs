namespace SoftmaxGen;

/// <summary>
/// Gives the annotated <c>partial</c> type static sigmoid and binary cross-entropy methods for exactly
/// <see cref="Outputs"/> outputs, written into the compilation as C# source. Each output is a decision of its own, as in
/// binary and multi-label classification.
/// </summary>
/// <remarks>
/// With logit x, target t and weight w, the loss of an output is (1 − t) x + (1 + (w − 1) t) softplus(−x), where
/// softplus(a) is log(1 + exp(a)). The loss of a row is the mean over its outputs. The type may be whatever
/// <see cref="SoftmaxHeadAttribute"/> may stand on, but one type has one of the two. Every option is a constant of the
/// generated code: it is rounded once to the element type, and one that is left out costs no instruction.
/// </remarks>
/// <example>
/// <code>
/// [SigmoidHead(Outputs = 3)]
/// public partial class Tags { }
///
/// Tags.Sigmoid(logits, probabilities);
/// float loss = Tags.BinaryCrossEntropy(logits, targets);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SigmoidHeadAttribute : Attribute
{
    /// <summary>
    /// The number of outputs: the length of one row of logits, from 1 to 1,048,576 (2^20). With 1 there are methods for
    /// a single logit too.
    /// </summary>
    /// <example>
    /// <code>
    /// [SigmoidHead(Outputs = 1)]
    /// public partial class Spam { }
    ///
    /// bool isSpam = Spam.Predict(logit);
    /// </code>
    /// </example>
    public int Outputs { get; set; }

    /// <summary>
    /// The type of logits, probabilities, losses and gradients: <c>typeof(float)</c>, the default, or
    /// <c>typeof(double)</c>. The same formulas hold, with the same bounds in units in the last place of that type.
    /// </summary>
    /// <example>
    /// <code>
    /// [SigmoidHead(Outputs = 3, Element = typeof(double))]
    /// public partial class Tags { }
    ///
    /// double loss = Tags.BinaryCrossEntropy(logits, targets);   // both are a ReadOnlySpan&lt;double&gt;
    /// </code>
    /// </example>
    public Type? Element { get; set; }

    /// <summary>
    /// What the positive target of each output counts, w in (1 − t) x + (1 + (w − 1) t) softplus(−x): one finite value
    /// for each output, not negative, for at most 4096 outputs. It does not change what <see cref="Reduction.Mean"/>
    /// divides by. Null, the default, is a weight of 1 and costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SigmoidHead(Outputs = 3, PositiveWeights = new[] { 1.0, 5.0, 1.0 })]
    /// public partial class Tags { }
    ///
    /// float loss = Tags.BinaryCrossEntropy(logits, targets);   // missing the second tag costs 5 times as much
    /// </code>
    /// </example>
    public double[]? PositiveWeights { get; set; }

    /// <summary>
    /// How much of a target is moved towards one half, ε in [0, 1): a target t becomes t (1 − ε) + ε / 2. 0, the
    /// default, costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SigmoidHead(Outputs = 3, LabelSmoothing = 0.1)]
    /// public partial class Tags { }
    ///
    /// float loss = Tags.BinaryCrossEntropyGradient(logits, targets, gradient);   // a target of 1 counts as 0.95
    /// </code>
    /// </example>
    public double LabelSmoothing { get; set; }
}
