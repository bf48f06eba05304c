using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Chooses the widest row kernel that the machine runs; the JIT keeps only that one.</summary>
/// <param name="rows">The widths that compute a row, widest first.</param>
/// <param name="batches">The widths that compute many, widest first.</param>
/// <param name="scalar">What the others run.</param>
internal sealed class Dispatch(IReadOnlyList<VectorSyntax> rows, IReadOnlyList<VectorSyntax> batches, LaneSyntax scalar)
{
    public static Dispatch Of(KernelPlan plan) =>
        new(
            [.. plan.Rows.Select(row => (VectorSyntax)LaneSyntax.Of(row))],
            [.. plan.Batches.Select(LaneSyntax.Of)],
            LaneSyntax.Of(plan.Scalar)
        );

    private bool HasVectors => batches.Count > 0;

    /// <summary>A method that chooses between the widths; where there is only scalar code, the scalar method itself.</summary>
    public string Name(string method, string kernel) => HasVectors ? method : kernel + scalar.Suffix;

    /// <summary>The text of a method that chooses between the widths.</summary>
    public string Method(CodeBlock text) => HasVectors ? text.ToString() : "";

    /// <summary>A call of the row kernel of every width: <c>return</c> before it where it has a result.</summary>
    public string Call(string method, string[] spans, string[] others, bool returns)
    {
        var prefix = returns ? "return " : "";
        return Choose(
            rows.Select(row => (row.Bits, prefix + Invoke(method, row, spans, others))),
            prefix + Invoke(method, scalar, spans, others)
        );
    }

    /// <summary>A call of the batch kernel of every width. It takes the number of rows, or of elements, last.</summary>
    public string Batch(string kernel, string[] spans, string[] others, string count) =>
        Choose(
            batches.Select(batch =>
                (batch.Bits, Invoke(kernel + "Batch", batch, spans, [.. others, $"(nuint){count}"]))
            ),
            Invoke(kernel + "Batch", scalar, spans, [.. others, count])
        );

    private static string Choose(IEnumerable<(int Bits, string Call)> widths, string otherwise)
    {
        var branches = widths
            .Select((width, index) => Branch(index == 0 ? "if" : "else if", ConditionOf(width.Bits), width.Call))
            .ToList();
        return branches.Count == 0
            ? $"{otherwise};"
            : CodeBlock.Lines(
                branches.Append(
                    CodeBlock.Render(
                        $$"""
                        else
                        {
                            {{otherwise}};
                        }
                        """
                    )
                )
            );
    }

    private static string Branch(string keyword, string condition, string call) =>
        CodeBlock.Render(
            $$"""
            {{keyword}} ({{condition}})
            {
                {{call}};
            }
            """
        );

    private static string Invoke(string method, LaneSyntax lanes, string[] spans, string[] others) =>
        $"{method}{lanes.Suffix}({string.Join(", ", spans.Select(lanes.Argument).Concat(others))})";

    /// <summary>
    /// Whether a width runs in hardware, with the fused multiply-add that its results depend on. Written out at each call:
    /// the JIT then never reads the other branches, which would use up what it is ready to inline.
    /// </summary>
    public static string ConditionOf(int bits) =>
        bits switch
        {
            128 => "Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.Arm64.IsSupported)",
            256 => "Vector256.IsHardwareAccelerated && Fma.IsSupported",
            _ => "Vector512.IsHardwareAccelerated",
        };
}
