using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The kernels without vectors: loops over elements, in double.</summary>
internal sealed class ScalarKernelTemplate(SigmoidPlan plan, ScalarSyntax lanes)
{
    private string T => lanes.T;

    public string Render() =>
        CodeBlock.Stack(
            OutputKernel
                .Maps.Select(Map)
                .Concat(
                    plan.HasSingleOutput ? OutputKernel.Losses.Select(SingleLosses) : OutputKernel.Losses.Select(Loss)
                )
                .Append(plan.HasSingleOutput ? "" : RowLossesTemplate.Render(lanes, lanes))
        );

    private string Map(OutputKernel kernel)
    {
        var (local, input) = kernel.Inputs[0];
        var batch = CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void {{kernel.Name}}BatchScalar({{lanes.Input(input)}}, {{lanes.Output(
                kernel.Output!
            )}}, int count)
            {
                for (var i = 0; i < count; i++)
                {
                    var {{local}} = {{lanes.Load(input, "i")}};
                    {{lanes.Store($"{kernel.Function}({local})", kernel.Output!, "i")}}
                }
            }
            """
        );
        return plan.HasSingleOutput
            ? batch
            : CodeBlock.Stack(
                CodeBlock.Render(
                    $$"""
                    {{Attributes.Inline}}
                    private static void {{kernel.Name}}Scalar({{lanes.Input(input)}}, {{lanes.Output(
                        kernel.Output!
                    )}}) =>
                        {{kernel.Name}}BatchScalar({{input}}, {{kernel.Output}}, {{plan.Outputs}});
                    """
                ),
                batch
            );
    }

    private string Loss(OutputKernel kernel)
    {
        var parameters = kernel.Inputs.Select(input => lanes.Input(input.Row));
        parameters = kernel.IsGradient ? parameters.Concat([lanes.Output(kernel.Output!), $"{T} factor"]) : parameters;
        return CodeBlock.Render(
            $$"""
            {{(kernel.IsGradient ? "/// <summary>Writes the gradient, times <paramref name=\"factor\"/>, and returns the loss.</summary>" : "")}}
            {{Attributes.Inline}}
            private static {{T}} {{kernel.Name}}Scalar({{string.Join(", ", parameters)}})
            {
                {{(lanes.IsWider ? "var sum = 0.0;" : "var sum = default(CompensatedSumScalar);")}}
                for (var i = 0; i < {{plan.Outputs}}; i++)
                {
                    {{Loads(kernel)}}
                    {{(plan.IsWeighted ? $"var w = {lanes.Load(SigmoidConstants.PositiveWeights, "i")};" : "")}}
                    {{(
                kernel.IsGradient
                    ? Gradient(kernel)
                    : Add($"{kernel.Function}({Arguments(kernel)})")
            )}}
                }

                return {{lanes.ToElement($"({Total} / {CodeBlock.Render($"{plan.Outputs}")})")}};
            }
            """
        );
    }

    private string Add(string loss) => lanes.IsWider ? $"sum += {loss};" : $"sum.Add({loss});";

    private string Total => lanes.IsWider ? "sum" : "sum.Total()";

    private string Gradient(OutputKernel kernel) =>
        CodeBlock.Lines(
            lanes.Store(
                $"{kernel.Function}({Arguments(kernel)}, {lanes.Widened("factor")}, out var loss)",
                kernel.Output!,
                "i"
            ),
            Add("loss")
        );

    /// <summary>A row is an element, and so is its loss.</summary>
    private string SingleLosses(OutputKernel kernel)
    {
        var parameters = kernel.Inputs.Select(input => lanes.Input(input.Row));
        parameters = kernel.IsGradient ? parameters.Append(lanes.Output(kernel.Output!)) : parameters;
        parameters = parameters.Append(lanes.Output("losses"));
        parameters = kernel.IsGradient ? parameters.Append($"{T} factor") : parameters;
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void {{kernel.Name}}BatchScalar({{string.Join(", ", parameters)}}, int count)
            {
                {{(plan.IsWeighted ? $"var w = {lanes.Widened(SigmoidConstants.PositiveWeight)};" : "")}}
                for (var i = 0; i < count; i++)
                {
                    {{Loads(kernel)}}
                    {{(
                kernel.IsGradient
                    ? CodeBlock.Lines(
                        lanes.Store(
                            $"{kernel.Function}({Arguments(kernel)}, {lanes.Widened("factor")}, out var loss)",
                            kernel.Output!,
                            "i"
                        ),
                        lanes.Store("loss", "losses", "i")
                    )
                    : lanes.Store($"{kernel.Function}({Arguments(kernel)})", "losses", "i")
            )}}
                }
            }
            """
        );
    }

    private string Loads(OutputKernel kernel) =>
        CodeBlock.Lines(kernel.Inputs.Select(input => $"var {input.Local} = {lanes.Load(input.Row, "i")};"));

    private string Arguments(OutputKernel kernel) =>
        string.Join(
            ", ",
            kernel.Inputs.Select(input => input.Local).Concat(plan.IsWeighted && kernel.HasLoss ? ["w"] : [])
        );
}
