using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Rows whose label is <c>IgnoreIndex</c>, and how much the others count in the mean of a batch.</summary>
internal sealed class IgnoreTemplate(KernelPlan plan, Attributes attributes)
{
    private readonly string element = ElementSyntax.Of(plan.Element).Type;

    private IgnorePlan? Ignored => plan.Options.IgnoreIndex;

    public string Render() =>
        CodeBlock.Stack(
            Ignored is null ? "" : CodeBlock.Stack(Ignored.IsClass ? "" : IndexOf(), NextIgnored(), ClearIgnored()),
            plan.Options.HasRowWeights ? CodeBlock.Stack(LabelForm.WithEntries(plan.Options).Select(TotalWeight)) : ""
        );

    /// <summary>Statements for a row whose label is to be ignored, before its label is checked.</summary>
    public static string LeaveRow(KernelPlan plan, bool clearsGradient) =>
        plan.Options.IgnoreIndex is null
            ? ""
            : CodeBlock.Render(
                $$"""
                if (label == IgnoreIndex)
                {
                    {{(clearsGradient ? "gradient.Clear();" : "")}}
                    return {{ElementSyntax.Of(plan.Element).Zero}};
                }
                """
            ) + "\n\n";

    private static string IndexOf() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class of a label; any class for a row that is ignored.</summary>
            {{Attributes.Inline}}
            private static int IndexOf(int label) => label == IgnoreIndex ? 0 : label;
            """
        );

    private static string NextIgnored() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The first row from <paramref name="start"/> on that is ignored; the number of rows where none is.</summary>
            {{Attributes.Inline}}
            private static int NextIgnored(ReadOnlySpan<int> labels, int start)
            {
                var rows = labels.Slice(start).IndexOf(IgnoreIndex);
                return rows < 0 ? labels.Length : start + rows;
            }
            """
        );

    private string ClearIgnored() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Rows that are ignored have a loss of 0, whatever their logits.</summary>
            {{Attributes.Inline}}
            private static void ClearIgnored(ReadOnlySpan<int> labels, Span<{{element}}> losses)
            {
                for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
                {
                    losses[row] = {{ElementSyntax.Of(plan.Element).Zero}};
                }
            }

            /// <summary>The same with their gradients.</summary>
            {{Attributes.Inline}}
            private static void ClearIgnored(ReadOnlySpan<int> labels, Span<{{element}}> losses, Span<{{element}}> gradients)
            {
                for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
                {
                    losses[row] = {{ElementSyntax.Of(plan.Element).Zero}};
                    gradients.Slice(row * {{plan.Classes}}, {{plan.Classes}}).Clear();
                }
            }
            """
        );

    private string TotalWeight(LabelForm form) =>
        plan.Options.Losses is { IsWeighted: true } ? SumOfWeights(form) : CountOfRows(form);

    private string CountOfRows(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            /// <summary>How many rows count.</summary>
            {{attributes.Entry}}
            private static double TotalWeight(ReadOnlySpan<{{form.Type}}> labels)
            {
                var count = labels.Length;
                {{(form.IsIndex ? CountFast : CountEach(form))}}

                return count;
            }
            """
        );

    private static string CountFast =>
        CodeBlock.Render(
            $$"""
            for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
            {
                count--;
            }
            """
        );

    private static string CountEach(LabelForm form) =>
        CodeBlock.Render(
            $$"""
            foreach (var label in labels)
            {
                count -= {{form.ToIndex("label")}} == IgnoreIndex ? 1 : 0;
            }
            """
        );

    /// <summary>In the order of the losses.</summary>
    private string SumOfWeights(LabelForm form)
    {
        var weight = $"{OptionConstants.ClassWeights}[label]";
        return CodeBlock.Render(
            $$"""
            /// <summary>What all rows count together: the weights of their labels, added in the order of the losses.</summary>
            {{attributes.Entry}}
            private static double TotalWeight(ReadOnlySpan<{{form.Type}}> labels)
            {
                Span<{{element}}> weights = stackalloc {{element}}[{{BatchEntryTemplate.PieceRows}}];
                var sum = default(LossSum);
                for (var start = 0; start < labels.Length; start += {{BatchEntryTemplate.PieceRows}})
                {
                    var count = Math.Min({{BatchEntryTemplate.PieceRows}}, labels.Length - start);
                    for (var i = 0; i < count; i++)
                    {
                        var label = {{form.ToIndex("labels[start + i]")}};
                        weights[i] = {{(
                Ignored is null ? weight : $"label == IgnoreIndex ? {ElementSyntax.Of(plan.Element).Zero} : {weight}"
            )}};
                    }

                    sum.Add(weights, count);
                }

                return sum.Total();
            }
            """
        );
    }
}
