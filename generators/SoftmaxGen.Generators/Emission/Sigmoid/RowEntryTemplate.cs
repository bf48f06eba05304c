using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What the public members about one row call: checks first, then the kernel of the machine.</summary>
internal sealed class RowEntryTemplate(SigmoidPlan plan, Dispatch dispatch, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            Map("Sigmoid", "logits", "probabilities"),
            Map("LogSigmoid", "logits", "logProbabilities"),
            Map("SigmoidDerivative", "probabilities", "derivative"),
            Predict(),
            Loss("BinaryCrossEntropy", "Loss", "logits"),
            Loss("BinaryCrossEntropyFromProbabilities", "LossFromProbabilities", "probabilities"),
            Gradient()
        );

    private string Map(string method, string input, string output) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, Span<{{T}}> {{output}})
            {
                RequireRow({{input}}.Length, {{RowThrows.Parameter(input)}});
                RequireRow({{output}}.Length, {{RowThrows.Parameter(output)}});
                RequireSameRowOrApart({{input}}, {{output}}, {{RowThrows.Parameter(output)}});
                {{(
                plan.HasSingleOutput
                    ? $"{output}[0] = {SingleOutputTemplate.Of(method)}({input}[0]);"
                    : dispatch.Call(method, [input, output], [], returns: false)
            )}}
            }
            """
        );

    private string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void Predict(ReadOnlySpan<{{T}}> logits, Span<bool> labels)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(labels.Length, Parameter.Labels);
                RequireLabelsApart(logits, labels);
                {{new PredictTemplate(plan).Call}}
            }
            """
        );

    private string Loss(string method, string kernel, string input) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, ReadOnlySpan<{{T}}> targets)
            {
                RequireRow({{input}}.Length, {{RowThrows.Parameter(input)}});
                RequireRow(targets.Length, Parameter.Targets);
                {{(
                plan.HasSingleOutput
                    ? $"return {SingleOutputTemplate.Of(method)}({input}[0], targets[0]);"
                    : dispatch.Call(kernel, [input, "targets"], [], returns: true)
            )}}
            }
            """
        );

    private string Gradient() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} BinaryCrossEntropyGradient(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> targets, Span<{{T}}> gradient)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(targets.Length, Parameter.Targets);
                RequireRow(gradient.Length, Parameter.Gradient);
                RequireSameRowOrApart(logits, gradient, Parameter.Gradient);
                RequireSameRowOrApart(targets, gradient, Parameter.Gradient);
                {{(
                plan.HasSingleOutput
                    ? $"return {SingleOutputTemplate.Of("BinaryCrossEntropyGradient")}(logits[0], targets[0], out gradient[0]);"
                    : dispatch.Call("Gradient", ["logits", "targets", "gradient"], ["PerOutput"], returns: true)
            )}}
            }
            """
        );
}
