namespace SoftmaxGen;

/// <summary>
/// Gives the annotated <c>partial</c> type static softmax and cross-entropy methods for exactly
/// <see cref="Classes"/> classes, written into the compilation as C# source.
/// </summary>
/// <remarks>
/// The type may be a class, struct, record, record struct, ref struct or static class, nested and generic to any
/// depth. The generated methods are static, thread-safe and allocate nothing.
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
    /// <summary>The number of classes: the length of one row of logits, from 2 to 1,048,576 (2^20).</summary>
    public int Classes { get; set; }
}
