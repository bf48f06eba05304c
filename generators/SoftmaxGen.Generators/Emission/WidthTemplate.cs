using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>All methods of one vector width: the kernels of rows and batches, then what they are made of.</summary>
internal sealed class WidthTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    /// <summary>The layout of a row in this width, unless a row is too short for it.</summary>
    private RowPlan? Row => plan.Rows.FirstOrDefault(row => row.Lanes == batch.Lanes);

    public string Render() =>
        CodeBlock.Stack(
            Row is null ? "" : RowKernels.Render(RowCode.Of(plan, Row), attributes),
            ManyRows(),
            new BatchTemplate(plan, LaneSyntax.Of(plan.RowOf(batch)), batch, attributes).Render(),
            GathersLabels || !new LossFormula(plan).IsSmoothed ? ElementsOfLabels() : "",
            batch.Shape == BatchShape.RowByRow
                ? LabelAccessTemplate.Lookups(plan, lanes, GathersLabels)
                : LabelAccessTemplate.Render(plan, lanes, GathersLabels),
            new ExpTemplate(plan.Options.Temperature).Render(lanes),
            LogTemplate.ExponentOf(lanes),
            LogTemplate.VectorLog(lanes, attributes.LogarithmOf(batch.Row)),
            TakesLogarithms ? LogTemplate.VectorLogOnePlus(lanes) : "",
            LogTemplate.Polynomial(lanes),
            Row is not null || plan.Options.Losses is { HasZeroWeight: true } ? LossTemplate.WeightedMethod(lanes) : "",
            TakesLosses ? new LossFormula(plan).Method(lanes) : "",
            LabelSyntax.Method(plan, lanes),
            new ArithmeticTemplate(plan, batch).Render(),
            CompensatedSumTemplate.Of(batch)
        );

    /// <summary>Whether what belongs to the labels is read from rows and tables, instead of selected among columns.</summary>
    private bool GathersLabels =>
        batch.Shape == BatchShape.InPasses || (batch.Shape == BatchShape.Tiled && !batch.SelectsClasses);

    /// <summary>A single row takes its loss in numbers.</summary>
    private bool TakesLosses => batch.Shape != BatchShape.RowByRow;

    /// <summary>A single row takes its logarithm in the narrowest vector.</summary>
    private bool TakesLogarithms => batch.Bits == 128 || batch.Shape != BatchShape.RowByRow;

    private string ManyRows() =>
        batch.Shape switch
        {
            BatchShape.Tiled => new TileTemplate(plan, batch, attributes).Render(),
            BatchShape.InPasses => new ManyRowsTemplate(plan, batch, attributes).Render(),
            _ => new RowByRowTemplate(plan, batch, attributes).Render(),
        };

    private string ElementsOfLabels()
    {
        var elements = Enumerable
            .Range(0, batch.Lanes)
            .Select(row => CodeBlock.Render($"ElementOfLabel(ref rows, ref labels, {row})"));
        return CodeBlock.Render(
            $$"""
            /// <summary>What stands at the labels of {{batch.Lanes}} rows.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} ElementsOfLabels{{lanes.Suffix}}(ref {{T}} rows, ref int labels) =>
                {{lanes.Class}}.Create({{string.Join(", ", elements)}});
            """
        );
    }
}
