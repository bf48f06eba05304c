namespace SoftmaxGen.Generators.Emission;

/// <summary>The kernels of single rows.</summary>
internal static class RowKernels
{
    /// <summary>With a temperature the difference of two logits may overflow where its logarithm does not.</summary>
    private static SingleRowCode OfDifferences(SingleRowCode code) =>
        code.Plan.Options.Temperature is null ? code.WithOutput : code.KeepingLogits;

    public static string Render(SingleRowCode code, Attributes attributes) =>
        CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code.WithOutput, attributes.KernelOf(code.Row)),
            SoftmaxTemplate.LogSoftmax(OfDifferences(code), attributes.KernelOf(code.Row)),
            SoftmaxTemplate.LogOfSum(code, attributes.KernelOf(code.Row)),
            SearchTemplate.Predict(code),
            SampleTemplate.RowMethods(code),
            LossTemplate.Label(code, attributes),
            LossTemplate.Target(code, attributes),
            LossTemplate.FromProbabilities(code, attributes),
            LossTemplate.LabelFromProbabilities(code, attributes),
            GradientTemplate.OfLabel(code, attributes),
            GradientTemplate.OfTarget(code, attributes),
            GradientTemplate.OfSoftmax(code, attributes),
            SearchTemplate.Helpers(code),
            code is LoopedRow { IsScalar: false } ? SoftmaxTemplate.ShiftRow(code) : ""
        );
}
