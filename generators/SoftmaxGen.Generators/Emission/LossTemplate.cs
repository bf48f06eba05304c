namespace SoftmaxGen.Generators.Emission;

/// <summary>Losses against a target distribution.</summary>
internal static class LossTemplate
{
    public static string Target(RowCode code)
    {
        var pass = TermsOfTarget(code);
        return CodeBlock.Render(
            $$"""
            /// <summary>-sum of t log p, from the logits, the largest of them and log(1 + the other terms / the largest).</summary>
            {{Attributes.Inline}}
            private static float TargetLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}}, float max, float logOfSum, out float weight)
            {
                {{code.Load(Operand.Logits, Operand.Target)}}
                {{Largest(code)}}

                {{code.Sum(pass)}}

                weight = {{Normalized(code, "weights")}};
                {{ReturnOfTarget(code)}}
            }
            """
        );
    }

    public static string FromProbabilities(RowCode code)
    {
        var pass = new SumPass(
            [Operand.Probabilities, Operand.Target],
            [new Term("loss", local => $"Weighted({local("t")}, {code.Lanes.Zero} - Log({local("p")}))")],
            [new RowSum("losses", "loss")]
        );
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static float LossFromProbabilities{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, {{code.Lanes.Input("target")}})
            {
                {{code.Load(Operand.Probabilities, Operand.Target)}}
                {{code.Sum(pass)}}
                return {{Normalized(code, "losses")}};
            }
            """
        );
    }

    private static string Largest(RowCode code) =>
        code.IsScalar
            ? "var largest = (double)max;"
            : CodeBlock.Lines(
                "// Halves: max - z may be more than a float can hold where the loss is not.",
                $"var halfMax = {code.Lanes.Constant("max * 0.5f")};"
            );

    /// <summary>t times a value, and 0 where t is 0, whatever the value.</summary>
    public static string WeightedMethod(LaneSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>t times the value; 0 where t is 0, even if the value is infinite.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Weighted({{lanes.Type}} t, {{lanes.Type}} value) =>
                {{(
                lanes is VectorSyntax vector
                    ? $"{vector.Class}.AndNot(t * value, {vector.Class}.Equals(t, {vector.Zero}))"
                    : "t == 0 ? 0 : t * value"
            )}};
            """
        );

    private static SumPass TermsOfTarget(RowCode code) =>
        new(
            [Operand.Logits, Operand.Target],
            [new Term("loss", local => $"Weighted({local("t")}, {Gap(code, local("z"))})")],
            [new RowSum("losses", "loss"), new RowSum("weights", "t")]
        );

    /// <summary>Half of m - z: the whole may overflow where the loss does not.</summary>
    private static string Gap(RowCode code, string logit) =>
        code.IsScalar ? $"largest - {logit}" : code.Lanes.MultiplyAdd(logit, code.Lanes.Constant("-0.5f"), "halfMax");

    private static string ReturnOfTarget(RowCode code) =>
        code.IsScalar
            ? "return (float)(losses + (logOfSum * weights));"
            : CodeBlock.Render(
                $$"""
                // The whole of the halves. + 0: the sign of a zero depends on the width.
                losses = losses + losses + {{code.Lanes.Zero}};
                return {{code.Lanes.ToFloat(
                    code.Lanes.MultiplyAdd(code.Lanes.Constant("logOfSum"), code.Lanes.Constant("weight"), "losses")
                )}};
                """
            );

    /// <summary>A sum as a float. The sign of a zero would depend on the width.</summary>
    private static string Normalized(RowCode code, string sum) =>
        code.IsScalar ? code.Lanes.ToFloat(sum) : code.Lanes.ToFloat(sum) + " + 0f";
}
