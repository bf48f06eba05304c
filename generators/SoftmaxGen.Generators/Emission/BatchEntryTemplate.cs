using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What the public members about many rows call: checks first, then the batch kernel of the machine.</summary>
internal sealed class BatchEntryTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    /// <summary>How many losses are kept on the stack before they are added up: a multiple of the 16 lanes of the sum.</summary>
    private const int PieceRows = 128;

    public string Render() =>
        CodeBlock.Stack(
            MapOfRows("Softmax", "probabilities"),
            MapOfRows("LogSoftmax", "logProbabilities"),
            Predict(),
            Losses("CrossEntropyBatch", "LabelLosses", "logits", Labels),
            Losses("CrossEntropyBatch", "TargetLosses", "logits", Targets),
            Losses("CrossEntropyFromProbabilitiesBatch", "LabelLossesFromProbabilities", "probabilities", Labels),
            Losses("CrossEntropyFromProbabilitiesBatch", "TargetLossesFromProbabilities", "probabilities", Targets),
            Gradient("LabelGradients", Labels),
            Gradient("TargetGradients", Targets),
            new LossSumTemplate(plan.Element, hasVectors: plan.Rows.Count > 0).Render()
        );

    private static readonly Truth Labels = new("labels", "int", "");
    private static readonly Truth Targets = new("targets", "float", $" * Classes");

    private string MapOfRows(string method, string output) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}Batch(ReadOnlySpan<{{T}}> logits, Span<{{T}}> {{output}})
            {
                var rows = RequireRows(logits.Length, Parameter.Logits);
                RequireSameLength(logits.Length, {{output}}.Length, {{ThrowTemplate.Parameter(output)}});
                RequireSameOrApart(logits, {{output}}, {{ThrowTemplate.Parameter(output)}});
                {{dispatch.Batch(method, ["logits", output], [], "rows")}}
            }
            """
        );

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void PredictBatch(ReadOnlySpan<{{T}}> scores, Span<int> labels)
            {
                var rows = RequireRows(scores.Length, Parameter.Scores);
                RequireOnePerRow(rows, labels.Length, Parameter.Labels);
                RequireApart(scores, AsFloats(labels), Parameter.Labels);
                {{dispatch.Batch("Predict", ["scores", "labels"], [], "rows")}}
            }
            """
        );

    /// <summary>The reduced losses, the losses of each row, and what both call.</summary>
    private string Losses(string method, string kernel, string input, Truth truth) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static float {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Reduction reduction)
                {
                    var rows = RequireRows({{input}}.Length, {{ThrowTemplate.Parameter(input)}});
                    {{truth.Checks(input)}}
                    RequireReduction(reduction);
                    Span<{{T}}> losses = stackalloc {{T}}[{{PieceRows}}];
                    var sum = default(LossSum);
                    for (var start = 0; start < rows; start += {{PieceRows}})
                    {
                        var count = Math.Min({{PieceRows}}, rows - start);
                        {{kernel}}({{Piece(input)}}, {{truth.Piece}}, losses.Slice(0, count));
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Span<{{T}}> losses)
                {
                    var rows = RequireRows({{input}}.Length, {{ThrowTemplate.Parameter(input)}});
                    {{truth.Checks(input)}}
                    RequireOnePerRow(rows, losses.Length, Parameter.Losses);
                    RequireApart({{input}}, losses, Parameter.Losses);
                    RequireApart({{truth.AsInput}}, losses, Parameter.Losses);
                    {{kernel}}({{input}}, {{truth.Name}}, losses);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{kernel}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Span<{{T}}> losses)
                {
                    {{dispatch.Batch(kernel, [input, truth.Name, "losses"], [], "losses.Length")}}
                }
                """
            )
        );

    private string Gradient(string kernel, Truth truth) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static {{T}} CrossEntropyGradientBatch(ReadOnlySpan<{{T}}> logits, {{truth.Parameter}}, Span<{{T}}> gradients, Reduction reduction)
                {
                    var rows = RequireRows(logits.Length, Parameter.Logits);
                    {{truth.Checks("logits")}}
                    RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
                    RequireReduction(reduction);
                    RequireSameOrApart(logits, gradients, Parameter.Gradients);
                    {{truth.CheckOutput}}
                    var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
                    Span<{{T}}> losses = stackalloc {{T}}[{{PieceRows}}];
                    var sum = default(LossSum);
                    for (var start = 0; start < rows; start += {{PieceRows}})
                    {
                        var count = Math.Min({{PieceRows}}, rows - start);
                        {{kernel}}({{Piece("logits")}}, {{truth.Piece}}, {{Piece(
                    "gradients"
                )}}, losses.Slice(0, count), scale);
                        sum.Add(losses, count);
                    }

                    return sum.Reduce(rows, reduction);
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{kernel}}(ReadOnlySpan<{{T}}> logits, {{truth.Parameter}}, Span<{{T}}> gradients, Span<{{T}}> losses, {{T}} scale)
                {
                    {{dispatch.Batch(
                    kernel,
                    ["logits", truth.Name, "gradients", "losses"],
                    ["scale"],
                    "losses.Length"
                )}}
                }
                """
            )
        );

    private static string Piece(string rows) => $"{rows}.Slice(start * Classes, count * Classes)";

    /// <summary>What the rows are compared with: labels or targets.</summary>
    private sealed record Truth(string Name, string Element, string PerRow)
    {
        private bool IsLabels => Element == "int";

        public string Parameter => $"ReadOnlySpan<{Element}> {Name}";

        public string Piece => $"{Name}.Slice(start{PerRow}, count{PerRow})";

        public string AsInput => IsLabels ? $"AsFloats({Name})" : Name;

        public string CheckOutput =>
            IsLabels
                ? "RequireApart(AsFloats(labels), gradients, Parameter.Gradients);"
                : "RequireSameOrApart(targets, gradients, Parameter.Gradients);";

        public string Checks(string input) =>
            IsLabels
                ? CodeBlock.Lines("RequireOnePerRow(rows, labels.Length, Parameter.Labels);", "RequireLabels(labels);")
                : $"RequireSameLength({input}.Length, targets.Length, Parameter.Targets);";
    }
}
