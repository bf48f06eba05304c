namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The losses of a batch, row by row: rows of more than one output.</summary>
internal static class RowLossesTemplate
{
    /// <param name="lanes">The width that runs the batch.</param>
    /// <param name="row">The width of its row kernels.</param>
    public static string Render(LaneSyntax lanes, LaneSyntax row) =>
        CodeBlock.Stack(
            OutputKernel.Losses.Select(kernel =>
                CodeBlock.Render(
                    $$"""
                    {{Attributes.Inline}}
                    private static void {{kernel.Name}}Batch{{lanes.Suffix}}({{string.Join(
                        ", ",
                        Parameters(kernel, lanes)
                    )}}, {{lanes.Index}} rows)
                    {
                        for ({{lanes.Index}} row = 0; row < rows; row++)
                        {
                            {{lanes.ElementOf("losses")}} = {{kernel.Name}}{{row.Suffix}}({{string.Join(
                        ", ",
                        Rows(kernel).Select(lanes.RowOf)
                    )}}{{(kernel.IsGradient ? ", factor" : "")}});
                        }
                    }
                    """
                )
            )
        );

    private static IEnumerable<string> Rows(OutputKernel kernel)
    {
        var inputs = kernel.Inputs.Select(input => input.Row);
        return kernel.Output is null ? inputs : inputs.Append(kernel.Output);
    }

    private static IEnumerable<string> Parameters(OutputKernel kernel, LaneSyntax lanes)
    {
        var parameters = kernel.Inputs.Select(input => lanes.Input(input.Row));
        parameters = kernel.Output is null ? parameters : parameters.Append(lanes.Output(kernel.Output));
        parameters = parameters.Append(lanes.Output("losses"));
        return kernel.IsGradient ? parameters.Append($"{lanes.T} factor") : parameters;
    }
}
