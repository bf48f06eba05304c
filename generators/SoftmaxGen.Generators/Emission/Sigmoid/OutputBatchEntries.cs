using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What the members about many rows call: checks first, then the kernel of the machine.</summary>
internal sealed class OutputBatchEntries(SigmoidPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            Map(OutputKernel.Sigmoid, "Sigmoid"),
            Map(OutputKernel.LogSigmoid, "LogSigmoid"),
            Map(OutputKernel.Derivative, "SigmoidDerivative"),
            Predict(),
            Losses(OutputKernel.Loss, "BinaryCrossEntropyBatch"),
            Losses(OutputKernel.LossFromProbabilities, "BinaryCrossEntropyFromProbabilitiesBatch"),
            Gradient()
        );

    private string Map(OutputKernel kernel, string method)
    {
        var (input, output) = (kernel.Inputs[0].Row, kernel.Output!);
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}Batch(ReadOnlySpan<{{T}}> {{input}}, Span<{{T}}> {{output}}{{Head}})
            {
                {{RequireRows(input)}}
                RequireSameLength({{input}}.Length, {{output}}.Length, {{Checked.Parameter(output)}});
                RequireSameOrApart({{input}}, {{output}}, {{Checked.Parameter(output)}});
                {{kernel.Flat}}({{input}}, {{output}});
            }
            """
        );
    }

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void PredictBatch(ReadOnlySpan<{{T}}> logits, Span<bool> labels{{Head}})
            {
                {{RequireRows("logits")}}
                RequireSameLength(logits.Length, labels.Length, Parameter.Labels);
                RequireApart(logits, labels, Parameter.Labels);
                {{PredictTemplate.Call}};
            }
            """
        );

    /// <summary>Batches of single outputs, of which every length is right, have no message about the head.</summary>
    private string Head => plan.HasSingleOutput ? "" : ", string head";

    private string RequireRows(string input) =>
        plan.HasSingleOutput ? "" : $"RequireRows({input}.Length, {Checked.Parameter(input)}, head);";

    /// <summary>The number of rows: of single outputs, every length is one.</summary>
    private string Rows(string input) =>
        plan.HasSingleOutput
            ? $"var rows = {input}.Length;"
            : $"var rows = RequireRows({input}.Length, {Checked.Parameter(input)}, head);";

    /// <summary>The reduced losses, the losses of each row, and what both call.</summary>
    private string Losses(OutputKernel kernel, string method)
    {
        var input = kernel.Inputs[0].Row;
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, Reduction reduction{{Head}})
                {
                    {{Rows(input)}}
                    RequireSameLength({{input}}.Length, targets.Length, Parameter.Targets);
                    RequireReduction(reduction);
                    Span<{{T}}> losses = stackalloc {{T}}[{{Truth.PieceRows}}];
                    var sum = default(LossSum);
                    {{Truth.ForEachPiece("rows")}}
                    {
                        {{Truth.NextPiece("rows")}}
                        {{kernel.Flat}}({{Piece(input)}}, {{Piece("targets")}}, losses.Slice(0, count));
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, Span<{{T}}> losses{{Head}})
                {
                    {{Rows(input)}}
                    RequireSameLength({{input}}.Length, targets.Length, Parameter.Targets);
                    RequireOnePerRow(rows, losses.Length, Parameter.Losses);
                    RequireApart({{input}}, losses, Parameter.Losses);
                    RequireApart(targets, losses, Parameter.Losses);
                    {{kernel.Flat}}({{input}}, targets, losses);
                }
                """
            ),
            Each(kernel)
        );
    }

    private string Gradient() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} BinaryCrossEntropyGradientBatch(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> targets, Span<{{T}}> gradients, Reduction reduction{{Head}})
                {
                    {{Rows("logits")}}
                    RequireSameLength(logits.Length, targets.Length, Parameter.Targets);
                    RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
                    RequireReduction(reduction);
                    RequireSameOrApart(logits, gradients, Parameter.Gradients);
                    RequireSameOrApart(targets, gradients, Parameter.Gradients);
                    var factor = reduction == Reduction.Mean ? {{MeanFactor}} : PerOutput;
                    Span<{{T}}> losses = stackalloc {{T}}[{{Truth.PieceRows}}];
                    var sum = default(LossSum);
                    {{Truth.ForEachPiece("rows")}}
                    {
                        {{Truth.NextPiece("rows")}}
                        {{OutputKernel.Gradient.Flat}}({{Piece("logits")}}, {{Piece("targets")}}, {{Piece(
                    "gradients"
                )}}, losses.Slice(0, count), factor);
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            Each(OutputKernel.Gradient)
        );

    /// <summary>The losses of all rows: element by element where a row is a single output, else row by row.</summary>
    private string Each(OutputKernel kernel) =>
        plan.HasSingleOutput
            ? FlatLoop.Render(
                kernel,
                [.. plan.Widths.Select(LaneSyntax.Of)],
                new ScalarSyntax(ElementSyntax.Of(plan.Element)),
                "private",
                attributes.Entry
            )
            : RowByRow(kernel);

    private string RowByRow(OutputKernel kernel)
    {
        var parameters = kernel
            .Inputs.Select(input => $"ReadOnlySpan<{T}> {input.Row}")
            .Concat(kernel.Written.Select(row => $"Span<{T}> {row}"))
            .Concat(kernel.IsGradient ? [$"{T} factor"] : []);
        var rows = kernel
            .Inputs.Select(input => input.Row)
            .Concat(kernel.Output is null ? [] : [kernel.Output])
            .Select(row => $"{(dispatch.HasVectors ? "ref " : "")}RowOf({row}, row)")
            .Concat(kernel.IsGradient ? ["factor"] : []);
        var (index, count, loss) = dispatch.HasVectors
            ? ("nuint", "(nuint)losses.Length", "At(losses, row)")
            : ("int", "losses.Length", "losses[row]");
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static void {{kernel.Flat}}({{string.Join(", ", parameters)}})
            {
                for ({{index}} row = 0; row < {{count}}; row++)
                {
                    {{loss}} = {{dispatch.Name(kernel.Name)}}({{string.Join(", ", rows)}});
                }
            }
            """
        );
    }

    /// <summary>A row has several elements, and there are as many rows: both are divided by at once.</summary>
    private string MeanFactor => new ScalarSyntax(ElementSyntax.Of(plan.Element)).ToElement("(1.0 / logits.Length)");

    private string Piece(string rows) => plan.HasSingleOutput ? $"{rows}.Slice(start, count)" : Truth.PieceOf(rows);
}
