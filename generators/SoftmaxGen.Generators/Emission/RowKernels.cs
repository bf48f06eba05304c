namespace SoftmaxGen.Generators.Emission;

/// <summary>The kernels of single rows.</summary>
internal static class RowKernels
{
    public static string Render(RowCode code, Attributes attributes) =>
        CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code),
            SoftmaxTemplate.LogSoftmax(code),
            SoftmaxTemplate.LogOfSum(code),
            SearchTemplate.Predict(code),
            SampleTemplate.RowMethods(code),
            LossTemplate.Label(code),
            LossTemplate.Target(code, attributes),
            LossTemplate.FromProbabilities(code, attributes),
            GradientTemplate.OfLabel(code, attributes),
            GradientTemplate.OfTarget(code, attributes),
            GradientTemplate.OfSoftmax(code, attributes),
            SearchTemplate.Helpers(code)
        );
}
