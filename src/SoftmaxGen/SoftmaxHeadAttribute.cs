namespace SoftmaxGen;

/// <summary>
/// Gives the annotated <c>partial</c> type static softmax and cross-entropy methods for exactly <see cref="Classes"/>
/// classes, written into the compilation as C# source.
/// </summary>
/// <remarks>
/// The type may be a class, struct, record, record struct, ref struct or static class, nested and generic to any depth.
/// The generated methods are static, thread-safe and allocate nothing. Every option is a constant of the generated
/// code: it is rounded once to the element type, and one that is left out costs no instruction.
/// </remarks>
/// <example>
/// <code>
/// [SoftmaxHead(Classes = 4)]
/// public partial class EnemyBrain { }
///
/// EnemyBrain.Softmax(logits, probabilities);
/// float loss = EnemyBrain.CrossEntropy(logits, label: 2);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SoftmaxHeadAttribute : Attribute
{
    /// <summary>
    /// The number of classes C: the length of one row of logits, from 2 to 1,048,576 (2^20). <see cref="Labels"/> gives
    /// it too, and then it may be left out.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 10)]
    /// public partial class Digit { }
    ///
    /// int digit = Digit.Predict(logits);   // logits.Length is Digit.Classes, 10
    /// </code>
    /// </example>
    public int Classes { get; set; }

    /// <summary>
    /// An enum whose members are the classes. Their values are 0 to C − 1, each once, in any order and of any
    /// underlying type, and the enum is as accessible as the head. Methods that take a label take a member too, and
    /// <c>Predict</c> and <c>Sample</c> give one. Without it, the default, labels are <see cref="int"/> only.
    /// </summary>
    /// <example>
    /// <code>
    /// public enum Move { Left, Right, Jump }
    ///
    /// [SoftmaxHead(Labels = typeof(Move))]
    /// public partial class Player { }
    ///
    /// Move move = Player.Predict(logits);
    /// float loss = Player.CrossEntropy(logits, Move.Jump);
    /// </code>
    /// </example>
    public Type? Labels { get; set; }

    /// <summary>
    /// The type of logits, probabilities, losses and gradients: <c>typeof(float)</c>, the default, or
    /// <c>typeof(double)</c>. The same formulas hold, with the same bounds in units in the last place of that type.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 4, Element = typeof(double))]
    /// public partial class EnemyBrain { }
    ///
    /// double loss = EnemyBrain.CrossEntropy(logits, label: 2);   // logits is a ReadOnlySpan&lt;double&gt;
    /// </code>
    /// </example>
    public Type? Element { get; set; }

    /// <summary>
    /// What divides the logits, from 2^−20 to 2^20: every formula uses z = logit / T, so <c>Softmax</c> is
    /// exp(z_i − max z) / Σ exp(z_j − max z). Above 1 it evens the probabilities out, below 1 it sharpens them.
    /// Gradients are those of the logits that were passed. 1, the default, costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 4, Temperature = 2.5)]
    /// public partial class Explorer { }
    ///
    /// int action = Explorer.Sample(logits, uniform);
    /// </code>
    /// </example>
    public double Temperature { get; set; } = 1;

    /// <summary>
    /// How much of a target is spread evenly over the classes, ε in [0, 1). The loss of label y is
    /// (1 − ε) w_y (−log p_y) + (ε / C) Σ w_c (−log p_c), with w_c = 1 where there are no <see cref="ClassWeights"/>.
    /// A target t becomes (1 − ε) t + ε / C. 0, the default, costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 10, LabelSmoothing = 0.1)]
    /// public partial class Digit { }
    ///
    /// float loss = Digit.CrossEntropyGradient(logits, label: 7, gradient);
    /// </code>
    /// </example>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// The label of rows that do not count: their loss and gradient are 0 whatever their logits, and
    /// <see cref="Reduction.Mean"/> leaves them out. Any <see cref="int"/> may be written, also the label of a class. It is
    /// in force when it is written, so no value stands for "none"; left out, it costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 32000, IgnoreIndex = -100)]
    /// public partial class Vocabulary { }
    ///
    /// float loss = Vocabulary.CrossEntropyBatch(logits, labels);   // padding has the label -100
    /// </code>
    /// </example>
    public int IgnoreIndex { get; set; }

    /// <summary>
    /// What each class counts, w_c: C finite values that are not negative, for at most 4096 classes. The loss of label
    /// y is w_y (−log p_y), that of a target t is Σ w_c t_c (−log p_c), and <see cref="Reduction.Mean"/> over labels
    /// divides by the sum of their weights. Null, the default, costs nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 3, ClassWeights = new[] { 1.0, 1.0, 20.0 })]
    /// public partial class Fault { }
    ///
    /// float loss = Fault.CrossEntropy(logits, label: 2);   // 20 times what it is without weights
    /// </code>
    /// </example>
    public double[]? ClassWeights { get; set; }

    /// <summary>
    /// What a row gives whose logits are all −∞, where the formula of softmax is 0 / 0: NaN, the default, which costs
    /// nothing, or probabilities, loss and gradient of 0. The log-sum-exp of such a row is −∞ either way.
    /// </summary>
    /// <example>
    /// <code>
    /// [SoftmaxHead(Classes = 64, FullyMasked = FullyMasked.Zero)]
    /// public partial class Attention { }
    ///
    /// Attention.SoftmaxBatch(scores, weights);   // a row that sees nothing has weights of 0
    /// </code>
    /// </example>
    public FullyMasked FullyMasked { get; set; }
}
