namespace SoftmaxGen.Generators.Emission;

/// <summary>Losses against a target distribution.</summary>
internal static class LossTemplate
{
    public static string Target(SingleRowCode row, Attributes attributes)
    {
        var code = row.KeepingLogits;
        var target = new TargetSyntax(code);
        var pass = new SumPass(
            [Operand.Logits, .. target.Inputs],
            [code.Exponential, .. target.Terms, target.Loss],
            [new RowSum("others", "e", WithoutFirst: true), .. target.LossSums],
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
                {{code.Load([Operand.Logits, .. target.Inputs])}}
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

    public static string HalfMax(RowCode code) =>
        code.IsWide
            ? ""
            : CodeBlock.Lines(
                "// Halves: max - z may be more than a float can hold where the loss is not.",
                $"var halfMax = max * {code.Lanes.Constant(code.Lanes.Element.Fraction("0.5"))};"
            );

    /// <summary>Statements that declare <c>crossEntropy</c> and normalize <c>weights</c>.</summary>
    public static string LossOfSums(RowCode code, SumPass pass) =>
        code.IsWide
            ? CodeBlock.Render(
                $$"""
                {{code.InfinityComment}}
                {{SoftmaxTemplate.LogInEveryLane(code, pass)}}
                var crossEntropy = {{(
                    code.Plan.Options.Temperature is null ? "losses" : $"(losses * {OptionConstants.Inverse})"
                )}} + (log * weights);
                """
            )
            : CodeBlock.Render(
                $$"""
                {{SoftmaxTemplate.LogInEveryLane(code, pass)}}
                // The whole of the halves. + 0: the sign of a zero depends on the width.
                weights += {{code.Lanes.Zero}};
                var crossEntropy = {{code.Lanes.MultiplyAdd(
                    "log",
                    "weights",
                    $"{new LossFormula(code.Plan).Doubled("losses", code.Lanes.Constant)} + {code.Lanes.Zero}"
                )}};
                """
            );

    public static string Label(SingleRowCode row, Attributes attributes) =>
        new LossFormula(row.Plan).IsSmoothed ? SmoothedLabel(row.KeepingLogits, attributes) : PlainLabel(row);

    private static string PlainLabel(RowCode code)
    {
        var formula = new LossFormula(code.Plan);
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static {{code.Lanes.T}} LabelLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, int label)
            {
                var log = LogOfSum{{code.Suffix}}({{code.Lanes.Pass("logits")}}, out var largest);
                {{formula.WeightOfRow}}
                return {{formula.OfRow("largest", code.Lanes.At("logits", "label"), "log")}};
            }
            """
        );
    }

    private static string SmoothedLabel(RowCode code, Attributes attributes)
    {
        var label = new LabelSyntax(code);
        var formula = new LossFormula(code.Plan);
        var pass = label.Pass(SoftmaxTemplate.Others(code));
        return CodeBlock.Render(
            $$"""
            /// <summary>The smoothed loss of a label.</summary>
            {{attributes.Entry}}
            private static {{code.Lanes.T}} LabelLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, int label)
            {
                var logit = {{code.Lanes.At("logits", "label")}};
                {{code.Load([Operand.Logits, .. label.Inputs])}}
                {{code.MaxAndFirst}}
                {{code.Reference()}}
                {{label.HalfMax}}

                {{code.Sum(pass)}}

                {{formula.WeightOfRow}}
                {{SmoothedLoss(code, pass)}}
                return loss;
            }
            """
        );
    }

    /// <summary>Declares <c>loss</c>, the smoothed loss of a row, from its sums.</summary>
    public static string SmoothedLoss(RowCode code, SumPass pass)
    {
        var formula = new LossFormula(code.Plan);
        return CodeBlock.Lines(
            code.InfinityComment,
            $"var log = {code.LogOnePlusQuotient(pass)};",
            code.IsWide
                ? $"var loss = {formula.OfWideRow("max", "logit", "log", "smoothed")};"
                : $"var loss = {formula.OfRow(code.Result("max"), "logit", "log", code.Result("smoothed"))};"
        );
    }

    public static string FromProbabilities(RowCode code, Attributes attributes)
    {
        var target = new TargetSyntax(code);
        var pass = new SumPass(
            [Operand.Probabilities, .. target.Inputs],
            [
                .. target.Terms,
                new Term("loss", local => $"Weighted({local(target.Local)}, {code.Lanes.Zero} - Log({local("p")}))"),
            ],
            [new RowSum("losses", "loss")]
        );
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static {{code.Lanes.T}} LossFromProbabilities{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, {{code.Lanes.Input("target")}})
            {
                {{code.Load([Operand.Probabilities, .. target.Inputs])}}
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

    /// <summary>A sum as a float. The sign of a zero would depend on the width.</summary>
    private static string Normalized(RowCode code, string sum) =>
        code.IsWide ? code.Lanes.ToElement(sum) : code.Lanes.ToElement(sum) + " + 0f";
}
