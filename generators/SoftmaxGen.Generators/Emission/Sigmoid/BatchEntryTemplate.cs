using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What the public members about many rows call: checks first, then the kernel of the machine.</summary>
internal sealed class BatchEntryTemplate(SigmoidPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    /// <summary>How many losses are kept on the stack before they are added up: a multiple of the 16 lanes of the sum.</summary>
    private const int PieceRows = 128;

    public string Render() =>
        CodeBlock.Stack(
            Map("Sigmoid", "logits", "probabilities"),
            Map("LogSigmoid", "logits", "logProbabilities"),
            Map("SigmoidDerivative", "probabilities", "derivatives"),
            Predict(),
            Losses("BinaryCrossEntropyBatch", "Losses", "Loss", "logits"),
            Losses(
                "BinaryCrossEntropyFromProbabilitiesBatch",
                "LossesFromProbabilities",
                "LossFromProbabilities",
                "probabilities"
            ),
            Gradient(),
            new LossSumTemplate(plan.Element, plan.HasVectors, hasRowWeights: false).Render()
        );

    private string Map(string method, string input, string output) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}Batch(ReadOnlySpan<{{T}}> {{input}}, Span<{{T}}> {{output}})
            {
                {{(plan.HasSingleOutput ? "" : $"RequireRows({input}.Length, {RowThrows.Parameter(input)});")}}
                RequireSameLength({{input}}.Length, {{output}}.Length, {{RowThrows.Parameter(output)}});
                RequireSameOrApart({{input}}, {{output}}, {{RowThrows.Parameter(output)}});
                {{dispatch.Batch(method, [input, output], [], $"{input}.Length")}}
            }
            """
        );

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void PredictBatch(ReadOnlySpan<{{T}}> logits, Span<bool> labels)
            {
                {{(plan.HasSingleOutput ? "" : "RequireRows(logits.Length, Parameter.Logits);")}}
                RequireSameLength(logits.Length, labels.Length, Parameter.Labels);
                RequireLabelsApart(logits, labels);
                {{new PredictTemplate(plan).Call}}
            }
            """
        );

    /// <summary>The number of rows: of single outputs, every length is one.</summary>
    private string Rows(string input) =>
        plan.HasSingleOutput
            ? $"var rows = {input}.Length;"
            : $"var rows = RequireRows({input}.Length, {RowThrows.Parameter(input)});";

    /// <summary>The reduced losses, the losses of each row, and what both call.</summary>
    private string Losses(string method, string losses, string kernel, string input) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, Reduction reduction)
                {
                    {{Rows(input)}}
                    RequireSameLength({{input}}.Length, targets.Length, Parameter.Targets);
                    RequireReduction(reduction);
                    Span<{{T}}> losses = stackalloc {{T}}[{{PieceRows}}];
                    var sum = default(LossSum);
                    for (var start = 0; start < rows; start += {{PieceRows}})
                    {
                        var count = Math.Min({{PieceRows}}, rows - start);
                        {{losses}}({{Piece(input)}}, {{Piece("targets")}}, losses.Slice(0, count));
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, Span<{{T}}> losses)
                {
                    {{Rows(input)}}
                    RequireSameLength({{input}}.Length, targets.Length, Parameter.Targets);
                    RequireOnePerRow(rows, losses.Length, Parameter.Losses);
                    RequireApart({{input}}, losses, Parameter.Losses);
                    RequireApart(targets, losses, Parameter.Losses);
                    {{losses}}({{input}}, targets, losses);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{losses}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets, Span<{{T}}> losses)
                {
                    {{dispatch.Batch(kernel, [input, "targets", "losses"], [], "losses.Length")}}
                }
                """
            )
        );

    private string Gradient() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} BinaryCrossEntropyGradientBatch(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> targets, Span<{{T}}> gradients, Reduction reduction)
                {
                    {{Rows("logits")}}
                    RequireSameLength(logits.Length, targets.Length, Parameter.Targets);
                    RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
                    RequireReduction(reduction);
                    RequireSameOrApart(logits, gradients, Parameter.Gradients);
                    RequireSameOrApart(targets, gradients, Parameter.Gradients);
                    var factor = reduction == Reduction.Mean ? {{MeanFactor}} : PerOutput;
                    Span<{{T}}> losses = stackalloc {{T}}[{{PieceRows}}];
                    var sum = default(LossSum);
                    for (var start = 0; start < rows; start += {{PieceRows}})
                    {
                        var count = Math.Min({{PieceRows}}, rows - start);
                        Gradients({{Piece("logits")}}, {{Piece("targets")}}, {{Piece(
                    "gradients"
                )}}, losses.Slice(0, count), factor);
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void Gradients(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> targets, Span<{{T}}> gradients, Span<{{T}}> losses, {{T}} factor)
                {
                    {{dispatch.Batch(
                    "Gradient",
                    ["logits", "targets", "gradients", "losses"],
                    ["factor"],
                    "losses.Length"
                )}}
                }
                """
            )
        );

    /// <summary>A row has several elements, and there are as many rows: both are divided by at once.</summary>
    private string MeanFactor => new ScalarSyntax(ElementSyntax.Of(plan.Element)).ToElement("(1.0 / logits.Length)");

    private string Piece(string rows) =>
        plan.HasSingleOutput ? $"{rows}.Slice(start, count)" : $"{rows}.Slice(start * Outputs, count * Outputs)";
}
