using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Many rows where each is computed by itself: their results meet in the lanes of one vector for the logarithm.</summary>
internal sealed class ManyRowsTemplate(BatchPlan batch)
{
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    public string Render() => CodeBlock.Stack(LabelLosses(), LabelGradients(), LaneOf());

    private string LabelLosses() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows.</summary>
            {{Attributes.Inline}}
            private static void LabelLossesMany{{lanes.Suffix}}(ref float logits, ref int labels, ref float losses)
            {
                var others = {{lanes.Zero}};
                var max = {{lanes.Zero}};
                var logit = {{lanes.Zero}};
                for (nuint row = 0; row < {{batch.Lanes}}; row++)
                {
                    ref var rowOfLogits = {{lanes.RowOf("logits")}};
                    LaneOf(ref others, row) = Others{{lanes.Suffix}}(ref rowOfLogits, out var largest);
                    LaneOf(ref max, row) = largest;
                    LaneOf(ref logit, row) = Unsafe.Add(ref rowOfLogits, {{lanes.ElementOf("labels")}});
                }

                var loss = max - logit + LogOnePlus(others / Exp(max, new Reference{{lanes.Suffix}}(max)));
                loss.StoreUnsafe(ref losses);
            }
            """
        );

    private string LabelGradients() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows, and their gradients, times <paramref name="scale"/>.</summary>
            {{Attributes.Inline}}
            private static void LabelGradientsMany{{lanes.Suffix}}(ref float logits, ref int labels, ref float gradients, ref float losses, float scale)
            {
                var gap = {{lanes.Zero}};
                var others = {{lanes.Zero}};
                for (nuint row = 0; row < {{batch.Lanes}}; row++)
                {
                    LaneOf(ref gap, row) = LabelGradient{{lanes.Suffix}}({{lanes.RowOf("logits")}}, {{lanes.RowOf(
                "gradients"
            )}}, {{lanes.ElementOf("labels")}}, scale, out var relativeOthers);
                    LaneOf(ref others, row) = relativeOthers;
                }

                (gap + LogOnePlus(others)).StoreUnsafe(ref losses);
            }
            """
        );

    private string LaneOf() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ref float LaneOf(ref {{lanes.Type}} v, nuint lane) =>
                ref Unsafe.Add(ref Unsafe.As<{{lanes.Type}}, float>(ref v), lane);
            """
        );
}
