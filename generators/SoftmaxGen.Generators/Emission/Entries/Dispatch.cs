using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>Chooses the widest kernel that the machine runs; the JIT keeps only that one.</summary>
/// <param name="rows">The widths that compute a row, widest first.</param>
/// <param name="scalar">What machines without them run.</param>
internal sealed class Dispatch(IReadOnlyList<VectorSyntax> rows, LaneSyntax scalar)
{
    /// <summary>What is left of a line beside the indentation.</summary>
    private const int LineLimit = 108;

    public static Dispatch Of(KernelPlan plan) =>
        new([.. plan.Rows.Select(row => (VectorSyntax)LaneSyntax.Of(row))], LaneSyntax.Of(plan.Scalar));

    public bool HasVectors => rows.Count > 0;

    /// <summary>How rows are handed on: by reference, or as spans where there is scalar code only.</summary>
    public LaneSyntax Syntax => HasVectors ? rows[0] : scalar;

    /// <summary>A call from a method that has spans.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="spans">The rows.</param>
    /// <param name="others">The other arguments.</param>
    public string Call(string kernel, string[] spans, params string[] others) =>
        $"{Name(kernel)}({string.Join(", ", spans.Select(Syntax.Argument).Concat(others))})";

    /// <summary>The method that chooses a width; where there is only scalar code, the scalar method itself.</summary>
    public string Name(string kernel) => HasVectors ? kernel : kernel + scalar.Suffix;

    /// <summary>The text of the method that chooses the width of a row.</summary>
    /// <param name="kernel">The kernel, whose name it has.</param>
    /// <param name="type">What it returns.</param>
    /// <param name="rowsOfKernel">The rows, of elements.</param>
    /// <param name="others">The other parameters.</param>
    public string Method(string kernel, string type, string[] rowsOfKernel, params Parameter[] others) =>
        Method(kernel, type, rowsOfKernel, row => $"RowSpan(ref {row})", others);

    /// <summary>The same where rows are shorter than those of the plan.</summary>
    /// <param name="kernel">The kernel, whose name it has.</param>
    /// <param name="type">What it returns.</param>
    /// <param name="rowsOfKernel">The rows, of elements.</param>
    /// <param name="span">What makes a span of a row, for code without vectors.</param>
    /// <param name="others">The other parameters.</param>
    public string Method(
        string kernel,
        string type,
        string[] rowsOfKernel,
        Func<string, string> span,
        params Parameter[] others
    )
    {
        if (!HasVectors)
        {
            return "";
        }

        var parameters = rowsOfKernel.Select(Syntax.Input).Concat(others.Select(other => other.Declaration));
        var arguments = others.Select(other => other.Argument).ToList();
        var calls = rows.Select(row =>
            (row, $"{kernel}{row.Suffix}({string.Join(", ", rowsOfKernel.Select(row.Pass).Concat(arguments))})")
        );
        var otherwise = $"{kernel}{scalar.Suffix}({string.Join(", ", rowsOfKernel.Select(span).Concat(arguments))})";
        var signature = $"private static {type} {kernel}({string.Join(", ", parameters)})";
        return type == "void" ? OfStatements(signature, calls, otherwise) : OfExpression(signature, calls, otherwise);
    }

    /// <summary>A method that calls the widest kernel which the machine runs.</summary>
    /// <param name="signature">The method.</param>
    /// <param name="widths">The call for each width.</param>
    /// <param name="otherwise">That for machines without any.</param>
    /// <param name="attribute">The attribute of the method.</param>
    public static string OfStatements(
        string signature,
        IEnumerable<(VectorSyntax Lanes, string Call)> widths,
        string otherwise,
        string attribute = Attributes.Inline
    )
    {
        var branches = widths.Select(
            (width, index) => Branch($"{(index == 0 ? "if" : "else if")} ({width.Lanes.Condition})", width.Call)
        );
        return CodeBlock.Render(
            $$"""
            {{attribute}}
            {{signature}}
            {
                {{CodeBlock.Lines(branches.Append(Branch("else", otherwise)))}}
            }
            """
        );
    }

    /// <summary>The same for kernels that return something.</summary>
    /// <param name="signature">The method.</param>
    /// <param name="widths">The call for each width.</param>
    /// <param name="otherwise">What machines without any return.</param>
    public static string OfExpression(
        string signature,
        IEnumerable<(VectorSyntax Lanes, string Call)> widths,
        string otherwise
    )
    {
        var branches = widths.Select(width => (Condition: width.Lanes.Condition, width.Call)).ToList();
        var chain = branches
            .Select((branch, i) => $"{(i == 0 ? "" : ": ")}{branch.Condition} ? {branch.Call}")
            .ToList();
        IEnumerable<string> lines =
            branches.Count == 1 ? [branches[0].Condition, $"    ? {branches[0].Call}", $"    : {otherwise};"]
            : chain.All(line => line.Length <= LineLimit) ? chain.Append($": {otherwise};")
            : chain.Select(line => line.Replace(" ? ", "\n    ? ")).Append($": {otherwise};");
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{signature}} =>
                {{CodeBlock.Lines(lines)}}
            """
        );
    }

    private static string Branch(string condition, string call) =>
        CodeBlock.Render(
            $$"""
            {{condition}}
            {
                {{call}};
            }
            """
        );

    /// <summary>A parameter that is no row.</summary>
    /// <param name="Type">Its type, with <c>out</c> before it.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Parameter(string Type, string Name)
    {
        public string Declaration => $"{Type} {Name}";

        public string Argument => Type.StartsWith("out ", StringComparison.Ordinal) ? $"out {Name}" : Name;
    }
}
