using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>All methods of one vector width: the kernels of a row, those of many, then what they are made of.</summary>
internal sealed class WidthTemplate(SigmoidPlan plan, WidthPlan width)
{
    private readonly VectorSyntax lanes = new(ElementSyntax.Of(width.Element), width.Lanes, width.PortableMath);

    /// <summary>The layout of a row in this width, unless a row is too short for it.</summary>
    private RowPlan? Row => plan.Rows.FirstOrDefault(row => row.Lanes == width.Lanes);

    public string Render() =>
        CodeBlock.Stack(
            Row is null
                ? ""
                : new RowKernelTemplate(new OutputRow(plan.Outputs, Row), plan.Outputs, plan.IsWeighted).Render(),
            new FlatKernelTemplate(plan, lanes).Render(),
            plan.HasSingleOutput ? "" : RowLossesTemplate.Render(lanes, LaneSyntax.Of(plan.RowOf(width))),
            width.Bits == 128 ? new PredictTemplate(plan).Vector() : "",
            new OutputFunctions(plan, lanes, HasLosses).Render(),
            SigmoidExpTemplate.Render(lanes),
            LogTemplate.ExponentOf(lanes),
            HasLosses ? LogTemplate.VectorLog(lanes, Attributes.Inline) : "",
            LogTemplate.VectorLogOnePlus(lanes),
            LogTemplate.Polynomial(lanes),
            HasLosses ? LossTemplate.WeightedMethod(lanes) : "",
            Row is null ? "" : OutputSumsTemplate.Struct(Row, plan.Outputs),
            lanes.HasOwnMath ? ArithmeticTemplate.OwnMath(lanes) : "",
            ArithmeticTemplate.Select(lanes)
        );

    /// <summary>Rows too short for this width take their losses in a narrower one.</summary>
    private bool HasLosses => Row is not null || plan.HasSingleOutput;
}
