using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The loss of a label from its probability: one logarithm, for which no width is chosen. Of many rows as many at once as a
/// vector has lanes.
/// </summary>
internal sealed class LabelLogarithm(KernelPlan plan, Dispatch dispatch)
{
    private readonly LossFormula formula = new(plan);

    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    /// <summary>Of one row.</summary>
    public string Render()
    {
        var scalar = (ScalarSyntax)LaneSyntax.Of(plan.Scalar);
        var loss = dispatch.HasVectors
            ? CodeBlock.Render(
                $$"""
                {{Dispatch.ConditionOf(bits: 128)}}
                    ? {{LossTemplate.OfProbability(Element, "probability")}}
                    : {{LossTemplate.OfProbability(scalar, "probability")}}
                """
            )
            : LossTemplate.OfProbability(scalar, "probability");
        return CodeBlock.Render(
            $$"""
            /// <summary>-log of the probability of the label.</summary>
            {{Attributes.Inline}}
            private static {{T}} {{dispatch.Name("LabelLossFromProbabilities")}}({{dispatch.Syntax.Input("probabilities")}}, int label)
            {
                var probability = {{dispatch.Syntax.At("probabilities", "label")}};
                {{(
                formula.IsWeighted
                    ? CodeBlock.Lines(
                        formula.WeightOfRow,
                        $"var loss = {loss};",
                        $"return {formula.Times("weight", "loss")};"
                    )
                    : $"return {loss};"
            )}}
            }
            """
        );
    }

    /// <summary>Of many rows, in one width.</summary>
    public string OfMany(VectorSyntax lanes)
    {
        var loss = $"{lanes.Zero} - Log({ElementsOf("probabilities", lanes)})";
        return CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The losses of the labels from probabilities", lanes.Count)}}
            {{Attributes.Inline}}
            private static nuint LabelLossesFromProbabilitiesMany{{lanes.Suffix}}(ref {{T}} probabilities, ref int labels, ref {{T}} losses, nuint rows)
            {
                for (; rows >= {{lanes.Count}}; rows -= {{lanes.Count}})
                {
                    {{(formula.IsWeighted ? $"var weight = WeightsOfLabels{lanes.Suffix}(ref labels);" : "")}}
                    {{lanes.Store(
                formula.IsWeighted ? formula.Times("weight", formula.IsMasked ? loss : $"({loss})") : loss,
                "losses",
                "0"
            )}}

                    {{RowRun.Advance("probabilities", lanes.Count * plan.Classes)}}
                    {{RowRun.Advance("labels", lanes.Count)}}
                    {{RowRun.Advance("losses", lanes.Count)}}
                }

                return rows;
            }
            """
        );
    }

    /// <summary>What stands at the labels of as many rows as a vector has lanes.</summary>
    public static string ElementsOf(string rows, VectorSyntax lanes) =>
        $"ElementsOfLabels{lanes.Suffix}(ref {rows}, ref labels, Classes)";
}
