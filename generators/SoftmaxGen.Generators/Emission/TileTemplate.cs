using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

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
            IndexWhere(),
            Without(),
            AddWithout(),
            batch.SelectsClasses
                ? CodeBlock.Stack(WhereLabel(), label.IsSmoothed ? OfSmoothedLabel() : OfLabel(), WhereLargest())
                : LaneAccess(),
            batch.SumsInGroups ? SumInDouble() : "",
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
            var isFirst = {{lanes.Class}}.Equals(label, first).{{lanes.AsElements}};
            var ofFirst = -(others / sum);
            """
        );

    private string SelectedGradients() =>
        code.Store(c => $"{SelectedGradient(c, code.Quotient(TileCode.Name("e", c)))} * factor", "gradients");

    private string SelectedGradient(int c, string probability) =>
        CodeBlock.Render(
            $"OfLabel({probability}, label, {c}, {(!label.IsSmoothed ? "isFirst, ofFirst" : label.HasTotal ? $"total, weight, {code.Added(c)}" : code.Added(c))})"
        );

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
                ElementOfLabel(ref gradients, ref labels, i) = LaneOf(ref ofLabel, i);
            }
            """
        );

    private string ScatteredGradient(string probability) =>
        label.IsSmoothed
            ? $"({label.Less(probability, LabelAccessTemplate.TargetOfLabels(plan, lanes, batch))})"
            : $"Select(isFirst, ofFirst, {probability} - {lanes.Constant(lanes.Element.One)})";

    private string WeightsOfLabels => LabelAccessTemplate.Weights(plan, lanes, batch);

    private string LaneAccess() => LaneAccessTemplate.LaneOf(lanes, lanes.T);

    private string InRowOrder(string local)
    {
        var ordered = TileOrder.InRows(batch, local);
        return ordered == local ? "" : $"{local} = {ordered};";
    }

    private string Labels() => $"var label = {TileOrder.LabelsInTile(batch, LabelAccessTemplate.Load(lanes))};";

    private string LogitsOfLabels() =>
        batch.SelectsClasses
            ? SelectedLogits()
            : $"var logit = {TileOrder.InTile(batch, $"ElementsOfLabels{lanes.Suffix}(ref logits, ref labels)")};";

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
            {{TileOrder.InRows(batch, "loss")}}.StoreUnsafe(ref losses);
            """
        );

    private string IndexWhere() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The index in the lanes where the logit is the largest one.</summary>
            {{Attributes.Inline}}
            private static {{lanes.IntType}} IndexWhere({{lanes.Type}} z, {{lanes.Type}} max, int index, {{lanes.IntType}} otherwise) =>
                Select({{lanes.Class}}.Equals(z, max), {{lanes.Integers(
                "index"
            )}}.{{lanes.AsElements}}, otherwise.{{lanes.AsElements}}).{{lanes.AsIntegers}};
            """
        );

    private string Without() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The terms of a class, with 0 in the rows where it is the one to leave out.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Without({{lanes.Type}} e, {{lanes.IntType}} first, int index) =>
                {{(
                lanes.Bits == 512 ? $"Select({NotFirst}, e, {lanes.Zero})" : $"{lanes.Class}.AndNot(e, {IsFirst})"
            )}};
            """
        );

    /// <summary>Up to eight classes each lane of the canonical sum has one term.</summary>
    private string AddWithout() =>
        plan.Classes <= CanonicalSum.FoldedLanes
            ? ""
            : CodeBlock.Render(
                $$"""
            /// <summary>A sum and the terms of a class, but for the rows where it is the one to leave out.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} AddWithout({{lanes.Type}} sum, {{lanes.Type}} e, {{lanes.IntType}} first, int index) =>
                {{(
                lanes.Bits == 512 ? $"Select({NotFirst}, sum + e, sum)" : $"sum + {lanes.Class}.AndNot(e, {IsFirst})"
            )}};
            """
            );

    private string IsFirst => $"{lanes.Class}.Equals(first, {lanes.Integers("index")}).{lanes.AsElements}";

    /// <summary>The mask of an addition, which AVX-512 has.</summary>
    private string NotFirst => "~" + IsFirst;

    private string WhereLargest() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The term of a class in the rows where its logit is the largest one.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} WhereLargest({{lanes.Type}} z, {{lanes.Type}} max, {{lanes.Type}} e, {{lanes.Type}} otherwise) =>
                Select({{lanes.Class}}.Equals(z, max), e, otherwise);
            """
        );

    private string WhereLabel() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The logit of a class in the rows that have it as label.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} WhereLabel({{lanes.IntType}} label, int index, {{lanes.Type}} z, {{lanes.Type}} otherwise) =>
                Select({{lanes.Class}}.Equals(label, {{lanes.Integers("index")}}).{{lanes.AsElements}}, z, otherwise);
            """
        );

    private string OfLabel() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The gradient of a class: p, and p - 1 in the rows that have it as label.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} OfLabel({{lanes.Type}} p, {{lanes.IntType}} label, int index, {{lanes.Type}} isFirst, {{lanes.Type}} ofFirst) =>
                WhereLabel(label, index, Select(isFirst, ofFirst, p - {{lanes.Constant(lanes.Element.One)}}), p);
            """
        );

    private string OfSmoothedLabel()
    {
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

    private string SumInDouble()
    {
        var addends = Enumerable.Range(0, 8).Select(lane => CodeBlock.Render($"t{lane}")).ToList();
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of eight lanes of each row: added in double, rounded once.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} SumInDouble({{string.Join(", ", addends.Select(t => $"{lanes.Type} {t}"))}})
            {
                var lower = {{Folded("WidenLower")}};
                var upper = {{Folded("WidenUpper")}};
                return {{lanes.Class}}.Narrow(lower, upper);
            }
            """
        );

        string Folded(string widen) =>
            CanonicalSum.OfVectors([.. addends.Select(t => $"{lanes.Class}.{widen}({t})")], lanes: 1);
    }
}
