using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>What the documentation of public members is made of.</summary>
internal abstract class MemberDocumentation(string kernel, TypeModel head, int classes, string element)
{
    private const string Kernels = "global::" + GeneratedFile.Namespace + ".";

    protected static string Stamp => GeneratedFile.Stamp;

    protected int Classes => classes;

    /// <summary>The forms that labels have in members.</summary>
    protected IReadOnlyList<LabelForm> FormsOf(LabelType? labels) => [.. LabelForm.All(labels, kernel, head)];

    /// <summary>The element type.</summary>
    protected string T => element;

    protected string Input => InputOf(element);

    protected string Output => OutputOf(element);

    protected const string Reduction = "global::SoftmaxGen.Reduction";

    /// <summary>The type of what is read. Names of the framework are written in full: the user's types may have others of these names.</summary>
    protected static string InputOf(string item) => $"global::System.ReadOnlySpan<{item}>";

    /// <summary>The type of what is written.</summary>
    protected static string OutputOf(string item) => $"global::System.Span<{item}>";

    private string Elements => CodeBlock.Render($"{classes} {(classes == 1 ? "element" : "elements")}");

    /// <summary>A member that calls its kernel, to which it gives the name of the head for messages.</summary>
    protected string Member(CodeBlock documentation, string signature, string method, string arguments) =>
        Member(documentation, signature, method, arguments, LabelForm.Index);

    /// <summary>A member whose kernel has no message that names the head.</summary>
    protected string WithoutHead(CodeBlock documentation, string signature, string method, string arguments) =>
        CodeBlock.Render(
            $$"""
            {{documentation.ToString()}}
            {{Stamp}}
            public static {{signature}} => {{Kernels}}{{kernel}}.{{method}}({{arguments}});
            """
        );

    /// <summary>A member that returns a class.</summary>
    protected string Member(
        CodeBlock documentation,
        string signature,
        string method,
        string arguments,
        LabelForm form
    ) =>
        CodeBlock.Render(
            $$"""
            {{documentation.ToString()}}
            {{Stamp}}
            {{(LabelForm.CastsSpan(arguments) ? LabelForm.Inline : "")}}
            public static {{signature}} => {{form.FromIndex(
                $"{Kernels}{kernel}.{method}({arguments}, {head.Literal})"
            )}};
            """
        );

    protected static string Parameter(string name, string description, string more = "") =>
        $"/// <param name=\"{name}\">{description}{(more.Length == 0 ? "" : " " + more)}</param>";

    protected string Row(string parameter, string description, string more = "") =>
        Parameter(parameter, CodeBlock.Render($"{description}: {Elements}."), more);

    protected string Rows(string parameter, string description, string more = "") =>
        Parameter(parameter, CodeBlock.Render($"{description}: {Elements} for each row, row after row."), more);

    protected string Label(LabelForm form) =>
        Parameter(
            "label",
            form.IsIndex ? CodeBlock.Render($"The class index, from 0 to {classes - 1}.") : "The class."
        );

    protected string Labels(LabelForm form, string more = "") =>
        Parameter(
            "labels",
            form.IsIndex
                ? CodeBlock.Render($"The class index of each row, from 0 to {classes - 1}.")
                : "The class of each row.",
            form.IsIndex ? more : ""
        );

    /// <summary>Whole numbers may be labels or targets, and only later versions of the language prefer one of them.</summary>
    protected const string NotAsCollection = "In C# 12 as <c>new[] { 0, 1 }</c>, not <c>[0, 1]</c>.";

    /// <summary>Remarks, of which some may be empty.</summary>
    protected static string Remarks(params string[] sentences)
    {
        var all = sentences.Where(sentence => sentence.Length > 0).ToList();
        return all.Count == 0 ? "" : $"/// <remarks>{string.Join(" ", all)}</remarks>";
    }

    protected static string Throws(string when) =>
        $"/// <exception cref=\"global::System.ArgumentException\">{when}</exception>";

    protected static string ThrowsRange(string when) =>
        $"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{when}</exception>";

    protected static string ThrowsLabel() => ThrowsRange("<paramref name=\"label\"/> is no class index.");

    protected static string ThrowsLabels(string more = "") =>
        ThrowsRange($"One of <paramref name=\"labels\"/> is no class index{more}.");
}
