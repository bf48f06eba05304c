using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>The reduced loss of a batch and its gradient.</summary>
internal sealed class GradientEntry(KernelPlan plan, Truth truth, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    private BatchOperation Operation =>
        truth.Form is null ? BatchOperation.TargetGradients : BatchOperation.LabelGradients;

    public string Render() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropyGradientBatch(ReadOnlySpan<{{T}}> logits, {{truth.Parameter}}, Span<{{T}}> gradients, Reduction reduction, string head)
            {
                var rows = RequireRows(logits.Length, Parameter.Logits, head);
                {{truth.Checks("logits")}}
                RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
                RequireReduction(reduction);
                RequireSameOrApart(logits, gradients, Parameter.Gradients);
                {{truth.CheckOutput}}
                {{truth.TotalWeight}}
                var scale = reduction == Reduction.Mean ? {{MeanScale}} : {{One}};
                {{truth.Indices}}
                Span<{{T}}> losses = stackalloc {{T}}[{{Truth.PieceRows}}];
                var sum = default(LossSum);
                {{Truth.ForEachPiece("rows")}}
                {
                    {{Truth.NextPiece("rows")}}
                    {{Operation.Name}}({{Truth.PieceOf("logits")}}, {{truth.Piece}}, {{Truth.PieceOf(
                "gradients"
            )}}, losses.Slice(0, count), scale);
                    sum.Add(losses, count);
                }

                return sum.Reduce({{truth.Count}}, reduction);
            }
            """
        );

    /// <summary>The gradient is with respect to the logits, which the temperature divides.</summary>
    private string One => plan.Options.Temperature is null ? Element.One : OptionConstants.Inverse;

    private string MeanScale =>
        !truth.HasWeights ? $"{One} / rows"
        : plan.Options.Temperature is null ? Element.FromDouble("1.0 / totalWeight")
        : Element.FromDouble($"{One} / totalWeight");
}
