using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

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
            {{code.Access}} static {{code.Lanes.T}} TargetLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}})
            {
                {{code.Load([Operand.Logits, .. target.Inputs])}}
                {{code.MaxAndFirst}}
                {{MaskedRow.Returns(code)}}
                {{code.Reference()}}
                {{ScaledMax(code)}}

                {{code.Sum(pass)}}

                {{LossOfSums(code, pass)}}
                return {{code.Result("crossEntropy")}};
            }
            """
        );
    }

    /// <summary>Declares the largest logit at the scale of the gaps.</summary>
    public static string ScaledMax(RowCode code) =>
        code.IsWide
            ? ""
            : CodeBlock.Lines(
                code.Plan.Options.Temperature is null
                    ? $"// Halves: max - z may be more than a {code.Lanes.T} can hold where the loss is not."
                    : $"// Scaled: max - z may be more than a {code.Lanes.T} can hold where the loss is not.",
                new GapSyntax(code.Plan).Declare(code.Lanes)
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
                    $"{new GapSyntax(code.Plan).Restored("losses", code.Lanes.Constant)} + {code.Lanes.Zero}"
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
            {{code.Access}} static {{code.Lanes.T}} LabelLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, int label)
            {
                var log = LogOfSum{{code.Suffix}}({{code.Lanes.Pass("logits")}}, out var largest);
                {{MaskedRow.ReturnsBy(code, "largest")}}
                {{formula.WeightOfRow}}
                return {{formula.Of("largest", code.Lanes.At("logits", "label"), "log")}};
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
            {{code.Access}} static {{code.Lanes.T}} LabelLoss{{code.Suffix}}({{code.Lanes.Input("logits")}}, int label)
            {
                var logit = {{code.Lanes.At("logits", "label")}};
                {{code.Load([Operand.Logits, .. label.Inputs])}}
                {{code.MaxAndFirst}}
                {{MaskedRow.Returns(code)}}
                {{code.Reference()}}
                {{label.ScaledMax}}

                {{code.Sum(pass)}}

                {{formula.WeightOfRow}}
                {{SmoothedLoss(code, pass, "return")}}
            }
            """
        );
    }

    /// <summary>The smoothed loss of a row from its sums, in a statement that begins as given.</summary>
    public static string SmoothedLoss(RowCode code, SumPass pass, string statement)
    {
        var formula = new LossFormula(code.Plan);
        return CodeBlock.Lines(
            code.InfinityComment,
            $"var log = {code.LogOnePlusQuotient(pass)};",
            code.IsWide
                ? $"{statement} {formula.OfWideRow("max", "logit", "log", "smoothed")};"
                : $"{statement} {formula.Of(code.Result("max"), "logit", "log", code.Result("smoothed"))};"
        );
    }

    public static string FromProbabilities(SingleRowCode code, Attributes attributes)
    {
        var target = new TargetSyntax(code);
        var pass = new SumPass(
            [Operand.Probabilities, .. target.Inputs],
            [
                .. target.Terms,
                new Term(
                    "loss",
                    local => $"Weighted({local(target.Local)}, {code.Lanes.Zero} - {code.Log(local("p"))})"
                ),
            ],
            [new RowSum("losses", "loss")]
        );
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            {{code.Access}} static {{code.Lanes.T}} LossFromProbabilities{{code.Suffix}}({{code.Lanes.Input(
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

    /// <summary>The smoothed loss of a label from probabilities; without smoothing it takes one logarithm.</summary>
    public static string LabelFromProbabilities(SingleRowCode code, Attributes attributes)
    {
        var formula = new LossFormula(code.Plan);
        if (!formula.IsSmoothed)
        {
            return "";
        }

        var label = new LabelSyntax(code);
        var pass = new SumPass(
            [Operand.Probabilities, .. label.Inputs],
            [label.TermOf(local => $"{code.Lanes.Zero} - {code.Log(local("p"))}")],
            label.Sums
        );
        var ofLabel = code.IsScalar
            ? $"(0.0 - Log({code.InEveryLane("probabilities[label]")}))"
            : $"({code.Lanes.Element.Zero} - Vector128.ToScalar(Log(Vector128.CreateScalar({code.Lanes.At("probabilities", "label")}))))";
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            {{code.Access}} static {{code.Lanes.T}} LabelLossFromProbabilities{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, int label)
            {
                {{formula.WeightOfRow}}
                var ofLabel = {{formula.Times(formula.FactorOfRow, ofLabel)}};
                {{code.Load([Operand.Probabilities, .. label.Inputs])}}
                {{code.Sum(pass)}}
                return {{(code.IsWide ? $"({code.Lanes.T})(smoothed + ofLabel)" : $"{code.Lanes.ToElement("smoothed")} + ofLabel")}};
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
            internal static {{lanes.Type}} Weighted({{lanes.Type}} t, {{lanes.Type}} value) =>
                {{(
                lanes is VectorSyntax vector
                    ? $"{vector.Class}.AndNot(t * value, {vector.Class}.Equals(t, {vector.Zero}))"
                    : "t == 0 ? 0 : t * value"
            )}};
            """
        );

    /// <summary>The loss of a label from its probability, which a single vector of 128 bits takes.</summary>
    public static string OfProbability(ElementSyntax element, string probability) =>
        $"{element.Zero} - Vector128.ToScalar(Log(Vector128.CreateScalar({probability})))";

    public static string OfProbability(ScalarSyntax scalar, string probability)
    {
        var loss = $"0.0 - Log({scalar.Widened(probability)})";
        return scalar.ToElement(scalar.IsWider ? $"({loss})" : loss);
    }

    /// <summary>A sum as an element. The sign of a zero would depend on the width.</summary>
    private static string Normalized(RowCode code, string sum) =>
        code.IsWide ? code.Lanes.ToElement(sum) : code.Lanes.ToElement(sum) + $" + {code.Lanes.Element.Zero}";
}
