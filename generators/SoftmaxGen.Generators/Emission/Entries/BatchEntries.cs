using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>What the members about many rows call: checks first, then the loop over the rows.</summary>
internal sealed class BatchEntries(KernelPlan plan, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            MapOfRows(BatchOperation.Softmax, "probabilities"),
            MapOfRows(BatchOperation.LogSoftmax, "logProbabilities"),
            new LabelEntries(plan, LabelSpan.Indices, attributes).Predict(),
            Loop(BatchOperation.Predictions),
            new LabelEntries(plan, LabelSpan.Indices, attributes).Accuracy(),
            OfTruths("CrossEntropyBatch", "logits", BatchOperation.LabelLosses, BatchOperation.TargetLosses),
            OfTruths(
                "CrossEntropyFromProbabilitiesBatch",
                "probabilities",
                BatchOperation.LabelLossesFromProbabilities,
                BatchOperation.TargetLossesFromProbabilities
            ),
            new GradientEntry(plan, Truth.Labels(LabelSpan.Indices, plan), attributes).Render(),
            Loop(BatchOperation.LabelGradients),
            new GradientEntry(plan, Truth.Targets(plan), attributes).Render(),
            Loop(BatchOperation.TargetGradients),
            new IgnoreTemplate(plan).Render(),
            plan.Options.HasRowWeights ? new TotalWeightTemplate(plan, LabelSpan.Indices, attributes).Render() : ""
        );

    private string OfTruths(string method, string input, BatchOperation ofLabels, BatchOperation ofTargets) =>
        CodeBlock.Stack(
            new LossEntries(plan, Truth.Labels(LabelSpan.Indices, plan), attributes).Render(method, input, ofLabels),
            Loop(ofLabels),
            new LossEntries(plan, Truth.Targets(plan), attributes).Render(method, input, ofTargets),
            Loop(ofTargets)
        );

    private string MapOfRows(BatchOperation operation, string output)
    {
        var loop = new BatchLoop(plan, operation, attributes);
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                internal static void {{operation.Name}}Batch(ReadOnlySpan<{{T}}> logits, Span<{{T}}> {{output}}, string head)
                {
                    var count = RequireRows(logits.Length, Parameter.Logits, head);
                    RequireSameLength(logits.Length, {{output}}.Length, {{Checked.Parameter(output)}});
                    RequireSameOrApart(logits, {{output}}, {{Checked.Parameter(output)}});
                    {{loop.Statements("count")}}
                }
                """
            ),
            loop.Methods()
        );
    }

    /// <summary>A loop that more than one entry calls.</summary>
    private string Loop(BatchOperation operation)
    {
        var loop = new BatchLoop(plan, operation, attributes);
        var parameters = operation.Parameters.Select(parameter => parameter.Span(T));
        var clears = operation.TakesLabels && plan.Options.IgnoreIndex is not null;
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Entry}}
                private static void {{operation.Name}}({{string.Join(", ", parameters)}}{{(
                    operation.HasScale ? $", {T} scale" : ""
                )}})
                {
                    {{loop.Statements($"{operation.Result!.Name}.Length")}}
                    {{(clears ? $"\nClearIgnored(labels, losses{(operation.HasScale ? ", gradients" : "")});" : "")}}
                }
                """
            ),
            loop.Methods()
        );
    }
}
