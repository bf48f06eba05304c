using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>The checks that need the class count, and how code finds a row.</summary>
internal sealed class RowGuards(KernelPlan plan)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            RowAccess.Checks("Classes", "Class"),
            RequireLabel(),
            RowAccess.Pieces(T, "Classes"),
            plan.Options.IgnoreIndex is { IsClass: false } ? OfIgnoredLabels() : "",
            plan.HasVectors
                ? CodeBlock.Stack(BatchLoop.RowsAtOnce(plan), RowAccess.ByReference(T, "Classes"))
                : RowAccess.BySpan(T, "Classes")
        );

    private string OfIgnoredLabels() =>
        CodeBlock.Stack(
            IgnoreTemplate.IndexOf(),
            ReadsElements ? LabelAccessTemplate.Element(T, "private", label => $"IndexOf({label})") : ""
        );

    /// <summary>Whether kernels of many rows read what stands at their labels.</summary>
    private bool ReadsElements =>
        plan.HasVectors && (!new LossFormula(plan).IsSmoothed || plan.Batches.Any(batch => batch.GathersLabels));

    private string RequireLabel()
    {
        var ignored = plan.Options.IgnoreIndex is { IsClass: false };
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabel(int label, string head)
            {
                if ({{(
                ignored ? "(label < 0 || label >= Classes) && label != IgnoreIndex" : "label < 0 || label >= Classes"
            )}})
                {
                    {{(
                ignored ? "ThrowLabel(label, Classes, IgnoreIndex, head);" : "ThrowLabel(label, Classes, head);"
            )}}
                }
            }
            """
        );
    }
}
