using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The checks of arguments, and what throws.</summary>
internal sealed class SigmoidGuards(HeadModel head, SigmoidPlan plan, Attributes attributes)
{
    private static readonly string[] ParameterNames =
    [
        "logits",
        "probabilities",
        "logProbabilities",
        "derivative",
        "derivatives",
        "labels",
        "targets",
        "gradient",
        "gradients",
        "losses",
    ];

    private readonly RowGuards guards = new(plan.Outputs, plan.Element, plan.HasVectors);

    private readonly RowThrows throws = new(head.Type, plan.Outputs, "output", "outputs", ParameterNames, attributes);

    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            guards.RequireRow(),
            plan.HasSingleOutput ? "" : guards.RequireRows(),
            guards.RequireBatch(),
            guards.RequireSameOrApart(),
            guards.RequireApart(T, T),
            guards.Overlap(),
            RequireLabelsApart(),
            plan.HasSingleOutput ? "" : guards.ReferenceToRow(),
            plan.HasSingleOutput ? "" : guards.SpanOfRow(),
            throws.Parameters(),
            throws.OfRows(),
            plan.HasSingleOutput ? "" : throws.OfWholeRows(),
            throws.OfBatches(),
            throws.OfReduction()
        );

    private string RequireLabelsApart() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabelsApart(ReadOnlySpan<{{T}}> logits, Span<bool> labels)
            {
                if (MemoryMarshal.AsBytes(logits).Overlaps(MemoryMarshal.AsBytes(labels)))
                {
                    ThrowNotApart(Parameter.Labels);
                }
            }
            """
        );
}
