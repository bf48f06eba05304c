using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// All that is computed of a single row: what a member calls, the choice of the width, and the kernel of each width stand one
/// below another.
/// </summary>
internal sealed class RowSection(KernelPlan plan, Attributes attributes)
{
    private readonly Dispatch dispatch = Dispatch.Of(plan);

    private readonly RowEntries entries = new(plan, Dispatch.Of(plan), attributes);

    private string T => ElementSyntax.Of(plan.Element).Type;

    private Dispatch.Parameter Label { get; } = new("int", "label");

    private Dispatch.Parameter Scale => new(T, "scale");

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            LogSumExp(),
            CodeBlock.Stack(
                entries.Predict(),
                dispatch.Method("Predict", "int", ["scores"]),
                Kernels(SearchTemplate.Predict)
            ),
            entries.TopK(),
            CodeBlock.Stack(
                new SampleTemplate(plan, dispatch, attributes).Entry(),
                plan.SamplesInOnePiece ? "" : Kernels(SampleTemplate.RowMethods)
            ),
            LossOfLabel(),
            LossOfTarget(),
            FromProbabilitiesOfLabel(),
            FromProbabilitiesOfTarget(),
            GradientOfLabel(),
            GradientOfTarget(),
            SoftmaxGradient()
        );

    /// <summary>Loops without vectors, which serve every class count.</summary>
    public static string OfSharedLoops(KernelPlan plan, Attributes attributes)
    {
        var code = RowCode.Of(plan, plan.Scalar);
        return CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code.WithOutput, Attributes.Inline),
            SoftmaxTemplate.LogSoftmax(OfDifferences(code), Attributes.Inline),
            SoftmaxTemplate.LogOfSum(code, Attributes.Inline),
            SearchTemplate.Predict(code),
            SampleTemplate.RowMethods(code),
            LossTemplate.Label(code, attributes),
            LossTemplate.Target(code, attributes),
            LossTemplate.FromProbabilities(code, attributes),
            GradientTemplate.OfLabel(code, attributes),
            GradientTemplate.OfTarget(code, attributes),
            SoftmaxGradientTemplate.Render(code, attributes),
            SearchTemplate.Helpers(code)
        );
    }

    private string Softmax() =>
        CodeBlock.Stack(
            entries.Softmax(),
            dispatch.Method("Softmax", "void", ["logits", "probabilities"]),
            Kernels(code => SoftmaxTemplate.Softmax(code.WithOutput, attributes.KernelOf(code.Row)))
        );

    private string LogSoftmax() =>
        CodeBlock.Stack(
            entries.LogSoftmax(),
            dispatch.Method("LogSoftmax", "void", ["logits", "logProbabilities"]),
            Kernels(code => SoftmaxTemplate.LogSoftmax(OfDifferences(code), attributes.KernelOf(code.Row)))
        );

    private string LogSumExp() =>
        CodeBlock.Stack(
            entries.LogSumExp(),
            dispatch.Method("LogOfSum", T, ["logits"], new Dispatch.Parameter($"out {T}", "largest")),
            Kernels(code => SoftmaxTemplate.LogOfSum(code, attributes.KernelOf(code.Row)))
        );

    private string LossOfLabel() =>
        CodeBlock.Stack(
            entries.CrossEntropyOfLabel(),
            dispatch.Method("LabelLoss", T, ["logits"], Label),
            Kernels(code => LossTemplate.Label(code, attributes))
        );

    private string LossOfTarget() =>
        CodeBlock.Stack(
            entries.CrossEntropyOfTarget(),
            dispatch.Method("TargetLoss", T, ["logits", "target"]),
            Kernels(code => LossTemplate.Target(code, attributes))
        );

    private string FromProbabilitiesOfLabel() =>
        CodeBlock.Stack(
            entries.FromProbabilitiesOfLabel(),
            new LossFormula(plan).IsSmoothed
                ? CodeBlock.Stack(
                    dispatch.Method("LabelLossFromProbabilities", T, ["probabilities"], Label),
                    Kernels(code => LossTemplate.LabelFromProbabilities(code, attributes))
                )
                : new LabelLogarithm(plan, dispatch).Render()
        );

    private string FromProbabilitiesOfTarget() =>
        CodeBlock.Stack(
            entries.FromProbabilitiesOfTarget(),
            dispatch.Method("LossFromProbabilities", T, ["probabilities", "target"]),
            Kernels(code => LossTemplate.FromProbabilities(code, attributes))
        );

    private string GradientOfLabel() =>
        CodeBlock.Stack(
            entries.GradientOfLabel(),
            dispatch.Method("LabelGradient", T, ["logits", "gradient"], Label, Scale),
            Kernels(code => GradientTemplate.OfLabel(code, attributes))
        );

    private string GradientOfTarget() =>
        CodeBlock.Stack(
            entries.GradientOfTarget(),
            dispatch.Method("TargetGradient", T, ["logits", "target", "gradient"], Scale),
            Kernels(code => GradientTemplate.OfTarget(code, attributes))
        );

    private string SoftmaxGradient() =>
        CodeBlock.Stack(
            entries.SoftmaxGradient(),
            dispatch.Method("SoftmaxGradient", "void", ["probabilities", "upstream", "gradient"]),
            Kernels(code => SoftmaxGradientTemplate.Render(code, attributes))
        );

    /// <summary>The kernel of each width, then the one without vectors, unless that is shared.</summary>
    private string Kernels(Func<SingleRowCode, string> kernel)
    {
        var rows = plan.SharesScalarRows ? plan.Rows : plan.Rows.Append(plan.Scalar);
        return CodeBlock.Stack(rows.Select(row => kernel(RowCode.Of(plan, row))));
    }

    /// <summary>With a temperature the difference of two logits may overflow where its logarithm does not.</summary>
    private static SingleRowCode OfDifferences(SingleRowCode code) =>
        code.Plan.Options.Temperature is null ? code.WithOutput : code.KeepingLogits;
}
