using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// Long rows, one after the other. The largest logit of the next row is searched for while the sum of this one is under way,
/// for which the processor would wait otherwise.
/// </summary>
internal sealed class RowByRowTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, batch.Row).OfSmallLogits;
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    public string Render() => CodeBlock.Stack(Softmax(), LabelLosses());

    private string Softmax()
    {
        var exponentials = SoftmaxTemplate.Exponentials(code);
        return CodeBlock.Render(
            $$"""
            /// <summary>The probabilities of rows, one after the other.</summary>
            /// <returns>How many rows are left: those from one with a large logit on.</returns>
            {{attributes.Entry}}
            private static nuint SoftmaxRows{{lanes.Suffix}}(ref {{T}} logits, ref {{T}} probabilities, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{RowRun.StopAtLarge(lanes)}}
                    {{code.Reference()}}
                    {{code.Sum(exponentials)}}
                    {{NextMax()}}

                    {{code.Reciprocal}}
                    {{code.MapStored(exponentials, code.Quotient)}}

                    {{RowRun.Advance("logits", plan.Classes)}}
                    {{RowRun.Advance("probabilities", plan.Classes)}}
                }

                return rows;
            }
            """
        );
    }

    private string LabelLosses()
    {
        var label = new LabelSyntax(code);
        var others = label.Pass(SoftmaxTemplate.Others(code));
        var formula = new LossFormula(plan);
        return CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of rows, one after the other.</summary>
            /// <returns>How many rows are left: those from one with a large logit on.</returns>
            {{attributes.Entry}}
            private static nuint LabelLossesRows{{lanes.Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} losses, nuint rows)
            {
                var nextInLanes = MaxInLanes{{lanes.Suffix}}(ref logits);
                for (; rows > 0; rows--)
                {
                    var max = MaxOfLanes(nextInLanes);
                    {{RowRun.StopAtLarge(lanes)}}
                    {{code.First("max")}}
                    {{code.Reference()}}
                    {{label.ScaledMax}}
                    {{code.Sum(others)}}
                    {{NextMax()}}

                    {{formula.WeightOf(Label)}}
                    var log = {{code.LogOnePlusQuotient(others)}};
                    losses = {{formula.Of(
                code.Result("max"),
                $"Unsafe.Add(ref logits, {Label})",
                "log",
                label.IsSmoothed ? code.Result("smoothed") : ""
            )}};

                    {{RowRun.Advance("logits", plan.Classes)}}
                    {{RowRun.Advance("labels", 1)}}
                    {{RowRun.Advance("losses", 1)}}
                }

                return rows;
            }
            """
        );
    }

    private string Label => LabelAccessTemplate.Index(plan, "labels");

    private string NextMax() =>
        CodeBlock.Lines(
            "// Of the next row, while the sum of this one is under way.",
            CodeBlock.Render($"nextInLanes = rows > 1 ? MaxInLanes{lanes.Suffix}(ref RowOf(ref logits, 1)) : max;")
        );
}
