using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

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
                {{LaneSyntax.Of(plan.Batches.Last()).Condition}}
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

    /// <summary>Whether options have no part in it.</summary>
    public bool IsPlain => !formula.IsWeighted && plan.Options.IgnoreIndex is not { IsClass: false };

    /// <summary>Of many rows, in one width, where options have a part in it.</summary>
    public string OfMany(VectorSyntax lanes)
    {
        var loss = Loss(lanes, "Classes");
        return IsPlain
            ? ""
            : OfMany(
                lanes,
                "private",
                "Classes",
                CodeBlock.Lines(
                    formula.IsWeighted ? $"var weight = WeightsOfLabels{lanes.Suffix}(ref labels);" : "",
                    lanes.Store(
                        formula.IsWeighted ? formula.Times("weight", formula.IsMasked ? loss : $"({loss})") : loss,
                        "losses",
                        "0"
                    )
                ),
                parameter: ""
            );
    }

    /// <summary>The same where they have none, for every class count.</summary>
    public static string Shared(VectorSyntax lanes) =>
        OfMany(
            lanes,
            "internal",
            "classes",
            lanes.Store(Loss(lanes, "classes"), "losses", "0"),
            parameter: ", nuint classes"
        );

    private static string Loss(VectorSyntax lanes, string classes) =>
        $"{lanes.Zero} - Log(ElementsOfLabels{lanes.Suffix}(ref probabilities, ref labels, {classes}))";

    private static string OfMany(VectorSyntax lanes, string access, string classes, string store, string parameter) =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The losses of the labels from probabilities")}}
            {{Attributes.Inline}}
            {{access}} static nuint LabelLossesFromProbabilitiesMany{{lanes.Suffix}}(ref {{lanes.T}} probabilities, ref int labels, ref {{lanes.T}} losses, nuint rows{{parameter}})
            {
                for (; rows >= {{lanes.Count}}; rows -= {{lanes.Count}})
                {
                    {{store}}

                    probabilities = ref Unsafe.Add(ref probabilities, {{lanes.Count}} * {{classes}});
                    {{RowRun.Advance("labels", lanes.Count)}}
                    {{RowRun.Advance("losses", lanes.Count)}}
                }

                return rows;
            }
            """
        );
}
