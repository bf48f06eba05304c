using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>How much the rows of a batch count in its mean, where they do not count alike.</summary>
internal sealed class TotalWeightTemplate(KernelPlan plan, LabelSpan form, Attributes attributes)
{
    private readonly string element = ElementSyntax.Of(plan.Element).Type;

    private IgnorePlan? Ignored => plan.Options.IgnoreIndex;

    public string Render() => plan.Options.Losses is { IsWeighted: true } ? SumOfWeights() : CountOfRows();

    private string CountOfRows() =>
        CodeBlock.Render(
            $$"""
            /// <summary>How many rows count.</summary>
            {{attributes.Entry}}
            private static double TotalWeight(ReadOnlySpan<{{form.Type}}> labels)
            {
                var count = labels.Length;
                {{(form.IsIndex ? CountFast : CountEach)}}

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

    private string CountEach =>
        CodeBlock.Render(
            $$"""
            foreach (var label in labels)
            {
                int index = {{form.ToIndex("label", plan)}};
                count -= index == IgnoreIndex ? 1 : 0;
            }
            """
        );

    /// <summary>In the order of the losses.</summary>
    private string SumOfWeights()
    {
        var weight = $"{OptionConstants.ClassWeights}[label]";
        return CodeBlock.Render(
            $$"""
            /// <summary>What all rows count together: the weights of their labels, added in the order of the losses.</summary>
            {{attributes.Entry}}
            private static double TotalWeight(ReadOnlySpan<{{form.Type}}> labels)
            {
                Span<{{element}}> weights = stackalloc {{element}}[{{Truth.PieceRows}}];
                var sum = default(LossSum);
                {{Truth.ForEachPiece("labels.Length")}}
                {
                    {{Truth.NextPiece("labels.Length")}}
                    for (var i = 0; i < count; i++)
                    {
                        int label = {{form.ToIndex("labels[start + i]", plan)}};
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
