using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Gradients of the losses with respect to the logits, and of softmax itself.</summary>
internal static class GradientTemplate
{
    public static string OfLabel(RowCode code, Attributes attributes) =>
        code.IsScalar ? OfLabelScalar(code, attributes) : OfLabelVector(code, attributes);

    private static string OfLabelVector(RowCode code, Attributes attributes)
    {
        var lanes = (VectorSyntax)code.Lanes;
        return CodeBlock.Render(
            $$"""
            /// <summary>Writes the gradient, times <paramref name="scale"/>, and returns the loss.</summary>
            {{attributes.Entry}}
            private static {{code.Lanes.T}} LabelGradient{{code.Suffix}}({{lanes.Input(
                "logits"
            )}}, {{lanes.Output("gradient")}}, int label, {{code.Lanes.T}} scale)
            {
                var logit = Unsafe.Add(ref logits, label);
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}
                var labelled = {{lanes.Constant("logit")}};
                {{code.Reference("gradient", "labelled")}}
                var factor = {{lanes.Constant("scale")}};

                {{code.Sum(LabelPass(code))}}
                {{code.Reciprocal}}

                {{code.MapStored(LabelPass(code), e => $"{code.Quotient(e)} * factor")}}

                // Lane 0 has the label, the others the largest logit. p - 1 would cancel where they are the same.
                var exponentials = Exp(top.WithElement(0, labelled.ToScalar()), row);
                var probability = {{code.Quotient("exponentials")}};
                var isFirst = {{lanes.Class}}.Equals({{lanes.Integers("label")}}, {{lanes.Integers("first")}}).{{lanes.AsElements}};
                var ofLabel = Select(isFirst, -(others / sum), probability - {{lanes.Constant(lanes.Element.One)}});
                Unsafe.Add(ref gradient, label) = (ofLabel * factor).ToScalar();

                var log = LogOnePlus({{lanes.Lowest128("others / exponentials")}}).GetElement(1);
                return {{code.Result("max")}} - logit + log;
            }
            """
        );
    }

    private static string OfLabelScalar(RowCode code, Attributes attributes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>Writes the gradient, times <paramref name="scale"/>, and returns the loss.</summary>
            {{attributes.Entry}}
            private static {{code.Lanes.T}} LabelGradientScalar(ReadOnlySpan<{{code.Lanes.T}}> logits, Span<{{code.Lanes.T}}> gradient, int label, {{code.Lanes.T}} scale)
            {
                var logit = logits[label];
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}

                {{code.Sum(LabelPass(code))}}

                {{code.MapStored(LabelPass(code), e => $"({code.Lanes.T})({e} / sum) * scale")}}

                // p - 1 would cancel where the label has the largest logit.
                var ofLabel = label == first ? -(others / sum) : (Exp(logit - max) / sum) - 1;
                gradient[label] = ({{code.Lanes.T}})ofLabel * scale;
                {{code.InfinityComment}}
                return ({{code.Lanes.T}})max - logit + {{code.LogOnePlusQuotient(LabelPass(code))}};
            }
            """
        );

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
            private static {{code.Lanes.T}} TargetGradient{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Input(
                "target"
            )}}, {{code.Lanes.Output("gradient")}}, {{code.Lanes.T}} scale)
            {
                {{code.Load([Operand.Logits, .. target.Inputs])}}
                {{code.MaxAndFirst}}
                {{code.Reference()}}
                {{LossTemplate.HalfMax(code)}}

                {{code.Sum(sums)}}

                {{LossTemplate.LossOfSums(code, sums)}}
                {{code.Reciprocal}}
                {{(code.IsWide ? "" : $"var factor = {code.Lanes.Constant("scale")};")}}
                {{code.Map(map)}}
                return {{code.Result("crossEntropy")}};
            }
            """
        );
    }

    /// <summary>An expression that a sign may stand before.</summary>
    private static string Negatable(string value) => value.Contains(" * ") ? $"({value})" : value;

    private static string Scaled(RowCode code, string gradient) =>
        code.IsWide ? $"({code.Lanes.T})({gradient}) * scale" : $"{gradient} * factor";

    public static string OfSoftmax(RowCode code, Attributes attributes)
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
            {{attributes.Entry}}
            private static void SoftmaxGradient{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, {{code.Lanes.Input("upstream")}}, {{code.Lanes.Output("gradient")}})
            {
                {{code.Load(Operand.Probabilities, Operand.Upstream)}}
                {{code.Sum(pass)}}
                {{(code.IsWide ? "" : "// Halves: where p is 0, g - dot may be more than a float can hold. + 0: the sign of a zero depends on the width.")}}
                {{HalfDot(code)}}

                {{code.Map(map)}}
            }
            """
        );
    }

    /// <summary>p (g - dot). In float by halves: where p is 0, the difference may be more than a float can hold.</summary>
    private static string Centered(RowCode code, string probability, string upstream) =>
        code.IsWide
            ? $"{probability} * ({upstream} - dot){OverTemperature(code.Plan)}"
            : $"{Doubled(code, probability)} * {code.Lanes.MultiplySubtract(upstream, code.Lanes.Constant(code.Lanes.Element.Fraction("0.5")), "halfDot")}";

    private static string Doubled(RowCode code, string probability) =>
        code.Plan.Options.Temperature is null
            ? $"({probability} + {probability})"
            : $"{probability} * {code.Lanes.Constant(OptionConstants.TwoInverse)}";

    private static string OverTemperature(KernelPlan plan) =>
        plan.Options.Temperature is null ? "" : $" * {OptionConstants.Inverse}";

    private static string HalfDot(RowCode code) =>
        code.IsWide
            ? ""
            : $"var halfDot = (dot + {code.Lanes.Zero}) * {code.Lanes.Constant(code.Lanes.Element.Fraction("0.5"))};";

    /// <summary>The probability, as an operand.</summary>
    private static string Grouped(RowCode code, string exponential) =>
        code.IsWide ? $"({exponential} / sum)" : code.Quotient(exponential);
}
