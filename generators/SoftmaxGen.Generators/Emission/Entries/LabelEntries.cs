using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>Predictions of a batch, and the share of them that is right.</summary>
internal sealed class LabelEntries(KernelPlan plan, LabelSpan form, Attributes attributes)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private string T => element.Type;

    private bool HasIgnored => plan.Options.IgnoreIndex is not null;

    public string Predict() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void PredictBatch(ReadOnlySpan<{{T}}> scores, Span<{{form.Type}}> labels, string head)
            {
                var rows = RequireRows(scores.Length, Parameter.Scores, head);
                RequireOnePerRow(rows, labels.Length, Parameter.Labels);
                RequireApart(scores, labels, Parameter.Labels);
                {{(form.IsIndex ? "Predictions(scores, labels);" : InPieces())}}
            }
            """
        );

    private string InPieces() =>
        CodeBlock.Render(
            $$"""
            Span<int> indices = stackalloc int[{{Truth.PieceRows}}];
            {{Truth.ForEachPiece("rows")}}
            {
                {{Truth.NextPiece("rows")}}
                Predictions({{Truth.PieceOf("scores")}}, indices.Slice(0, count));
                for (var i = 0; i < count; i++)
                {
                    labels[start + i] = {{form.FromIndex("indices[i]")}};
                }
            }
            """
        );

    public string Accuracy() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} Accuracy(ReadOnlySpan<{{T}}> scores, ReadOnlySpan<{{form.Type}}> labels, string head)
            {
                var rows = RequireRows(scores.Length, Parameter.Scores, head);
                RequireOnePerRow(rows, labels.Length, Parameter.Labels);
                {{IgnoreTemplate.RequireLabels(plan)}}
                Span<int> predictions = stackalloc int[{{Truth.PieceRows}}];
                var right = 0;
                {{(HasIgnored ? "var ignored = 0;" : "")}}
                {{Truth.ForEachPiece("rows")}}
                {
                    {{Truth.NextPiece("rows")}}
                    Predictions({{Truth.PieceOf("scores")}}, predictions.Slice(0, count));
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
        var label = form.ToIndex("labels[start + i]", plan);
        return HasIgnored
            ? CodeBlock.Lines(
                $"int label = {label};",
                "ignored += label == IgnoreIndex ? 1 : 0;",
                "right += label == predictions[i] && label != IgnoreIndex ? 1 : 0;"
            )
            : $"right += {label} == predictions[i] ? 1 : 0;";
    }
}
