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

    public string Render()
    {
        var exponentials = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")], "probabilities");
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static nuint SoftmaxRows{{lanes.Suffix}}(ref float logits, ref float probabilities, nuint rows)
            {
                var inLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(inLanes);
                    {{TileCode.StopAtLarge(lanes)}}
                    {{code.Reference()}}
                    {{code.Sum(exponentials)}}

                    // Of the next row, while the sum of this one is under way.
                    {{Next("logits")}}
                    inLanes = rows > 1 ? MaxInLanes{{lanes.Suffix}}(ref logits) : max;

                    {{code.Reciprocal}}
                    {{code.MapStored(exponentials, code.Quotient)}}

                    {{Next("probabilities")}}
                }

                return rows;
            }
            """
        );
    }

    private string Next(string rows) => CodeBlock.Render($"{rows} = ref Unsafe.Add(ref {rows}, {plan.Classes});");
}
