using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What sigmoid heads share: all that is computed element by element, and the functions of targets without options.</summary>
internal static class SharedOutputs
{
    public static string Render(ElementType elementType, IReadOnlyList<VectorSyntax> widths)
    {
        var element = ElementSyntax.Of(elementType);
        var scalar = new ScalarSyntax(element);
        var hasVectors = widths.Count > 0;
        return CodeBlock.Stack(
            hasVectors || !element.IsWidenedInScalars ? OutputConstants.Scales(element, hasVectors) : "",
            CodeBlock.Stack(OutputKernel.Maps.Select(kernel => FlatLoop.Render(kernel, widths, scalar, "internal"))),
            PredictTemplate.Render(element, widths.LastOrDefault()),
            CodeBlock.Stack(widths.Select(OfWidth)),
            WithoutVectors(scalar)
        );
    }

    private static string OfWidth(VectorSyntax lanes)
    {
        var flat = new FlatKernelTemplate(TargetOptions.None, lanes, "internal");
        var functions = new OutputFunctions(TargetOptions.None, lanes);
        return CodeBlock.Render(
            $$"""
            // ---- {{lanes.Class}}.

            {{CodeBlock.Stack(
                flat.Render(OutputKernel.Maps),
                flat.LastElements(),
                functions.OfLogits(),
                functions.OfTargets(),
                SigmoidExpTemplate.Render(lanes),
                OutputSumsTemplate.Struct(lanes)
            )}}
            """
        );
    }

    private static string WithoutVectors(ScalarSyntax scalar)
    {
        var kernels = new ScalarOutputKernels(TargetOptions.None, scalar, "internal");
        return CodeBlock.Render(
            $$"""
            // ---- Without vectors.

            {{CodeBlock.Stack(
                CodeBlock.Stack(OutputKernel.Maps.Select(kernels.Map)),
                CodeBlock.Stack(OutputKernel.Losses.Select(kernels.Loss)),
                ScalarFunctions.OfLogits,
                new ScalarFunctions(TargetOptions.None, scalar).OfTargets(),
                SigmoidExpTemplate.Render(scalar)
            )}}
            """
        );
    }
}
