using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The nested class that computes. Apart from the user's type, so that its static constructor costs no check.</summary>
internal static class SigmoidKernelTemplate
{
    public static string Render(HeadModel head, TargetModel target, SigmoidPlan plan)
    {
        var attributes = new Attributes(target);
        var scalar = new ScalarSyntax(ElementSyntax.Of(plan.Element));
        var dispatch = new Dispatch(
            [.. plan.Rows.Select(row => (VectorSyntax)LaneSyntax.Of(row))],
            [.. plan.Widths.Select(Lanes)],
            scalar
        );
        var parts = new[]
        {
            new SigmoidConstants(plan).Render(),
            plan.HasSingleOutput ? new SingleOutputTemplate(plan, attributes).Render() : "",
            new RowEntryTemplate(plan, dispatch, attributes).Render(),
            new BatchEntryTemplate(plan, dispatch, attributes).Render(),
            new SigmoidGuards(head, plan, attributes).Render(),
        }
            .Concat(
                plan.Widths.Select(width =>
                    Section(
                        CodeBlock.Render($"Vector{width.Bits}: {SigmoidHeader.WidthInWords(plan, width)}."),
                        new WidthTemplate(plan, width).Render()
                    )
                )
            )
            .Append(
                Section(
                    scalar.IsWider
                        ? "Without vectors: in double, where the plain formulas are accurate enough."
                        : "Without vectors: the same steps, but products are rounded before they are added.",
                    ScalarMethods(plan, scalar)
                )
            );
        return CodeBlock.Render(
            $$"""
            /// <summary>The kernels behind the public members.</summary>
            {{MemberDocumentation.GeneratedCode}}
            private static class SigmoidKernel
            {
                {{CodeBlock.Stack(parts)}}
            }
            """
        );
    }

    private static VectorSyntax Lanes(WidthPlan width) =>
        new(ElementSyntax.Of(width.Element), width.Lanes, width.PortableMath);

    private static string ScalarMethods(SigmoidPlan plan, ScalarSyntax scalar) =>
        CodeBlock.Stack(
            new ScalarKernelTemplate(plan, scalar).Render(),
            new PredictTemplate(plan).Scalar(),
            new ScalarFunctions(plan, scalar).Render(),
            SigmoidExpTemplate.Render(scalar),
            LogTemplate.ScalarLog(scalar),
            LogTemplate.ScalarLogOnePlus(scalar),
            LogTemplate.Polynomial(scalar),
            LossTemplate.WeightedMethod(scalar),
            scalar.IsWider ? "" : CompensatedSumTemplate.Struct(scalar)
        );

    private static string Section(string title, string methods) =>
        CodeBlock.Render(
            $$"""
            // ---- {{title}}

            {{methods}}
            """
        );
}
