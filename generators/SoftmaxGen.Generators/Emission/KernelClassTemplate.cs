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
        var vectors = plan.Rows.Select(row => Section(VectorTitle(row), VectorMethods(plan, row)));
        var parts = new[]
        {
            Constants(plan),
            new EntryTemplate(plan, dispatch, attributes).Render(),
            new LossEntryTemplate(plan, dispatch, attributes).Render(),
            new GuardTemplate(head, plan, attributes).Render(),
        }
            .Concat(vectors)
            .Append(
                Section(
                    "Without vectors: in double, where the plain formulas are accurate enough.",
                    ScalarMethods(plan)
                )
            );
        return CodeBlock.Render(
            $$"""
            /// <summary>The kernels behind the public members.</summary>
            {{PublicMembers.GeneratedCode}}
            private static class SoftmaxKernel
            {
                {{CodeBlock.Stack(parts)}}
            }
            """
        );
    }

    private static string Constants(KernelPlan plan) =>
        plan.Rows.Count == 0
            ? CodeBlock.Stack(ExpTemplate.Constants, LogTemplate.Constants, LogTemplate.ScalarConstants)
            : CodeBlock.Stack(
                ExpTemplate.Constants,
                ExpTemplate.VectorConstants,
                LogTemplate.Constants,
                LogTemplate.VectorConstants,
                LogTemplate.ScalarConstants
            );

    private static string VectorMethods(KernelPlan plan, RowPlan row)
    {
        var code = RowCode.Of(plan, row);
        var lanes = (VectorSyntax)code.Lanes;
        return CodeBlock.Stack(
            Kernels(code),
            ExpTemplate.Vector(lanes),
            LogTemplate.VectorLog(lanes),
            row.Lanes == 4 ? LogTemplate.VectorLogOnePlus(lanes) : "",
            LogTemplate.Polynomial(lanes),
            LossTemplate.WeightedMethod(lanes),
            new ArithmeticTemplate(plan, row).Vector()
        );
    }

    private static string ScalarMethods(KernelPlan plan)
    {
        var code = RowCode.Of(plan, plan.Scalar);
        return CodeBlock.Stack(
            Kernels(code),
            ExpTemplate.Scalar(code.Lanes),
            LogTemplate.ScalarLog(),
            LogTemplate.ScalarLogOnePlus(),
            LogTemplate.Polynomial(code.Lanes),
            LossTemplate.WeightedMethod(code.Lanes),
            ArithmeticTemplate.Scalar()
        );
    }

    private static string Kernels(RowCode code) =>
        CodeBlock.Stack(
            SoftmaxTemplate.Softmax(code),
            SoftmaxTemplate.LogSoftmax(code),
            SoftmaxTemplate.LogOfSum(code),
            SearchTemplate.Predict(code),
            SampleTemplate.RowMethods(code),
            LossTemplate.Target(code),
            LossTemplate.FromProbabilities(code),
            GradientTemplate.OfLabel(code),
            GradientTemplate.OfTarget(code),
            GradientTemplate.OfSoftmax(code),
            SearchTemplate.Helpers(code)
        );

    private static string VectorTitle(RowPlan row) =>
        CodeBlock.Render($"Vector{row.Bits}: {HeaderTemplate.RowInWords(row)}.");

    private static string Section(string title, string methods) =>
        CodeBlock.Render(
            $$"""
            // ---- {{title}}

            {{methods}}
            """
        );
}
