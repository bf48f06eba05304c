namespace SoftmaxGen.Generators.Models;

/// <summary>What an attribute says. Numbers are as the user wrote them; planning rounds them to the element type.</summary>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="LabelSmoothing">How much of a target is spread evenly; 0 where it is not set.</param>
internal abstract record HeadOptions(ElementType Element, double LabelSmoothing);

/// <summary>What <c>[SoftmaxHead]</c> says.</summary>
/// <param name="Classes">The number of classes.</param>
/// <param name="Labels">The enum whose members are the classes, or null.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Temperature">What divides the logits; 1 where it is not set.</param>
/// <param name="LabelSmoothing">How much of a target is spread evenly over the classes; 0 where it is not set.</param>
/// <param name="IgnoreIndex">The label of rows that do not count, or null.</param>
/// <param name="ClassWeights">One for each class, or none.</param>
/// <param name="FullyMasked">What a row gives whose logits are all -infinity.</param>
internal sealed record SoftmaxOptions(
    int Classes,
    LabelType? Labels = null,
    ElementType Element = ElementType.Float,
    double Temperature = 1,
    double LabelSmoothing = 0,
    int? IgnoreIndex = null,
    EquatableArray<double> ClassWeights = default,
    FullyMaskedRow FullyMasked = FullyMaskedRow.NaN
) : HeadOptions(Element, LabelSmoothing);

/// <summary>What <c>[SigmoidHead]</c> says.</summary>
/// <param name="Outputs">The number of outputs, each of them a decision of its own.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="LabelSmoothing">How much of a target is moved towards one half; 0 where it is not set.</param>
/// <param name="PositiveWeights">The weight of the positive target of each output, or none.</param>
internal sealed record SigmoidOptions(
    int Outputs,
    ElementType Element = ElementType.Float,
    double LabelSmoothing = 0,
    EquatableArray<double> PositiveWeights = default
) : HeadOptions(Element, LabelSmoothing);

/// <summary>An enum whose members are the classes.</summary>
/// <param name="Name">The name with its namespace: <c>global::Game.Action</c>.</param>
/// <param name="UnderlyingType">The keyword of its underlying type: <c>byte</c>.</param>
/// <param name="ExternAlias">The alias that its assembly is referenced by, where the name begins with one; else null.</param>
/// <param name="Warnings">The diagnostics that name it wherever it is named, such as <c>CS0618</c> of an obsolete one.</param>
internal sealed record LabelType(
    string Name,
    string UnderlyingType,
    string? ExternAlias = null,
    EquatableArray<string> Warnings = default
)
{
    /// <summary>Whether spans of labels can be read as spans of class indices.</summary>
    public bool IsInt => UnderlyingType == "int";
}

internal enum ElementType
{
    Float,
    Double,
}

internal static class ElementTypes
{
    /// <summary>The name of the type in C#.</summary>
    public static string Keyword(this ElementType element) => element == ElementType.Float ? "float" : "double";

    public static int Bits(this ElementType element) => element == ElementType.Float ? 32 : 64;
}

/// <summary>What a row gives whose logits are all -infinity.</summary>
internal enum FullyMaskedRow
{
    NaN,
    Zero,
}
