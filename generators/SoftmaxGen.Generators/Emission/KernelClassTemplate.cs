using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The nested class that computes. Apart from the user's type, so that its static constructor costs no check.</summary>
internal static class KernelClassTemplate
{
    public static string Render(HeadModel head, TargetModel target, KernelPlan plan)
    {
        var attributes = new Attributes(target);
        var dispatch = new Dispatch(plan);
        var parts = new[]
        {
            Constants(plan),
            new EntryTemplate(plan, dispatch, attributes).Render(),
            new LossEntryTemplate(plan, dispatch, attributes).Render(),
            new BatchEntryTemplate(plan, dispatch, attributes).Render(),
            new GuardTemplate(plan, attributes).Render(),
            new ThrowTemplate(head, plan, attributes).Render(),
        }
            .Concat(
                plan.Batches.Select(batch =>
                    Section(VectorTitle(plan, batch), new WidthTemplate(plan, batch, attributes).Render())
                )
            )
            .Append(
                Section(
                    ElementSyntax.Of(plan.Element).IsWidenedInScalars
                        ? "Without vectors: in double, where the plain formulas are accurate enough."
                        : "Without vectors: the same steps, but products are rounded before they are added.",
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

    private static string Constants(KernelPlan plan)
    {
        var element = ElementSyntax.Of(plan.Element);
        var exp = new ExpTemplate(plan.Options.Temperature);
        var hasVectors = plan.Rows.Count > 0;
        var computesInElements = hasVectors || !element.IsWidenedInScalars;
        return CodeBlock.Stack(
            new OptionConstants(plan).Render(),
            exp.Constants(element),
            computesInElements ? exp.ReductionConstants(element, hasVectors) : "",
            LogTemplate.Constants(element),
            computesInElements ? LogTemplate.SplitConstants(element) : "",
            CodeBlock.Lines(exp.ScalarConstants(element), LogTemplate.ScalarConstants(element))
        );
    }

    private static string ScalarMethods(KernelPlan plan, Attributes attributes)
    {
        var code = RowCode.Of(plan, plan.Scalar);
        var exp = new ExpTemplate(plan.Options.Temperature);
        return CodeBlock.Stack(
            RowKernels.Render(code, attributes),
            new BatchTemplate(plan, code.Lanes, batch: null, attributes).Render(),
            code.IsWide ? exp.Wide(code.Lanes) : exp.Render(code.Lanes),
            LogTemplate.ScalarLog((ScalarSyntax)code.Lanes),
            LogTemplate.ScalarLogOnePlus((ScalarSyntax)code.Lanes),
            LogTemplate.Polynomial(code.Lanes),
            LossTemplate.WeightedMethod(code.Lanes),
            LossTemplate.WeightedNumber(plan),
            new LossFormula(plan).MethodForNumbers(),
            ArithmeticTemplate.Scalar(plan),
            CompensatedSumTemplate.OfScalars(plan)
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
