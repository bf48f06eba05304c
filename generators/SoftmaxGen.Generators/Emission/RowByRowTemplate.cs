using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Long rows, one after the other. The largest logit of the next row is searched for while the sum of this one is under way,
/// for which the processor would wait otherwise.
/// </summary>
internal sealed class RowByRowTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, batch.Row).OfSmallLogits;
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    public string Render() => CodeBlock.Stack(Softmax(), LabelLosses());

    private string Softmax()
    {
        var exponentials = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")], "probabilities");
        return CodeBlock.Render(
            $$"""
            /// <summary>The probabilities of rows, one after the other.</summary>
            /// <returns>How many rows are left: those from one with a large logit on.</returns>
            {{attributes.Entry}}
            private static nuint SoftmaxRows{{lanes.Suffix}}(ref float logits, ref float probabilities, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{TileCode.StopAtLarge(lanes)}}
                    {{code.Reference()}}
                    {{code.Sum(exponentials)}}
                    {{NextMax()}}

                    {{code.Reciprocal}}
                    {{code.MapStored(exponentials, code.Quotient)}}

                    {{Advance("logits", plan.Classes)}}
                    {{Advance("probabilities", plan.Classes)}}
                }

                return rows;
            }
            """
        );
    }

    private string LabelLosses()
    {
        var others = new SumPass(
            [Operand.Logits],
            [code.Exponential],
            [new RowSum("others", "e", WithoutFirst: true)],
            KeepsTerms: false
        );
        return CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of rows, one after the other.</summary>
            /// <returns>How many rows are left: those from one with a large logit on.</returns>
            {{attributes.Entry}}
            private static nuint LabelLossesRows{{lanes.Suffix}}(ref float logits, ref int labels, ref float losses, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{TileCode.StopAtLarge(lanes)}}
                    {{code.First("max")}}
                    {{code.Reference()}}
                    {{code.Sum(others)}}
                    {{NextMax()}}

                    var log = {{code.LogOnePlusQuotient(others)}};
                    losses = {{code.Result("max")}} - Unsafe.Add(ref logits, labels) + log;

                    {{Advance("logits", plan.Classes)}}
                    {{Advance("labels", 1)}}
                    {{Advance("losses", 1)}}
                }

                return rows;
            }
            """
        );
    }

    private string NextMax() =>
        CodeBlock.Lines(
            "// Of the next row, while the sum of this one is under way.",
            CodeBlock.Render($"nextInLanes = rows > 1 ? MaxInLanes{lanes.Suffix}(ref RowOf(ref logits, 1)) : max;")
        );

    private static string Advance(string reference, int elements) =>
        CodeBlock.Render($"{reference} = ref Unsafe.Add(ref {reference}, {elements});");
}
