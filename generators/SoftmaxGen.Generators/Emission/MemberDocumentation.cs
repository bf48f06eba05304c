namespace SoftmaxGen.Generators.Emission;

/// <summary>What the documentation of public members is made of.</summary>
internal abstract class MemberDocumentation(int classes, string element)
{
    protected static readonly string Stamp =
        $"[GeneratedCode(\"SoftmaxGen\", \"{typeof(MemberDocumentation).Assembly.GetName().Version.ToString(3)}\")]";

    public static string GeneratedCode => Stamp;

    protected int Classes => classes;

    /// <summary>The element type.</summary>
    protected string T => element;

    private string Elements => CodeBlock.Render($"{classes} {(classes == 1 ? "element" : "elements")}");

    protected static string Member(CodeBlock documentation, string signature, string call) =>
        Member(documentation, signature, "SoftmaxKernel", call);

    protected static string Member(CodeBlock documentation, string signature, string kernel, string call) =>
        CodeBlock.Render(
            $$"""
            {{documentation.ToString()}}
            {{Stamp}}
            {{Attributes.Inline}}
            public static {{signature}} => {{kernel}}.{{call}};
            """
        );

    /// <summary>A member that returns a class.</summary>
    protected static string Member(CodeBlock documentation, string signature, string call, LabelForm form) =>
        CodeBlock.Render(
            $$"""
            {{documentation.ToString()}}
            {{Stamp}}
            {{Attributes.Inline}}
            public static {{signature}} => {{form.FromIndex($"SoftmaxKernel.{call}")}};
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

    protected string Labels(LabelForm form) =>
        Parameter(
            "labels",
            form.IsIndex
                ? CodeBlock.Render($"The class index of each row, from 0 to {classes - 1}.")
                : "The class of each row."
        );

    /// <summary>Remarks, of which some may be empty.</summary>
    protected static string Remarks(params string[] sentences)
    {
        var all = sentences.Where(sentence => sentence.Length > 0).ToList();
        return all.Count == 0 ? "" : $"/// <remarks>{string.Join(" ", all)}</remarks>";
    }

    protected static string Throws(string when) => $"/// <exception cref=\"ArgumentException\">{when}</exception>";

    protected static string ThrowsRange(string when) =>
        $"/// <exception cref=\"ArgumentOutOfRangeException\">{when}</exception>";

    protected static string ThrowsLabel() => ThrowsRange("<paramref name=\"label\"/> is no class index.");

    protected static string ThrowsLabels(string more = "") =>
        ThrowsRange($"One of <paramref name=\"labels\"/> is no class index{more}.");
}
