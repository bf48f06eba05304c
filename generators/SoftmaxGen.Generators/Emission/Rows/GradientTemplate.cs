using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>Gradients of the losses with respect to the logits.</summary>
internal static class GradientTemplate
{
    public static string OfLabel(SingleRowCode code, Attributes attributes) =>
        new LossFormula(code.Plan).IsSmoothed ? OfSmoothedLabel(code.KeepingLogits, attributes)
        : code.IsScalar ? OfLabelScalar(code.WithOutput, attributes)
        : OfLabelVector(code.WithOutput, attributes);

    private static string OfLabelVector(RowCode code, Attributes attributes)
    {
        var lanes = (VectorSyntax)code.Lanes;
        var formula = new LossFormula(code.Plan);
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes the gradient, times <paramref name="scale"/>, and returns the loss.</summary>
            {{attributes.Entry}}
            {{code.Access}} static {{code.Lanes.T}} LabelGradient{{code.Suffix}}({{lanes.Input(
                "logits"
            )}}, {{lanes.Output("gradient")}}, int label, {{code.Lanes.T}} scale)
            {
                var logit = Unsafe.Add(ref logits, label);
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}
                {{MaskedRow.WritesAndReturns(code, "gradient")}}
                var labelled = {{lanes.Constant("logit")}};
                {{code.Reference("gradient", "labelled")}}
                {{formula.WeightOfRow}}
                var factor = {{lanes.Constant(ScaleOfRow(formula))}};

                {{code.Sum(LabelPass(code))}}
                {{code.Reciprocal}}

                {{code.MapStored(LabelPass(code), e => $"{code.Quotient(e)} * factor")}}

                // Lane 0 has the label, the others the largest logit. p - 1 would cancel where they are the same.
                var exponentials = Exp({{lanes.Class}}.WithElement(top, 0, {{lanes.ToElement("labelled")}}), row);
                var probability = {{code.Quotient("exponentials")}};
                var isFirst = {{lanes.WhereEqual(lanes.Integers("label"), lanes.Integers("first"))}};
                var ofLabel = Select(isFirst, -(others / sum), probability - {{lanes.Constant(lanes.Element.One)}});
                Unsafe.Add(ref gradient, label) = {{lanes.ToElement("ofLabel * factor")}};

                var log = Vector128.GetElement({{LogTemplate.NameOfRow(lanes)}}({{lanes.Lowest128("others / exponentials")}}), 1);
                return {{formula.Of(code.Result("max"), "logit", "log")}};
            }
            """
        );
    }

    /// <summary>Without smoothing the weight of a label is a factor of the whole gradient.</summary>
    private static string ScaleOfRow(LossFormula formula) => formula.IsWeighted ? "scale * weight" : "scale";

    private static string OfLabelScalar(RowCode code, Attributes attributes)
    {
        var lanes = (ScalarSyntax)code.Lanes;
        var formula = new LossFormula(code.Plan);
        var pass = LabelPass(code);
        var scale = formula.IsWeighted ? "(scale * weight)" : "scale";
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes the gradient, times <paramref name="scale"/>, and returns the loss.</summary>
            {{attributes.Entry}}
            {{code.Access}} static {{lanes.T}} LabelGradientScalar(ReadOnlySpan<{{lanes.T}}> logits, Span<{{lanes.T}}> gradient, int label, {{lanes.T}} scale)
            {
                var logit = logits[label];
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}
                {{MaskedRow.WritesAndReturns(code, "gradient")}}
                {{(
                code.IsWide ? "" : CodeBlock.Lines("var labelled = logit;", code.Reference("gradient", "labelled"))
            )}}

                {{code.Sum(pass)}}

                {{formula.WeightOfRow}}
                {{code.MapStored(pass, e => $"{lanes.ToElement(lanes.Grouped($"{e} / sum"))} * {scale}")}}

                // p - 1 would cancel where the label has the largest logit.
                var ofLabel = label == first ? -(others / sum) : ({{code.ExpOfShifted("logit", "labelled")}} / sum) - 1;
                gradient[label] = {{lanes.ToElement("ofLabel")}} * {{scale}};
                {{code.InfinityComment}}
                return {{formula.Of(lanes.ToElement("max"), "logit", code.LogOnePlusQuotient(pass))}};
            }
            """
        );
    }

    /// <summary>A label that is smoothed is a target made of its class and all others.</summary>
    private static string OfSmoothedLabel(RowCode code, Attributes attributes)
    {
        var label = new LabelSyntax(code);
        var formula = new LossFormula(code.Plan);
        var sums = label.Pass(
            new SumPass(
                [Operand.Logits],
                [code.Exponential],
                [new RowSum("sum", "e"), new RowSum("others", "e", WithoutFirst: true)]
            )
        );
        var map = new MapPass(
            [Operand.Logits, .. label.Inputs],
            [code.Exponential],
            local =>
                Scaled(
                    code,
                    label.Less(Grouped(code, local("e")), TargetSyntax.Added(code, code.Plan.Options.Losses!, local))
                ),
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes the gradient of the smoothed label, times <paramref name="scale"/>, and returns the loss.</summary>
            {{attributes.Entry}}
            {{code.Access}} static {{code.Lanes.T}} LabelGradient{{code.Suffix}}({{code.Lanes.Input(
                "logits"
            )}}, {{code.Lanes.Output("gradient")}}, int label, {{code.Lanes.T}} scale)
            {
                var logit = {{code.Lanes.At("logits", "label")}};
                {{code.Load([Operand.Logits, .. label.Inputs])}}
                {{code.MaxAndFirst}}
                {{MaskedRow.WritesAndReturns(code, "gradient")}}
                {{(code.IsWide ? "" : $"var labelled = {code.Lanes.Constant("logit")};")}}
                {{code.Reference(null, "labelled")}}
                {{label.ScaledMax}}

                {{code.Sum(sums)}}

                {{formula.WeightOfRow}}
                {{LossTemplate.SmoothedLoss(code, sums, "var crossEntropy =")}}
                {{code.Reciprocal}}
                {{(label.HasTotal ? $"var total = {code.Lanes.Constant($"weight + {OptionConstants.TotalSmoothing}")};" : "")}}
                {{(code.IsScalar ? "" : $"var factor = {code.Lanes.Constant("scale")};")}}
                var exponential = {{code.ExpOfShifted("logit", "labelled")}};
                var ofLabel = {{label.Less(Grouped(code, "exponential"), code.IsScalar ? $"({formula.TargetOfRow})" : code.Lanes.Constant(formula.TargetOfRow))}};
                {{code.Map(map)}}
                {{code.Lanes.At("gradient", "label")}} = {{(
                    code.IsScalar ? $"{code.Lanes.ToElement("ofLabel")} * scale" : code.Lanes.ToElement("ofLabel * factor")
                )}};
                return crossEntropy;
            }
            """
        );
    }

    private static SumPass LabelPass(RowCode code) =>
        new(
            [Operand.Logits],
            [code.Exponential],
            [new RowSum("sum", "e"), new RowSum("others", "e", WithoutFirst: true)],
            "gradient"
        );

    public static string OfTarget(SingleRowCode row, Attributes attributes)
    {
        var code = row.KeepingLogits;
        var target = new TargetSyntax(code);
        var sums = new SumPass(
            [Operand.Logits, .. target.Inputs],
            [code.Exponential, .. target.Terms, target.Loss],
            [new RowSum("sum", "e"), new RowSum("others", "e", WithoutFirst: true), .. target.LossSums]
        );
        var map = new MapPass(
            [Operand.Logits, .. target.Inputs],
            [code.Exponential, .. target.Terms],
            local =>
                Scaled(
                    code,
                    code.Lanes.MultiplySubtract(Grouped(code, local("e")), "weights", Negatable(local(target.Local)))
                ),
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes p w - t, where w is the sum of the target, times <paramref name="scale"/>; returns the loss.</summary>
            {{attributes.Entry}}
            {{code.Access}} static {{code.Lanes.T}} TargetGradient{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}}, {{code.Lanes.Output("gradient")}}, {{code.Lanes.T}} scale)
            {
                {{code.Load([Operand.Logits, .. target.Inputs])}}
                {{code.MaxAndFirst}}
                {{MaskedRow.WritesAndReturns(code, "gradient")}}
                {{code.Reference()}}
                {{LossTemplate.ScaledMax(code)}}

                {{code.Sum(sums)}}

                {{LossTemplate.LossOfSums(code, sums)}}
                {{code.Reciprocal}}
                {{(code.IsScalar ? "" : $"var factor = {code.Lanes.Constant("scale")};")}}
                {{code.Map(map)}}
                return {{code.Result("crossEntropy")}};
            }
            """
        );
    }

    /// <summary>An expression that a sign may stand before.</summary>
    private static string Negatable(string value) => value.Contains(" * ") ? $"({value})" : value;

    private static string Scaled(RowCode code, string gradient) =>
        code.Lanes is ScalarSyntax scalar
            ? $"{scalar.ToElement(scalar.Grouped(gradient))} * scale"
            : $"{VectorSyntax.Parenthesized(gradient)} * factor";

    /// <summary>The probability, as an operand.</summary>
    private static string Grouped(RowCode code, string exponential) =>
        code.IsWide ? $"({exponential} / sum)" : code.Quotient(exponential);
}
