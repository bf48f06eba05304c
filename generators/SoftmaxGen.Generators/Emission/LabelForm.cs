using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>How labels are spelled: as class indices, or as the members of an enum.</summary>
/// <param name="type">The enum, or null for class indices.</param>
internal sealed class LabelForm(LabelType? type)
{
    public static readonly LabelForm Index = new(null);

    /// <summary>Class indices, then the enum where there is one.</summary>
    public static IEnumerable<LabelForm> All(OptionPlan options) =>
        options.Labels is null ? [Index] : [Index, new LabelForm(options.Labels)];

    /// <summary>Those that need entries of their own in the kernel class.</summary>
    public static IEnumerable<LabelForm> WithEntries(OptionPlan options) =>
        All(options).Where(form => form.IsIndex || form.HasOwnEntries);

    public string Type => type?.Name ?? "int";

    public string ReadOnlySpan => $"ReadOnlySpan<{Type}>";

    public bool IsIndex => type is null;

    /// <summary>Whether spans of labels are read as they are, instead of as spans of indices.</summary>
    public bool HasOwnEntries => type is not null && type.UnderlyingType != "int";

    /// <summary>Whether a value of the enum may be no <see cref="int"/>.</summary>
    public bool IsWide => type?.UnderlyingType is "uint" or "long" or "ulong";

    /// <summary>A label as an index.</summary>
    public string ToIndex(string label) =>
        IsIndex ? label
        : IsWide ? $"ToIndex({label})"
        : $"(int){label}";

    /// <summary>A label as the kernel class takes it.</summary>
    public string Argument(string label) => IsWide ? $"SoftmaxKernel.RequireIndex({label})" : ToIndex(label);

    /// <summary>A span of labels as the kernel class takes it.</summary>
    public string SpanArgument(string labels) =>
        IsIndex || HasOwnEntries ? labels : $"MemoryMarshal.Cast<{Type}, int>({labels})";

    /// <summary>An index as a label.</summary>
    public string FromIndex(string index) => IsIndex ? index : $"({Type}){index}";

    /// <summary>The methods that kernels of such labels need.</summary>
    public string Methods(OptionPlan options) =>
        HasOwnEntries ? CodeBlock.Stack(IsWide ? WideToIndex(options) : "", ToIndices()) : "";

    private string WideToIndex(OptionPlan options)
    {
        var isIndex =
            type!.UnderlyingType == "long"
                ? "(long)label >= int.MinValue && (long)label <= int.MaxValue"
                : $"({type.UnderlyingType})label <= int.MaxValue";
        var noLabel = options.IgnoreIndex is { Label: int.MaxValue } ? "int.MinValue" : "int.MaxValue";
        return CodeBlock.Render(
            $$"""
            /// <summary>The class index; for what no int can hold, a number that is no label.</summary>
            {{Attributes.Inline}}
            private static int ToIndex({{Type}} label) => {{isIndex}} ? (int)label : {{noLabel}};

            /// <summary>The class index of a label that an int can hold.</summary>
            {{Attributes.Inline}}
            internal static int RequireIndex({{Type}} label)
            {
                if (!({{isIndex}}))
                {
                    ThrowLabel(label);
                }

                return (int)label;
            }
            """
        );
    }

    private string ToIndices() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class indices of some labels.</summary>
            {{Attributes.Inline}}
            private static ReadOnlySpan<int> ToIndices(ReadOnlySpan<{{Type}}> labels, Span<int> indices)
            {
                for (var row = 0; row < labels.Length; row++)
                {
                    indices[row] = {{ToIndex("labels[row]")}};
                }

                return indices.Slice(0, labels.Length);
            }
            """
        );
}
