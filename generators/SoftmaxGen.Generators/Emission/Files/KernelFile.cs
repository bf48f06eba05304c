using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>The file of one plan: all kernels of its class count and options. First rows, then batches, by width.</summary>
internal static class KernelFile
{
    public static string Render(KernelPlan plan, TargetModel target)
    {
        var attributes = new Attributes(target);
        return GeneratedFile.OfClass(
            KernelHeader.Render(plan),
            $"Softmax and cross-entropy of {PlanInWords.Of(plan)}: what the heads of such plans call.",
            plan.Kernel,
            SharedFile.ClassesFor(plan.Element),
            CodeBlock.Stack(
                Constants(plan),
                new RowSection(plan, attributes).Render(),
                new BatchEntries(plan, attributes).Render(),
                new RowGuards(plan).Render(),
                CodeBlock.Stack(plan.Batches.Select(batch => new WidthSection(plan, batch, attributes).Render())),
                WithoutVectors(plan)
            )
        );
    }

    private static string Constants(KernelPlan plan) =>
        CodeBlock.Stack(
            CodeBlock.Render($"private const int Classes = {plan.Classes};"),
            new OptionConstants(plan).Render(),
            plan.Options.Temperature is { } temperature
                ? new ExpConstants(temperature).Render(ElementSyntax.Of(plan.Element), plan.HasVectors)
                : ""
        );

    /// <summary>What scalar code and numbers need beside what all plans share.</summary>
    private static string WithoutVectors(KernelPlan plan)
    {
        var methods = CodeBlock.Stack(
            plan.SharesScalarRows ? "" : SearchTemplate.Helpers(RowCode.Of(plan, plan.Scalar)),
            plan.Options.Temperature is { } temperature
                ? new ExpTemplate(temperature).Methods(LaneSyntax.Of(plan.Scalar))
                : "",
            new LossFormula(plan) is { TakesGaps: true } losses ? losses.MethodForNumbers() : ""
        );
        return methods.Length == 0
            ? ""
            : CodeBlock.Render(
                $$"""
                // ---- Without vectors.

                {{methods}}
                """
            );
    }
}
