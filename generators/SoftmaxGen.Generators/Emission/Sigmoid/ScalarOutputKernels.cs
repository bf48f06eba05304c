using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The kernels without vectors: loops over elements, in double.</summary>
internal sealed class ScalarOutputKernels(TargetOptions options, ScalarSyntax lanes, string access)
{
    private string T => lanes.T;

    /// <summary>An element for each element, of a row or of many.</summary>
    public string Map(OutputKernel kernel)
    {
        var (local, input) = kernel.Inputs[0];
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{access}} static void {{kernel.Name}}Scalar({{lanes.Input(input)}}, {{lanes.Output(kernel.Output!)}})
            {
                for (var i = 0; i < {{input}}.Length; i++)
                {
                    var {{local}} = {{lanes.Load(input, "i")}};
                    {{lanes.Store($"{kernel.Function}({local})", kernel.Output!, "i")}}
                }
            }
            """
        );
    }

    /// <summary>The loss of a row.</summary>
    public string Loss(OutputKernel kernel)
    {
        var parameters = kernel.Inputs.Select(input => lanes.Input(input.Row));
        parameters = kernel.IsGradient ? parameters.Concat([lanes.Output(kernel.Output!), $"{T} factor"]) : parameters;
        var length = $"{kernel.Inputs[0].Row}.Length";
        return CodeBlock.Render(
            $$"""
            {{(
                kernel.IsGradient
                    ? "/// <summary>Writes the gradient, times <paramref name=\"factor\"/>, and returns the loss.</summary>"
                    : ""
            )}}
            {{Attributes.Inline}}
            {{access}} static {{T}} {{kernel.Name}}Scalar({{string.Join(", ", parameters)}})
            {
                {{(lanes.IsWider ? "var sum = 0.0;" : "var sum = default(CompensatedSumScalar);")}}
                for (var i = 0; i < {{length}}; i++)
                {
                    {{Loads(kernel)}}
                    {{(options.IsWeighted ? $"var w = {lanes.Load(OutputConstants.PositiveWeights, "i")};" : "")}}
                    {{(kernel.IsGradient ? Gradient(kernel) : Add($"{kernel.Function}({Arguments(kernel)})"))}}
                }

                return {{lanes.ToElement($"({(lanes.IsWider ? "sum" : "sum.Total()")} / {length})")}};
            }
            """
        );
    }

    /// <summary>The losses of many rows of a single output: a row is an element, and so is its loss.</summary>
    public string SingleLosses(OutputKernel kernel)
    {
        var parameters = kernel
            .Inputs.Select(input => lanes.Input(input.Row))
            .Concat(kernel.Written.Select(lanes.Output))
            .Concat(kernel.IsGradient ? [$"{T} factor"] : []);
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{access}} static void {{kernel.Name}}Scalar({{string.Join(", ", parameters)}})
            {
                {{(options.IsWeighted ? $"var w = {lanes.Widened(OutputConstants.PositiveWeight)};" : "")}}
                for (var i = 0; i < losses.Length; i++)
                {
                    {{Loads(kernel)}}
                    {{(
                kernel.IsGradient
                    ? CodeBlock.Lines(StoreGradient(kernel), lanes.Store("loss", "losses", "i"))
                    : lanes.Store($"{kernel.Function}({Arguments(kernel)})", "losses", "i")
            )}}
                }
            }
            """
        );
    }

    private string Gradient(OutputKernel kernel) => CodeBlock.Lines(StoreGradient(kernel), Add("loss"));

    private string StoreGradient(OutputKernel kernel) =>
        lanes.Store(
            $"{kernel.Function}({Arguments(kernel)}, {lanes.Widened("factor")}, out var loss)",
            kernel.Output!,
            "i"
        );

    private string Add(string loss) => lanes.IsWider ? $"sum += {loss};" : $"sum.Add({loss});";

    private string Loads(OutputKernel kernel) =>
        CodeBlock.Lines(kernel.Inputs.Select(input => $"var {input.Local} = {lanes.Load(input.Row, "i")};"));

    private string Arguments(OutputKernel kernel) =>
        string.Join(
            ", ",
            kernel.Inputs.Select(input => input.Local).Concat(options.IsWeighted && kernel.HasLoss ? ["w"] : [])
        );
}
