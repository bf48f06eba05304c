using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>
/// Spans of labels as entries take them: of class indices, or of the integers that an enum is made of. No kernel names the enum.
/// </summary>
/// <param name="type">The keyword of the integer type.</param>
internal sealed class LabelSpan(string type)
{
    public static readonly LabelSpan Indices = new("int");

    public string Type => type;

    public bool IsIndex => type == "int";

    /// <summary>Whether a label may be more than an <see cref="int"/> holds.</summary>
    public bool IsWide => type is "uint" or "long" or "ulong";

    /// <summary>The type's name in names: <c>Byte</c>.</summary>
    public string Name => char.ToUpperInvariant(type[0]) + type.Substring(1);

    /// <summary>A label as an index. What no int can hold becomes a number that is no label.</summary>
    public string ToIndex(string label, KernelPlan plan) =>
        !IsWide ? label
        : plan.Options.IgnoreIndex is { Label: int.MaxValue } ? $"ToIndex({label}, int.MinValue)"
        : $"ToIndex({label}, int.MaxValue)";

    /// <summary>An index as a label.</summary>
    public string FromIndex(string index) => IsIndex ? index : $"({type}){index}";

    /// <summary>Whether an int can hold the label.</summary>
    public string IsInt(string label) =>
        type == "long" ? $"{label} >= int.MinValue && {label} <= int.MaxValue" : $"{label} <= int.MaxValue";
}
