using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>The kernels of many rows in one width, then what they and the kernels of a row call for this class count.</summary>
internal sealed class WidthSection(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private readonly LossFormula formula = new(plan);

    /// <summary>The layout of a row in this width, unless a row is too short for it.</summary>
    private RowPlan? Row => plan.Rows.FirstOrDefault(row => row.Lanes == batch.Lanes);

    public string Render() =>
        CodeBlock.Render(
            $$"""
            // ---- Vector{{batch.Bits}}: {{PlanInWords.OfRowsAtOnce(batch)}}.

            {{CodeBlock.Stack(ManyRows(), OfLabels(), OfRow(), OfOptions())}}
            """
        );

    private string ManyRows() =>
        CodeBlock.Stack(
            batch.Shape switch
            {
                BatchShape.Tiled => new TileTemplate(plan, batch, attributes).Render(),
                BatchShape.InPasses => new ManyRowsTemplate(plan, batch, attributes).Render(),
                _ => new RowByRowTemplate(plan, batch, attributes).Render(),
            },
            formula.IsSmoothed ? "" : new LabelLogarithm(plan, Dispatch.Of(plan)).OfMany(lanes)
        );

    private string OfLabels() =>
        CodeBlock.Stack(
            plan.Options.IgnoreIndex is { IsClass: false } && (batch.GathersLabels || !formula.IsSmoothed)
                ? LabelAccessTemplate.Elements(lanes, "private")
                : "",
            LabelAccessTemplate.Lookups(plan, lanes, batch.GathersLabels)
        );

    private string OfRow() =>
        CodeBlock.Stack(
            Row is null ? "" : SearchTemplate.Helpers(RowCode.Of(plan, Row)),
            Row is { Shape: RowShape.Looped } ? SoftmaxTemplate.ShiftRow(RowCode.Of(plan, Row)) : "",
            Row is not null || batch.Shape == BatchShape.InPasses
                ? new RowLayoutTemplate(plan, batch.Row, attributes).Render(
                    hasRowKernels: Row is not null,
                    sumsInLanes: batch.Shape == BatchShape.InPasses
                )
                : ""
        );

    /// <summary>What takes the place of the methods that all plans share, or adds to them.</summary>
    private string OfOptions() =>
        CodeBlock.Stack(
            plan.Options.Temperature is { } temperature
                ? new ExpTemplate(temperature).Methods(lanes, Row is not null)
                : "",
            // A row that is computed by itself takes its loss in numbers.
            batch.Shape == BatchShape.RowByRow
                ? ""
                : formula.Method(lanes),
            LabelSyntax.Method(plan, lanes)
        );
}
