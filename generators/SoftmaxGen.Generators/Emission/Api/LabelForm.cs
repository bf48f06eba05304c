using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>How labels are spelled in members: as class indices, or as the members of an enum, which kernels do not know.</summary>
/// <param name="type">The enum, or null for class indices.</param>
/// <param name="kernel">The class of the kernels.</param>
/// <param name="head">The head.</param>
internal sealed class LabelForm(LabelType? type, string kernel, TypeModel? head)
{
    private const string Cast = "global::System.Runtime.InteropServices.MemoryMarshal.Cast";

    public static readonly LabelForm Index = new(null, "", null);

    /// <summary>Class indices, then the enum where there is one.</summary>
    public static IEnumerable<LabelForm> All(LabelType? labels, string kernel, TypeModel head) =>
        labels is null ? [Index] : [Index, new LabelForm(labels, kernel, head)];

    public string Type => type?.Name ?? "int";

    public bool IsIndex => type is null;

    /// <summary>A label as its kernel takes it.</summary>
    public string Argument(string label) =>
        type is null ? label
        : type.UnderlyingType is "uint" or "long" or "ulong"
            ? $"global::{GeneratedFile.Namespace}.{kernel}.RequireIndex(({type.UnderlyingType}){label}, {head!.Literal})"
        : $"(int){label}";

    /// <summary>A span of labels as its kernel takes it: of the integers that the enum is made of.</summary>
    public string SpanArgument(string labels) =>
        type is null ? labels : $"{Cast}<{Type}, {type.UnderlyingType}>({labels})";

    /// <summary>An index as a label.</summary>
    public string FromIndex(string index) => type is null ? index : $"({Type}){index}";

    /// <summary>Whether arguments are more than the JIT inlines by itself.</summary>
    public static bool CastsSpan(string arguments) => arguments.IndexOf(Cast, StringComparison.Ordinal) >= 0;

    /// <summary>Makes the JIT inline a member that casts.</summary>
    public const string Inline =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";
}
