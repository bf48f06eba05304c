using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>
/// All that is computed of a single row: what a member calls, the choice of the width, and the kernel of each width stand one
/// below another.
/// </summary>
internal sealed class OutputRowSection(SigmoidPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            Map(OutputKernel.Sigmoid, "Sigmoid", "probabilities"),
            Map(OutputKernel.LogSigmoid, "LogSigmoid", "logProbabilities"),
            Map(OutputKernel.Derivative, "SigmoidDerivative", "derivative"),
            Predict(),
            Loss(OutputKernel.Loss, "BinaryCrossEntropy"),
            Loss(OutputKernel.LossFromProbabilities, "BinaryCrossEntropyFromProbabilities"),
            Gradient()
        );

    private string Map(OutputKernel kernel, string method, string output)
    {
        var input = kernel.Inputs[0].Row;
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, Span<{{T}}> {{output}}, string head)
                {
                    {{Row(input)}}
                    {{Row(output)}}
                    {{SameOrApart(input, output)}}
                    {{(
                    plan.HasSingleOutput
                        ? $"{output}[0] = {SingleOutputTemplate.Of(method)}({input}[0]);"
                        : $"{dispatch.Call(kernel.Name, [input, output])};"
                )}}
                }
                """
            ),
            Kernels(kernel, "void", [input, kernel.Output!])
        );
    }

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void Predict(ReadOnlySpan<{{T}}> logits, Span<bool> labels, string head)
            {
                {{Row("logits")}}
                {{Row("labels")}}
                RequireApart(logits, labels, Parameter.Labels);
                {{PredictTemplate.Call}};
            }
            """
        );

    private string Loss(OutputKernel kernel, string method)
    {
        var input = kernel.Inputs[0].Row;
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, string head)
                {
                    {{Row(input)}}
                    {{Row("targets")}}
                    return {{(
                    plan.HasSingleOutput
                        ? $"{SingleOutputTemplate.Of(method)}({input}[0], targets[0])"
                        : dispatch.Call(kernel.Name, [input, "targets"])
                )}};
                }
                """
            ),
            Kernels(kernel, T, [input, "targets"])
        );
    }

    private string Gradient() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} BinaryCrossEntropyGradient(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> targets, Span<{{T}}> gradient, string head)
                {
                    {{Row("logits")}}
                    {{Row("targets")}}
                    {{Row("gradient")}}
                    {{SameOrApart("logits", "gradient")}}
                    {{SameOrApart("targets", "gradient")}}
                    return {{(
                    plan.HasSingleOutput
                        ? $"{SingleOutputTemplate.Of("BinaryCrossEntropyGradient")}(logits[0], targets[0], out gradient[0])"
                        : dispatch.Call(OutputKernel.Gradient.Name, ["logits", "targets", "gradient"], "PerOutput")
                )}};
                }
                """
            ),
            Kernels(OutputKernel.Gradient, T, ["logits", "targets", "gradients"], new Dispatch.Parameter(T, "factor"))
        );

    /// <summary>The choice of the width, then the kernels. A single output is a number, and no row.</summary>
    private string Kernels(OutputKernel kernel, string type, string[] rows, params Dispatch.Parameter[] others) =>
        plan.HasSingleOutput
            ? ""
            : CodeBlock.Stack(
                dispatch.Method(kernel.Name, type, rows, others),
                CodeBlock.Stack(
                    plan.Rows.Select(row =>
                        new RowKernelTemplate(new OutputRow(plan.Outputs, row), plan.IsWeighted).Render(kernel)
                    )
                )
            );

    private static string Row(string name) => $"RequireRow({name}.Length, {Checked.Parameter(name)}, head);";

    private static string SameOrApart(string input, string output) =>
        $"RequireSameRowOrApart({input}, {output}, Outputs, {Checked.Parameter(output)});";
}
