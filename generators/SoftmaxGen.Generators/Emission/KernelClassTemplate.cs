using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The nested class that computes. Apart from the user's type, so that its static constructor costs no check.</summary>
internal static class KernelClassTemplate
{
    public static string Render(HeadModel head, TargetModel target, KernelPlan plan)
    {
        var attributes = new Attributes(target);
        var dispatch = Dispatch.Of(plan);
        var parts = new[]
        {
            Constants(plan),
            new EntryTemplate(plan, dispatch, attributes).Render(),
            new LossEntryTemplate(plan, dispatch, attributes).Render(),
            new BatchEntryTemplate(plan, dispatch, attributes).Render(),
            new GuardTemplate(plan).Render(),
            new ThrowTemplate(head, plan, attributes).Render(),
        }
            .Concat(
                plan.Batches.Select(batch =>
                    Section(VectorTitle(plan, batch), new WidthTemplate(plan, batch, attributes).Render())
                )
            )
            .Append(
                Section(
                    "Without vectors: in double, where the plain formulas are accurate enough.",
                    ScalarMethods(plan, attributes)
                )
            );
        return CodeBlock.Render(
            $$"""
            /// <summary>The kernels behind the public members.</summary>
            {{MemberDocumentation.GeneratedCode}}
            private static class SoftmaxKernel
            {
                {{CodeBlock.Stack(parts)}}
            }
            """
        );
    }

    private static string Constants(KernelPlan plan) =>
        CodeBlock.Stack(
            new OptionConstants(plan).Render(),
            ExpTemplate.Constants(plan),
            plan.Rows.Count == 0 ? "" : ExpTemplate.VectorConstants(plan),
            LogTemplate.Constants,
            plan.Rows.Count == 0 ? "" : LogTemplate.VectorConstants,
            CodeBlock.Lines(ExpTemplate.ScalarConstants(plan), LogTemplate.ScalarConstants)
        );

    private static string ScalarMethods(KernelPlan plan, Attributes attributes)
    {
        var code = RowCode.Of(plan, plan.Scalar);
        return CodeBlock.Stack(
            RowKernels.Render(code, attributes),
            new BatchTemplate(code.Lanes, batch: null, attributes).Render(),
            ExpTemplate.Scalar(plan, code.Lanes),
            LogTemplate.ScalarLog(),
            LogTemplate.ScalarLogOnePlus(),
            LogTemplate.Polynomial(code.Lanes),
            LossTemplate.WeightedMethod(code.Lanes),
            ArithmeticTemplate.Scalar()
        );
    }

    private static string VectorTitle(KernelPlan plan, BatchPlan batch) =>
        CodeBlock.Render($"Vector{batch.Bits}: {HeaderTemplate.WidthInWords(plan, batch)}.");

    private static string Section(string title, string methods) =>
        CodeBlock.Render(
            $$"""
            // ---- {{title}}

            {{methods}}
            """
        );
}
