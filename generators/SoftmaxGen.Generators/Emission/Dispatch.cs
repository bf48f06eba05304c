using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Chooses the widest row kernel that the machine runs; the JIT keeps only that one.</summary>
internal sealed class Dispatch(KernelPlan plan)
{
    private bool HasVectors => plan.Rows.Count > 0;

    /// <summary>A method that chooses between the widths; where there is only scalar code, the scalar method itself.</summary>
    public string Name(string method, string kernel) =>
        HasVectors ? method : kernel + LaneSyntax.Of(plan.Scalar).Suffix;

    /// <summary>The text of a method that chooses between the widths.</summary>
    public string Method(CodeBlock text) => HasVectors ? text.ToString() : "";

    /// <summary>A call of the method of every width: <c>return</c> before it where it has a result.</summary>
    public string Call(string method, string[] rows, string[] others, bool returns)
    {
        var arms = plan
            .Rows.Select(row => (Condition: ConditionOf(row.Lanes), Call: Invoke(method, row, rows, others)))
            .ToList();
        var scalar = Invoke(method, plan.Scalar, rows, others);
        var prefix = returns ? "return " : "";
        var branches = arms.Select(
            (arm, index) => Branch(index == 0 ? "if" : "else if", arm.Condition, prefix + arm.Call)
        );
        return arms.Count == 0
            ? $"{prefix}{scalar};"
            : CodeBlock.Lines(
                branches.Append(
                    CodeBlock.Render(
                        $$"""
                        else
                        {
                            {{prefix}}{{scalar}};
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

    private static string Invoke(string method, RowPlan row, string[] rows, string[] others)
    {
        var lanes = LaneSyntax.Of(row);
        return $"{method}{lanes.Suffix}({string.Join(", ", rows.Select(lanes.Argument).Concat(others))})";
    }

    /// <summary>
    /// Whether a width runs in hardware, with the fused multiply-add that its results depend on. Written out at each call:
    /// the JIT then never reads the other branches, which would use up what it is ready to inline.
    /// </summary>
    public static string ConditionOf(int lanes) =>
        lanes switch
        {
            4 => "Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.IsSupported)",
            8 => "Vector256.IsHardwareAccelerated && Fma.IsSupported",
            _ => "Vector512.IsHardwareAccelerated",
        };
}
