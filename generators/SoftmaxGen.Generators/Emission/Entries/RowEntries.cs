using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>What the members about one row call: checks first, then the kernel of the machine.</summary>
internal sealed class RowEntries(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    public string Softmax() =>
        Entry(
            "void Softmax",
            $"ReadOnlySpan<{T}> logits, Span<{T}> probabilities",
            CodeBlock.Lines(Row("logits"), Row("probabilities"), SameOrApart("logits", "probabilities")),
            $"{dispatch.Call("Softmax", ["logits", "probabilities"])};"
        );

    public string LogSoftmax() =>
        Entry(
            "void LogSoftmax",
            $"ReadOnlySpan<{T}> logits, Span<{T}> logProbabilities",
            CodeBlock.Lines(Row("logits"), Row("logProbabilities"), SameOrApart("logits", "logProbabilities")),
            $"{dispatch.Call("LogSoftmax", ["logits", "logProbabilities"])};"
        );

    public string LogSumExp() =>
        Entry(
            $"{T} LogSumExp",
            $"ReadOnlySpan<{T}> logits",
            Row("logits"),
            $$"""
            var logOfSum = {{dispatch.Call("LogOfSum", ["logits"], "out var largest")}};
            return largest == {{T}}.NegativeInfinity && IsMasked(logits) ? largest : {{(
                plan.Options.Temperature is null ? "largest" : $"(largest * {OptionConstants.Inverse})"
            )}} + logOfSum;
            """
        );

    public string Predict() =>
        Entry(
            "int Predict",
            $"ReadOnlySpan<{T}> scores",
            Row("scores"),
            $"return {dispatch.Call("Predict", ["scores"])};"
        );

    public string TopK() =>
        Entry(
            "void TopK",
            $"ReadOnlySpan<{T}> scores, Span<int> labels, Span<{T}> values",
            Row("scores"),
            $"LargestScores(scores, labels, values);"
        );

    public string SoftmaxGradient() =>
        Entry(
            "void SoftmaxGradient",
            $"ReadOnlySpan<{T}> probabilities, ReadOnlySpan<{T}> upstream, Span<{T}> gradient",
            CodeBlock.Lines(
                Row("probabilities"),
                Row("upstream"),
                Row("gradient"),
                SameOrApart("probabilities", "gradient"),
                SameOrApart("upstream", "gradient")
            ),
            $"{dispatch.Call("SoftmaxGradient", ["probabilities", "upstream", "gradient"])};"
        );

    public string CrossEntropyOfLabel() =>
        Entry(
            $"{T} CrossEntropy",
            $"ReadOnlySpan<{T}> logits, int label",
            CodeBlock.Lines(Row("logits"), LeaveIgnoredRow(clearsGradient: false), Label),
            $"return {dispatch.Call("LabelLoss", ["logits"], "label")};"
        );

    public string CrossEntropyOfTarget() =>
        Entry(
            $"{T} CrossEntropy",
            $"ReadOnlySpan<{T}> logits, ReadOnlySpan<{T}> target",
            CodeBlock.Lines(Row("logits"), Row("target")),
            $"return {dispatch.Call("TargetLoss", ["logits", "target"])};"
        );

    public string FromProbabilitiesOfLabel() =>
        Entry(
            $"{T} CrossEntropyFromProbabilities",
            $"ReadOnlySpan<{T}> probabilities, int label",
            CodeBlock.Lines(Row("probabilities"), LeaveIgnoredRow(clearsGradient: false), Label),
            $"return {dispatch.Call("LabelLossFromProbabilities", ["probabilities"], "label")};"
        );

    public string FromProbabilitiesOfTarget() =>
        Entry(
            $"{T} CrossEntropyFromProbabilities",
            $"ReadOnlySpan<{T}> probabilities, ReadOnlySpan<{T}> target",
            CodeBlock.Lines(Row("probabilities"), Row("target")),
            $"return {dispatch.Call("LossFromProbabilities", ["probabilities", "target"])};"
        );

    public string GradientOfLabel() =>
        Entry(
            $"{T} CrossEntropyGradient",
            $"ReadOnlySpan<{T}> logits, int label, Span<{T}> gradient",
            CodeBlock.Lines(
                Row("logits"),
                Label,
                Row("gradient"),
                SameOrApart("logits", "gradient"),
                LeaveIgnoredRow(clearsGradient: true)
            ),
            $"return {dispatch.Call("LabelGradient", ["logits", "gradient"], "label", Scale)};"
        );

    public string GradientOfTarget() =>
        Entry(
            $"{T} CrossEntropyGradient",
            $"ReadOnlySpan<{T}> logits, ReadOnlySpan<{T}> target, Span<{T}> gradient",
            CodeBlock.Lines(
                Row("logits"),
                Row("target"),
                Row("gradient"),
                SameOrApart("logits", "gradient"),
                SameOrApart("target", "gradient")
            ),
            $"return {dispatch.Call("TargetGradient", ["logits", "target", "gradient"], Scale)};"
        );

    /// <summary>The gradient is with respect to the logits, which the temperature divides.</summary>
    private string Scale => plan.Options.Temperature is null ? Element.One : OptionConstants.Inverse;

    private static string Row(string name) => $"RequireRow({name}.Length, {Checked.Parameter(name)}, head);";

    private static string SameOrApart(string input, string output) =>
        $"RequireSameRowOrApart({input}, {output}, Classes, {Checked.Parameter(output)});";

    private static string Label => "RequireLabel(label, head);";

    private string LeaveIgnoredRow(bool clearsGradient) => IgnoreTemplate.LeaveRow(plan, clearsGradient);

    private string Entry(string signature, string parameters, string checks, CodeBlock call) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{signature}}({{parameters}}, string head)
            {
                {{checks}}
                {{call.ToString()}}
            }
            """
        );
}
