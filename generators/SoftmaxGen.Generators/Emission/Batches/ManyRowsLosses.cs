using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Batches;

internal sealed partial class ManyRowsTemplate
{
    private readonly LossFormula formula = new(plan);

    private bool IsSmoothed => formula.IsSmoothed;

    private string LabelLosses() =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The losses of the labels")}}
            {{attributes.Entry}}
            private static nuint LabelLossesMany{{Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} losses, nuint rows)
            {
                {{Buffer(lines: IsSmoothed ? 2 : 1, withTerms: false)}}
                {{SmoothedInLanes(line: 1)}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var max = {{LargestOfLogits}};
                    {{RowRun.StopAtLarge(lanes)}}
                    var log = LogOfSums{{Suffix}}(ref logits, ref buffer, max{{(
                IsSmoothed ? ", ref smoothedInLanes" : ""
            )}});
                    {{(IsSmoothed ? SumOfSmoothed : "")}}
                    {{LabelAccessTemplate.Weights(plan, lanes, batch)}}
                    {{lanes.Store(
                formula.Of("max", $"ElementsOfLabels{Suffix}(ref logits, ref labels, Classes)", "log"),
                "losses",
                "0"
            )}}

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
            {{RowRun.Documentation("The losses of the labels, and their gradients times <paramref name=\"scale\"/>,")}}
            {{attributes.Entry}}
            private static nuint LabelGradientsMany{{Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} gradients, ref {{T}} losses, {{T}} scale, nuint rows)
            {
                {{Buffer(lines: IsSmoothed ? 3 : 2, withTerms: true)}}
                ref var othersInLanes = ref Unsafe.Add(ref buffer, {{LineElements}});
                {{SmoothedInLanes(line: 2)}}
                {{(formula.IsWeighted ? "" : $"var factor = {lanes.Constant("scale")};")}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var logit = ElementsOfLabels{{Suffix}}(ref logits, ref labels, Classes);
                    var max = {{LargestOfLogits}};
                    {{References()}}
                    var first = {{lanes.IntType}}.Zero;
                    {{ForEachRow(
                CodeBlock.Lines(
                    StoreLine($"GradientTermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, LaneOf(ref max, row), {ReferenceOfThis}, out LaneOf(ref first, row), out var othersOfRow{(IsSmoothed ? ", out var smoothedOfRow" : "")})", "buffer"),
                    StoreLine("othersOfRow", "othersInLanes"),
                    IsSmoothed ? StoreLine("smoothedOfRow", "smoothedInLanes") : ""
                )
            )}}

                    var sum = SumOfRows{{Suffix}}(ref buffer);
                    var others = SumOfRows{{Suffix}}(ref othersInLanes);
                    {{(IsSmoothed ? SumOfSmoothed : "")}}
                    {{Reciprocals()}}
                    {{LabelAccessTemplate.Weights(plan, lanes, batch)}}
                    {{(formula.IsWeighted ? FactorOfWeights : "")}}
                    {{ForEachRow(
                $"GradientOfRow{Suffix}({TermsOf}, {lanes.RowOf("gradients")}, LaneOf(ref minusSum, row), LaneOf(ref reciprocal, row), {FactorOfThis});"
            )}}

                    {{lanes.Store(
                formula.Of("max", "logit", "LogOnePlus(others / Exp(max, references))"),
                "losses",
                "0"
            )}}

                    {{OfLabel()}}
                    ofLabel *= factor;
                    {{ForEachRow(
                "ElementOfLabel(ref gradients, ref labels, row, Classes) = LaneOf(ref ofLabel, row);"
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

    private string OfLabel()
    {
        var probability = code.Quotient("Exp(logit, references)");
        return IsSmoothed
            ? $"var ofLabel = {new LabelSyntax(code).Less(probability, LabelAccessTemplate.TargetOfLabels(plan, lanes, batch))};"
            : CodeBlock.Lines(
                "// p - 1 would cancel where the label has the largest logit.",
                $"var isFirst = {lanes.WhereEqual(LabelAccessTemplate.Load(lanes), "first")};",
                $"var ofLabel = Select(isFirst, -(others / sum), {probability} - {lanes.Constant(lanes.Element.One)});"
            );
    }

    /// <summary>What a row is multiplied by: for smoothed rows with weights, what its targets count together comes first.</summary>
    private string FactorOfThis =>
        !formula.IsWeighted ? "factor"
        : IsSmoothed ? $"{lanes.Constant("LaneOf(ref total, row)")}, factor"
        : lanes.Constant("LaneOf(ref factor, row)");

    /// <summary>Without smoothing the weight of the label is a factor of its whole row.</summary>
    private string FactorOfWeights =>
        IsSmoothed
            ? CodeBlock.Lines(new LabelSyntax(code).Total(lanes.Constant), $"var factor = {lanes.Constant("scale")};")
            : $"var factor = {lanes.Constant("scale")} * weight;";

    private string SmoothedInLanes(int line) =>
        IsSmoothed
            ? CodeBlock.Render($"ref var smoothedInLanes = ref Unsafe.Add(ref buffer, {line * LineElements});")
            : "";

    private string SumOfSmoothed => $"var smoothed = SumOfRows{Suffix}(ref smoothedInLanes);";

    private string LogOfSums(bool isSmoothed) =>
        CodeBlock.Render(
            $$"""
            /// <summary>How far log-sum-exp of each row lies above its largest logit{{(isSmoothed ? "; and what smoothing adds" : "")}}.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOfSums{{Suffix}}(ref {{T}} logits, ref {{T}} buffer, {{lanes.Type}} max{{(
                isSmoothed ? $", ref {T} smoothedInLanes" : ""
            )}})
            {
                var references = new Reference{{Suffix}}(max);
                {{ForEachRow(
                CodeBlock.Lines(
                    StoreLine($"OthersOfRow{Suffix}({lanes.RowOf("logits")}, LaneOf(ref max, row), {ReferenceOfThis}{(isSmoothed ? ", out var smoothedOfRow" : "")})", "buffer"),
                    isSmoothed ? StoreLine("smoothedOfRow", "smoothedInLanes") : ""
                )
            )}}

                return LogOnePlus(SumOfRows{{Suffix}}(ref buffer) / Exp(max, references));
            }
            """
        );
}
