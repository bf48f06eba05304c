namespace SoftmaxGen.Generators.Emission;

/// <summary>The kernels of single rows.</summary>
internal static class RowKernels
{
    public static string Render(RowCode code) =>
        CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code),
            SoftmaxTemplate.LogSoftmax(code),
            SoftmaxTemplate.LogOfSum(code),
            SearchTemplate.Predict(code),
            SampleTemplate.RowMethods(code),
            LossTemplate.Label(code),
            LossTemplate.Target(code),
            LossTemplate.FromProbabilities(code),
            GradientTemplate.OfLabel(code),
            GradientTemplate.OfTarget(code),
            GradientTemplate.OfSoftmax(code),
            SearchTemplate.Helpers(code)
        );
}
