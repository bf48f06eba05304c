using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Files;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The file of one plan: all kernels of its number of outputs and options. First rows, then batches, by width.</summary>
internal static class OutputsFile
{
    public static string Render(SigmoidPlan plan, TargetModel target)
    {
        var attributes = new Attributes(target);
        var scalar = new ScalarSyntax(ElementSyntax.Of(plan.Element));
        var dispatch = new Dispatch([.. plan.Rows.Select(row => (VectorSyntax)LaneSyntax.Of(row))], scalar);
        return GeneratedFile.OfClass(
            OutputsHeader.Render(plan),
            $"Sigmoid and binary cross-entropy of {OutputsHeader.InWords(plan)}: what the heads of such plans call.",
            plan.Kernel,
            SharedFile.ClassesFor(plan.Element),
            CodeBlock.Stack(
                new OutputConstants(plan).Render(),
                plan.HasSingleOutput ? new SingleOutputTemplate(plan, attributes).Render() : "",
                new OutputRowSection(plan, dispatch, attributes).Render(),
                new OutputBatchEntries(plan, dispatch, attributes).Render(),
                RowAccess.Checks("Outputs", "Output", hasBatches: !plan.HasSingleOutput),
                plan.HasSingleOutput ? "" : Rows(plan),
                CodeBlock.Stack(plan.Widths.Select(width => OfWidth(plan, LaneSyntax.Of(width)))),
                WithoutVectors(plan, scalar)
            )
        );
    }

    private static string Rows(SigmoidPlan plan)
    {
        var element = ElementSyntax.Of(plan.Element).Type;
        return CodeBlock.Stack(
            RowAccess.Pieces(element, "Outputs"),
            plan.HasVectors ? RowAccess.InSpans(element, "Outputs") : RowAccess.BySpan(element, "Outputs")
        );
    }

    private static string OfWidth(SigmoidPlan plan, VectorSyntax lanes)
    {
        var row = plan.Rows.FirstOrDefault(layout => layout.Lanes == lanes.Count);
        var methods = CodeBlock.Stack(
            row is null ? "" : new OutputRow(plan.Outputs, row).Methods(),
            plan.HasSingleOutput
                ? new FlatKernelTemplate(plan.TargetOptions(), lanes, "private").Render(OutputKernel.Losses)
                : "",
            plan.TargetOptions().IsNone || (row is null && !plan.HasSingleOutput)
                ? ""
                : new OutputFunctions(plan.TargetOptions(), lanes).OfTargets()
        );
        return methods.Length == 0 ? "" : Section($"{lanes.Class}.", methods);
    }

    private static string WithoutVectors(SigmoidPlan plan, ScalarSyntax scalar)
    {
        var options = plan.TargetOptions();
        var kernels = new ScalarOutputKernels(options, scalar, "private");
        var methods = CodeBlock.Stack(
            plan.HasSingleOutput ? CodeBlock.Stack(OutputKernel.Losses.Select(kernels.SingleLosses))
                : options.IsNone ? ""
                : CodeBlock.Stack(OutputKernel.Losses.Select(kernels.Loss)),
            options.IsNone ? "" : new ScalarFunctions(options, scalar).OfTargets()
        );
        return methods.Length == 0 ? "" : Section("Without vectors.", methods);
    }

    private static string Section(string title, string methods) =>
        CodeBlock.Render(
            $$"""
            // ---- {{title}}

            {{methods}}
            """
        );

    /// <summary>What the options change.</summary>
    private static TargetOptions TargetOptions(this SigmoidPlan plan) =>
        new(plan.Smoothing is not null, plan.IsWeighted);
}
