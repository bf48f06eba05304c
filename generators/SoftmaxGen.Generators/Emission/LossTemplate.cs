namespace SoftmaxGen.Generators.Emission;

/// <summary>Losses against a target distribution.</summary>
internal static class LossTemplate
{
    public static string Target(SingleRowCode row, Attributes attributes)
    {
        var code = row.KeepingLogits;
        var pass = new SumPass(
            [Operand.Logits, Operand.Target],
            [code.Exponential, LossTerm(code)],
            [new RowSum("others", "e", WithoutFirst: true), .. LossSums],
            KeepsTerms: false
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>-sum of t log p, from the gaps between the largest logit and the others.</summary>
            {{attributes.Entry}}
            private static {{code.Lanes.T}} TargetLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}})
            {
                {{code.Load(Operand.Logits, Operand.Target)}}
                {{code.MaxAndFirst}}
                {{code.Reference()}}
                {{HalfMax(code)}}

                {{code.Sum(pass)}}

                {{LossOfSums(code, pass)}}
                return {{code.Result("crossEntropy")}};
            }
            """
        );
    }

    /// <summary>The sums that <see cref="LossOfSums"/> needs beside that of the exponentials.</summary>
    public static RowSum[] LossSums => [new("losses", "loss"), new("weights", "t")];

    /// <summary>t (m - z), by halves in vectors: the whole may overflow where the loss does not.</summary>
    public static Term LossTerm(RowCode code) =>
        new(
            "loss",
            local =>
                code.IsWide
                    ? $"Weighted({local("t")}, max - {local("z")})"
                    : $"Weighted({local("t")}, {code.Lanes.MultiplyAdd(local("z"), code.Lanes.Constant(code.Lanes.Element.Fraction("-0.5")), "halfMax")})"
        );

    public static string HalfMax(RowCode code) =>
        code.IsWide
            ? ""
            : CodeBlock.Lines(
                $"// Halves: max - z may be more than a {code.Lanes.T} can hold where the loss is not.",
                $"var halfMax = max * {code.Lanes.OneHalf};"
            );

    /// <summary>Statements that declare <c>crossEntropy</c> and normalize <c>weights</c>.</summary>
    public static string LossOfSums(RowCode code, SumPass pass) =>
        code.IsWide
            ? CodeBlock.Render(
                $$"""
                {{code.InfinityComment}}
                {{SoftmaxTemplate.LogInEveryLane(code, pass)}}
                var crossEntropy = losses + (log * weights);
                """
            )
            : CodeBlock.Render(
                $$"""
                {{SoftmaxTemplate.LogInEveryLane(code, pass)}}
                // The whole of the halves. + 0: the sign of a zero depends on the width.
                weights += {{code.Lanes.Zero}};
                var crossEntropy = {{code.Lanes.MultiplyAdd("log", "weights", $"losses + losses + {code.Lanes.Zero}")}};
                """
            );

    public static string Label(RowCode code) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static {{code.Lanes.T}} LabelLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, int label)
            {
                var log = LogOfSum{{code.Suffix}}({{code.Lanes.Pass("logits")}}, out var largest);
                return largest - {{code.Lanes.At("logits", "label")}} + log;
            }
            """
        );

    public static string FromProbabilities(RowCode code, Attributes attributes)
    {
        var pass = new SumPass(
            [Operand.Probabilities, Operand.Target],
            [new Term("loss", local => $"Weighted({local("t")}, {code.Lanes.Zero} - Log({local("p")}))")],
            [new RowSum("losses", "loss")]
        );
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static {{code.Lanes.T}} LossFromProbabilities{{code.Suffix}}({{code.Lanes.Input(
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

    /// <summary>The loss of a label from its probability, which a single vector of 128 bits takes.</summary>
    public static string OfProbability(ElementSyntax element, string probability) =>
        $"{element.Zero} - Log(Vector128.CreateScalar({probability})).ToScalar()";

    public static string OfProbability(ScalarSyntax scalar, string probability)
    {
        var loss = $"0.0 - Log({scalar.Widened(probability)})";
        return scalar.ToElement(scalar.IsWider ? $"({loss})" : loss);
    }

    /// <summary>A sum as an element. The sign of a zero would depend on the width.</summary>
    private static string Normalized(RowCode code, string sum) =>
        code.IsWide ? code.Lanes.ToElement(sum) : code.Lanes.ToElement(sum) + $" + {code.Lanes.Element.Zero}";
}
