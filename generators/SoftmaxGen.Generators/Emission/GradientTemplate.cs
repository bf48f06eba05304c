namespace SoftmaxGen.Generators.Emission;

/// <summary>Gradients of the losses with respect to the logits, and of softmax itself.</summary>
internal static class GradientTemplate
{
    public static string OfLabel(RowCode code)
    {
        var pass = new SumPass(
            [Operand.Logits],
            [code.Exponential],
            [new RowSum("sum", "e"), new RowSum("others", "e", WithoutFirst: true)],
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes the probabilities and returns log(1 + others / largest). The gradient of the label is p - 1; where the label is <paramref name="first"/>, the first largest logit, it is -rest: p - 1 would cancel.</summary>
            {{Attributes.Inline}}
            private static float LabelGradient{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "gradient"
            )}}, out float largest, out int first, out float rest)
            {
                {{code.Load(Operand.Logits)}}
                {{code.Max("max")}}
                first = {{code.First("max")}};
                {{code.Reference("max")}}

                {{code.Sum(pass)}}

                {{code.MapStored(pass, e => $"{e} / sum")}}

                largest = {{code.Lanes.ToFloat("max")}};
                rest = {{code.Lanes.ToFloat(code.IsScalar ? "(others / sum)" : "others / sum")}};
                {{code.InfinityComment}}
                return {{code.LogOnePlusQuotient("others")}};
            }
            """
        );
    }

    public static string OfTarget(RowCode code)
    {
        var sum = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")]);
        var map = new MapPass(
            [Operand.Logits, Operand.Target],
            [code.Exponential],
            local => code.Lanes.MultiplySubtract(Quotient(code, local("e")), "weights", local("t")),
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes p w - t, where w is the sum of the target: 1 for a distribution.</summary>
            {{Attributes.Inline}}
            private static void TargetGradient{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}}, {{code.Lanes.Output("gradient")}}, float weight)
            {
                {{code.Load(Operand.Logits, Operand.Target)}}
                {{code.Max("max")}}
                {{code.Reference("max")}}
                var weights = {{SoftmaxTemplate.Broadcast(code, "weight")}};

                {{code.Sum(sum)}}

                {{code.Map(map)}}
            }
            """
        );
    }

    public static string OfSoftmax(RowCode code)
    {
        var pass = new SumPass(
            [Operand.Probabilities, Operand.Upstream],
            [new Term("product", local => $"{local("p")} * {local("g")}")],
            [new RowSum("dot", "product")]
        );
        var map = new MapPass(
            [Operand.Probabilities, Operand.Upstream],
            [],
            local => Centered(code, local("p"), local("g")),
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void SoftmaxGradient{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, {{code.Lanes.Input("upstream")}}, {{code.Lanes.Output("gradient")}})
            {
                {{code.Load(Operand.Probabilities, Operand.Upstream)}}
                {{code.Sum(pass)}}
                {{(code.IsScalar ? "" : "// Halves: where p is 0, g - dot may be more than a float can hold. + 0: the sign of a zero depends on the width.")}}
                {{HalfDot(code)}}

                {{code.Map(map)}}
            }
            """
        );
    }

    /// <summary>p (g - dot). In float by halves: where p is 0, the difference may be more than a float can hold.</summary>
    private static string Centered(RowCode code, string probability, string upstream) =>
        code.IsScalar
            ? $"{probability} * ({upstream} - dot)"
            : $"({probability} + {probability}) * {code.Lanes.MultiplySubtract(upstream, code.Lanes.Constant("0.5f"), "halfDot")}";

    private static string HalfDot(RowCode code) =>
        code.IsScalar ? "" : $"var halfDot = (dot + {code.Lanes.Zero}) * {code.Lanes.Constant("0.5f")};";

    private static string Quotient(RowCode code, string exponential) =>
        code.IsScalar ? $"({exponential} / sum)" : $"{exponential} / sum";
}
