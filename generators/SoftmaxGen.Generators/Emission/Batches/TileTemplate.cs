using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>The kernels of a tile: as many rows as a vector has lanes, transposed.</summary>
internal sealed class TileTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly TileCode code = new(plan, batch);
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    private readonly LossFormula formula = new(plan);
    private readonly LabelSyntax label = new(new TileCode(plan, batch));

    private static readonly RowSum Others = new("others", "e", WithoutFirst: true);

    private IEnumerable<int> Classes => Enumerable.Range(0, plan.Classes);

    public string Render() =>
        CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code, attributes.Entry),
            SoftmaxTemplate.LogSoftmax(code, attributes.Entry),
            LabelLosses(),
            LabelGradients(),
            new ColumnsTemplate(plan, batch).Render(),
            OfSmoothedLabel(),
            new TileOrder(batch).Render()
        );

    private string LabelLosses()
    {
        var others = label.Pass(new SumPass([Operand.Logits], [code.Exponential], [Others]));
        var body = new KernelBody(
            code.Load(Operand.Logits),
            code.Max("max"),
            CodeBlock.Render(
                $$"""
                {{(batch.SelectsClasses ? Labels() : "")}}
                {{LogitsOfLabels()}}
                {{WeightsOfLabels}}
                {{code.First("max")}}
                {{code.Reference()}}
                {{label.ScaledMax}}

                {{code.Sum(others)}}
                """
            ),
            Losses(others),
            [],
            "labels",
            "losses"
        )
        {
            ReleasesColumns = true,
        };
        return CodeBlock.Render(
            $$"""
            {{code.Documentation("The losses of the labels")}}
            {{attributes.Entry}}
            private static {{code.KernelType}} LabelLosses{{code.Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} losses{{code.RowsParameter}})
            {
                {{code.ForAllRows(body)}}
            }
            """
        );
    }

    private string LabelGradients()
    {
        var sums = label.Pass(new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e"), Others]));
        var body = new KernelBody(
            code.Load(Operand.Logits),
            code.Max("max"),
            CodeBlock.Render(
                $$"""
                {{Labels()}}
                {{LogitsOfLabels()}}
                {{WeightsOfLabels}}
                {{code.First("max")}}
                {{code.Reference()}}
                {{label.ScaledMax}}

                {{code.Sum(sums)}}
                {{code.Reciprocal}}

                {{Losses(sums)}}

                {{(label.IsSmoothed ? label.Total(lanes.Constant) : FirstOfLabel)}}
                var factor = {{lanes.Constant("scale")}}{{(
                    formula.IsWeighted && !label.IsSmoothed ? " * weight" : ""
                )}};
                {{(batch.SelectsClasses ? SelectedGradients() : ScatteredGradients())}}
                """
            ),
            "",
            ["gradients"],
            "labels",
            "losses"
        );
        return CodeBlock.Render(
            $$"""
            {{code.Documentation("The losses of the labels, and their gradients times <paramref name=\"scale\"/>,")}}
            {{attributes.Entry}}
            private static {{code.KernelType}} LabelGradients{{code.Suffix}}(ref {{T}} logits, ref int labels, ref {{T}} gradients, ref {{T}} losses, {{T}} scale{{code.RowsParameter}})
            {
                {{code.ForAllRows(body)}}
            }
            """
        );
    }

    private string FirstOfLabel =>
        CodeBlock.Render(
            $$"""
            // p - 1 would cancel where the label has the largest logit.
            var isFirst = {{lanes.WhereEqual("label", "first")}};
            var ofFirst = -(others / sum);
            """
        );

    private string SelectedGradients() =>
        code.Store(c => $"{SelectedGradient(c, code.Quotient(TileCode.Name("e", c)))} * factor", "gradients");

    private string SelectedGradient(int c, string probability) =>
        CodeBlock.Render(
            $"OfLabel({probability}, label, {c}, {(!label.IsSmoothed ? "isFirst, ofFirst" : label.HasTotal ? $"total, weight, {code.Added(c)}" : code.Added(c))})"
        );

    /// <summary>Takes the place of the method that all plans share.</summary>
    private string OfSmoothedLabel()
    {
        if (!label.IsSmoothed || !batch.SelectsClasses)
        {
            return "";
        }

        var ofLabel = label.HasTotal
            ? "smoothing + weight"
            : $"smoothing + {lanes.Constant(OptionConstants.TargetFactor(plan.Options.Losses!))}";
        return CodeBlock.Render(
            $$"""
            /// <summary>The gradient of a class: its probability less its target, which is larger in the rows that have it as label.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} OfLabel({{lanes.Type}} p, {{lanes.IntType}} label, int index, {{(
                label.HasTotal ? $"{lanes.Type} total, {lanes.Type} weight, " : ""
            )}}{{lanes.Type}} smoothing) =>
                {{label.Less("p", $"WhereLabel(label, index, {ofLabel}, smoothing)")}};
            """
        );
    }

    private string ScatteredGradients() =>
        CodeBlock.Render(
            $$"""
            {{code.Store(
                c => $"{label.Gradient(code.Quotient(TileCode.Name("e", c)), _ => code.Added(c))} * factor",
                "gradients"
            )}}
            var ofLabel = {{ScatteredGradient(code.Quotient("Exp(logit, row)"))}} * factor;
            {{InRowOrder("ofLabel")}}
            for (nuint i = 0; i < {{batch.Lanes}}; i++)
            {
                ElementOfLabel(ref gradients, ref labels, i, Classes) = LaneOf(ref ofLabel, i);
            }
            """
        );

    private string ScatteredGradient(string probability) =>
        label.IsSmoothed
            ? $"({label.Less(probability, LabelAccessTemplate.TargetOfLabels(plan, lanes, batch))})"
            : $"Select(isFirst, ofFirst, {probability} - {lanes.Constant(lanes.Element.One)})";

    private string WeightsOfLabels => LabelAccessTemplate.Weights(plan, lanes, batch);

    private string InRowOrder(string local)
    {
        var ordered = TileOrder.InRows(batch, local);
        return ordered == local ? "" : $"{local} = {ordered};";
    }

    private string Labels() => $"var label = {TileOrder.LabelsInTile(batch, LabelAccessTemplate.Load(lanes))};";

    private string LogitsOfLabels() =>
        batch.SelectsClasses
            ? SelectedLogits()
            : $"var logit = {TileOrder.InTile(batch, $"ElementsOfLabels{lanes.Suffix}(ref logits, ref labels, Classes)")};";

    private string SelectedLogits() =>
        CodeBlock.Lines(
            Classes
                .Skip(1)
                .Select(c => CodeBlock.Render($"logit = WhereLabel(label, {c}, z{c}, logit);"))
                .Prepend("var logit = z0;")
        );

    private string Losses(SumPass pass) =>
        CodeBlock.Render(
            $$"""
            var loss = {{formula.Of("max", "logit", code.LogOnePlusQuotient(pass))}};
            {{lanes.Store(TileOrder.InRows(batch, "loss"), "losses", "0")}}
            """
        );
}
