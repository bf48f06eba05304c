using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Which share of a batch is predicted rightly.</summary>
internal sealed class AccuracyTemplate(KernelPlan plan, LabelForm form, Attributes attributes)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private bool HasIgnored => plan.Options.IgnoreIndex is not null;

    public string Render() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{element.Type}} Accuracy(ReadOnlySpan<{{element.Type}}> scores, ReadOnlySpan<{{form.Type}}> labels)
            {
                var rows = RequireRows(scores.Length, Parameter.Scores);
                RequireOnePerRow(rows, labels.Length, Parameter.Labels);
                RequireLabels(labels);
                Span<int> predictions = stackalloc int[{{BatchEntryTemplate.PieceRows}}];
                var right = 0;
                {{(HasIgnored ? "var ignored = 0;" : "")}}
                for (var start = 0; start < rows; start += {{BatchEntryTemplate.PieceRows}})
                {
                    var count = Math.Min({{BatchEntryTemplate.PieceRows}}, rows - start);
                    Predictions(scores.Slice(start * Classes, count * Classes), predictions.Slice(0, count));
                    for (var i = 0; i < count; i++)
                    {
                        {{Count()}}
                    }
                }

                return {{element.FromDouble($"(double)right / {(HasIgnored ? "(rows - ignored)" : "rows")}")}};
            }
            """
        );

    private string Count()
    {
        var label = $"var label = {form.ToIndex("labels[start + i]")};";
        return HasIgnored
            ? CodeBlock.Lines(
                label,
                "ignored += label == IgnoreIndex ? 1 : 0;",
                "right += label == predictions[i] && label != IgnoreIndex ? 1 : 0;"
            )
            : CodeBlock.Lines(label, "right += label == predictions[i] ? 1 : 0;");
    }
}
