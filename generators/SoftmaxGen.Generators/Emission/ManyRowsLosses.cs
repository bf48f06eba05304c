namespace SoftmaxGen.Generators.Emission;

internal sealed partial class ManyRowsTemplate
{
    private string LabelLosses() =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The losses of the labels", batch.Lanes)}}
            {{attributes.Entry}}
            private static nuint LabelLossesMany{{Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} losses, nuint rows)
            {
                {{Buffer(lines: 1, withTerms: false)}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var max = {{LargestOfLogits}};
                    {{RowRun.StopAtLarge(lanes)}}
                    var log = LogOfSums{{Suffix}}(ref logits, ref buffer, max);
                    (max - ElementsOfLabels{{Suffix}}(ref logits, ref labels) + log).StoreUnsafe(ref losses);

                    {{Next("logits")}}
                    {{NextOfList("labels")}}
                    {{NextOfList("losses")}}
                }

                return rows;
            }
            """
        );

    private string LabelGradients() =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation(
                "The losses of the labels, and their gradients times <paramref name=\"scale\"/>,",
                batch.Lanes
            )}}
            {{attributes.Entry}}
            private static nuint LabelGradientsMany{{Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} gradients, ref {{T}} losses, {{T}} scale, nuint rows)
            {
                {{Buffer(lines: 2, withTerms: true)}}
                ref var othersInLanes = ref Unsafe.Add(ref buffer, {{LineElements}});
                var factor = {{lanes.Constant("scale")}};
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var logit = ElementsOfLabels{{Suffix}}(ref logits, ref labels);
                    var max = {{LargestOfLogits}};
                    {{References()}}
                    var first = {{lanes.IntType}}.Zero;
                    {{ForEachRow(
                CodeBlock.Lines(
                    $"GradientTermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, LaneOf(ref max, row), {ReferenceOfThis}, out LaneOf(ref first, row), out var othersOfRow){AsElements}.StoreUnsafe({LineOf("buffer")});",
                    $"othersOfRow{AsElements}.StoreUnsafe({LineOf("othersInLanes")});"
                )
            )}}

                    var sum = SumOfRows{{Suffix}}(ref buffer);
                    var others = SumOfRows{{Suffix}}(ref othersInLanes);
                    {{Reciprocals()}}
                    {{ForEachRow(
                $"GradientOfRow{Suffix}({TermsOf}, {lanes.RowOf("gradients")}, LaneOf(ref minusSum, row), LaneOf(ref reciprocal, row), factor);"
            )}}

                    (max - logit + LogOnePlus(others / Exp(max, references))).StoreUnsafe(ref losses);

                    // p - 1 would cancel where the label has the largest logit.
                    var isFirst = {{lanes.Class}}.Equals({{LabelAccessTemplate.Load(lanes)}}, first).{{lanes.AsElements}};
                    var ofLabel = Select(isFirst, -(others / sum), {{code.Quotient(
                "Exp(logit, references)"
            )}} - {{lanes.Constant(lanes.Element.One)}});
                    ofLabel *= factor;
                    {{ForEachRow(
                "ElementOfLabel(ref gradients, ref labels, row) = LaneOf(ref ofLabel, row);"
            )}}

                    {{Next("logits")}}
                    {{Next("gradients")}}
                    {{NextOfList("labels")}}
                    {{NextOfList("losses")}}
                }

                return rows;
            }
            """
        );

    private string LogOfSums() =>
        CodeBlock.Render(
            $$"""
            /// <summary>How far log-sum-exp of each row lies above its largest logit.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOfSums{{Suffix}}(ref {{T}} logits, ref {{T}} buffer, {{lanes.Type}} max)
            {
                var references = new Reference{{Suffix}}(max);
                {{ForEachRow(
                $"OthersOfRow{Suffix}({lanes.RowOf("logits")}, LaneOf(ref max, row), {ReferenceOfThis}){AsElements}.StoreUnsafe({LineOf("buffer")});"
            )}}

                return LogOnePlus(SumOfRows{{Suffix}}(ref buffer) / Exp(max, references));
            }
            """
        );
}
