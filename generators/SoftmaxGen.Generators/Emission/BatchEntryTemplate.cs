using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What the public members about many rows call: checks first, then the batch kernel of the machine.</summary>
internal sealed class BatchEntryTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    /// <summary>How many losses are kept on the stack before they are added up: a multiple of the 16 lanes of the sum.</summary>
    public const int PieceRows = 128;

    public string Render() =>
        CodeBlock.Stack(
            MapOfRows("Softmax", "probabilities"),
            MapOfRows("LogSoftmax", "logProbabilities"),
            CodeBlock.Stack(Forms.Select(Predict)),
            Predictions(),
            Losses("CrossEntropyBatch", "LabelLosses", "logits", Labels),
            Losses("CrossEntropyBatch", "TargetLosses", "logits", [Targets]),
            Losses("CrossEntropyFromProbabilitiesBatch", "LabelLossesFromProbabilities", "probabilities", Labels),
            Losses("CrossEntropyFromProbabilitiesBatch", "TargetLossesFromProbabilities", "probabilities", [Targets]),
            Gradient("LabelGradients", Labels),
            Gradient("TargetGradients", [Targets]),
            new LossSumTemplate(plan.Element, plan.Rows.Count > 0, plan.Options.HasRowWeights).Render(),
            CodeBlock.Stack(Forms.Select(form => new AccuracyTemplate(plan, form, attributes).Render()))
        );

    private IEnumerable<LabelForm> Forms => LabelForm.WithEntries(plan.Options);

    private Truth[] Labels => [.. Forms.Select(form => new Truth("labels", form.Type, "", form))];

    private Truth Targets => new("targets", T, " * Classes", null);

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

    private string Predict(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void PredictBatch(ReadOnlySpan<{{T}}> scores, Span<{{form.Type}}> labels)
            {
                var rows = RequireRows(scores.Length, Parameter.Scores);
                RequireOnePerRow(rows, labels.Length, Parameter.Labels);
                RequireApart(scores, labels, Parameter.Labels);
                {{(form.IsIndex ? "Predictions(scores, labels);" : PredictInPieces(form))}}
            }
            """
        );

    private string PredictInPieces(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            Span<int> indices = stackalloc int[{{PieceRows}}];
            for (var start = 0; start < rows; start += {{PieceRows}})
            {
                var count = Math.Min({{PieceRows}}, rows - start);
                Predictions({{Piece("scores")}}, indices.Slice(0, count));
                for (var i = 0; i < count; i++)
                {
                    labels[start + i] = {{form.FromIndex("indices[i]")}};
                }
            }
            """
        );

    private string Predictions() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static void Predictions(ReadOnlySpan<{{T}}> scores, Span<int> labels)
            {
                {{dispatch.Batch("Predict", ["scores", "labels"], [], "labels.Length")}}
            }
            """
        );

    /// <summary>The reduced losses and the losses of each row, then what both call.</summary>
    private string Losses(string method, string kernel, string input, Truth[] truths) =>
        CodeBlock.Stack(
            CodeBlock.Stack(
                truths.SelectMany(truth =>
                    new[] { ReducedLosses(method, kernel, input, truth), EachLoss(method, kernel, input, truth) }
                )
            ),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{kernel}}(ReadOnlySpan<{{T}}> {{input}}, {{truths[
                    0
                ].Parameter}}, Span<{{T}}> losses)
                {
                    {{dispatch.Batch(kernel, [input, truths[0].Name, "losses"], [], "losses.Length")}}
                    {{(HasIgnored(truths[0]) ? "ClearIgnored(labels, losses);" : "")}}
                }
                """
            )
        );

    private string ReducedLosses(string method, string kernel, string input, Truth truth) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Reduction reduction)
            {
                var rows = RequireRows({{input}}.Length, {{ThrowTemplate.Parameter(input)}});
                {{truth.Checks(input)}}
                RequireReduction(reduction);
                {{TotalWeight(truth)}}
                {{truth.Indices}}
                Span<{{T}}> losses = stackalloc {{T}}[{{PieceRows}}];
                var sum = default(LossSum);
                for (var start = 0; start < rows; start += {{PieceRows}})
                {
                    var count = Math.Min({{PieceRows}}, rows - start);
                    {{kernel}}({{Piece(input)}}, {{truth.Piece}}, losses.Slice(0, count));
                    sum.Add(losses, count);
                }

                return sum.Reduce({{Count(truth)}}, reduction);
            }
            """
        );

    private string EachLoss(string method, string kernel, string input, Truth truth) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Span<{{T}}> losses)
            {
                var rows = RequireRows({{input}}.Length, {{ThrowTemplate.Parameter(input)}});
                {{truth.Checks(input)}}
                RequireOnePerRow(rows, losses.Length, Parameter.Losses);
                RequireApart({{input}}, losses, Parameter.Losses);
                RequireApart({{truth.Name}}, losses, Parameter.Losses);
                {{(
                truth.IsConverted ? EachLossInPieces(kernel, input, truth) : $"{kernel}({input}, {truth.Name}, losses);"
            )}}
            }
            """
        );

    private static string EachLossInPieces(string kernel, string input, Truth truth) =>
        CodeBlock.Render(
            $$"""
            {{truth.Indices}}
            for (var start = 0; start < rows; start += {{PieceRows}})
            {
                var count = Math.Min({{PieceRows}}, rows - start);
                {{kernel}}({{Piece(input)}}, {{truth.Piece}}, losses.Slice(start, count));
            }
            """
        );

    private string Gradient(string kernel, Truth[] truths) =>
        CodeBlock.Stack(
            CodeBlock.Stack(truths.Select(truth => ReducedGradient(kernel, truth))),
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{kernel}}(ReadOnlySpan<{{T}}> logits, {{truths[0].Parameter}}, Span<{{T}}> gradients, Span<{{T}}> losses, {{T}} scale)
                {
                    {{dispatch.Batch(
                    kernel,
                    ["logits", truths[0].Name, "gradients", "losses"],
                    ["scale"],
                    "losses.Length"
                )}}
                    {{(HasIgnored(truths[0]) ? "ClearIgnored(labels, losses, gradients);" : "")}}
                }
                """
            )
        );

    private string ReducedGradient(string kernel, Truth truth) =>
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
                {{TotalWeight(truth)}}
                var scale = reduction == Reduction.Mean ? {{MeanScale(truth)}} : {{One}};
                {{truth.Indices}}
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

                return sum.Reduce({{Count(truth)}}, reduction);
            }
            """
        );

    /// <summary>The gradient is with respect to the logits, which the temperature divides.</summary>
    private string One => plan.Options.Temperature is null ? Element.One : OptionConstants.Inverse;

    private string MeanScale(Truth truth) =>
        !HasWeights(truth) ? $"{One} / rows"
        : plan.Options.Temperature is null ? Element.FromDouble("1.0 / totalWeight")
        : Element.FromDouble($"{One} / totalWeight");

    /// <summary>Rows of labels may count differently; those of targets do not.</summary>
    private bool HasWeights(Truth truth) => truth.IsLabels && plan.Options.HasRowWeights;

    private bool HasIgnored(Truth truth) => truth.IsLabels && plan.Options.IgnoreIndex is not null;

    private string TotalWeight(Truth truth) => HasWeights(truth) ? "var totalWeight = TotalWeight(labels);" : "";

    private string Count(Truth truth) => HasWeights(truth) ? "totalWeight" : "rows";

    private static string Piece(string rows) => $"{rows}.Slice(start * Classes, count * Classes)";

    /// <summary>What the rows are compared with: labels or targets.</summary>
    private sealed record Truth(string Name, string Element, string PerRow, LabelForm? Form)
    {
        public bool IsLabels => Form is not null;

        /// <summary>Whether labels become indices piece by piece.</summary>
        public bool IsConverted => Form is { HasOwnEntries: true };

        public string Parameter => $"ReadOnlySpan<{Element}> {Name}";

        public string Indices =>
            IsConverted ? CodeBlock.Render($"Span<int> indices = stackalloc int[{PieceRows}];") : "";

        public string Piece => IsConverted ? $"ToIndices({Slice}, indices)" : Slice;

        private string Slice => $"{Name}.Slice(start{PerRow}, count{PerRow})";

        public string CheckOutput =>
            IsLabels
                ? "RequireApart(labels, gradients, Parameter.Gradients);"
                : "RequireSameOrApart(targets, gradients, Parameter.Gradients);";

        public string Checks(string input) =>
            IsLabels
                ? CodeBlock.Lines("RequireOnePerRow(rows, labels.Length, Parameter.Labels);", "RequireLabels(labels);")
                : $"RequireSameLength({input}.Length, targets.Length, Parameter.Targets);";
    }
}
