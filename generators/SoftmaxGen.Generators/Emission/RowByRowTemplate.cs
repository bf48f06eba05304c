using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Long rows, one after the other. The largest logit of the next row is searched for while the sum of this one is under way,
/// for which the processor would wait otherwise. Of very long rows it is searched for beside the terms of this one, so that
/// memory is read while they are computed.
/// </summary>
internal sealed class RowByRowTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, batch.Row).OfSmallLogits;
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    public string Render() => CodeBlock.Stack(Softmax(), LabelLosses());

    private string Softmax()
    {
        var exponentials = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")], "probabilities")
        {
            Beside = Beside,
        };
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static nuint SoftmaxRows{{lanes.Suffix}}(ref float logits, ref float probabilities, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{TileCode.StopAtLarge(lanes)}}
                    {{NextRow()}}
                    {{code.Reference()}}
                    {{code.Sum(exponentials)}}
                    {{NextMax()}}

                    {{code.Reciprocal}}
                    {{code.MapStored(exponentials, code.Quotient)}}

                    logits = ref next;
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
        )
        {
            Beside = Beside,
        };
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static nuint LabelLossesRows{{lanes.Suffix}}(ref float logits, ref int labels, ref float losses, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{TileCode.StopAtLarge(lanes)}}
                    {{code.First("max")}}
                    {{NextRow()}}
                    {{code.Reference()}}
                    {{code.Sum(others)}}
                    {{NextMax()}}

                    var log = {{code.LogOnePlusQuotient(others)}};
                    losses = {{code.Result("max")}} - Unsafe.Add(ref logits, labels) + log;

                    logits = ref next;
                    {{Advance("labels", 1)}}
                    {{Advance("losses", 1)}}
                }

                return rows;
            }
            """
        );
    }

    /// <summary>Behind the last row there is none: it is read once more instead.</summary>
    private string NextRow() =>
        CodeBlock.Lines(
            CodeBlock.Render($"ref var next = ref rows > 1 ? ref Unsafe.Add(ref logits, {plan.Classes}) : ref logits;"),
            batch.ReadsAhead ? $"nextInLanes = {lanes.Load("next", "0")};" : ""
        );

    private Func<string, string>? Beside =>
        batch.ReadsAhead
            ? offset => $"nextInLanes = {lanes.Max("nextInLanes", lanes.Load("next", offset))};"
            : null;

    private string NextMax() =>
        batch.ReadsAhead
            ? ""
            : CodeBlock.Lines(
                "// Of the next row, while the sum of this one is under way.",
                $"nextInLanes = MaxInLanes{lanes.Suffix}(ref next);"
            );

    private static string Advance(string reference, int elements) =>
        CodeBlock.Render($"{reference} = ref Unsafe.Add(ref {reference}, {elements});");
}
