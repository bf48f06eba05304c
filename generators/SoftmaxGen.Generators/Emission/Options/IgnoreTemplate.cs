using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>Rows whose label is <c>IgnoreIndex</c>.</summary>
internal sealed class IgnoreTemplate(KernelPlan plan)
{
    private readonly string element = ElementSyntax.Of(plan.Element).Type;

    private IgnorePlan? Ignored => plan.Options.IgnoreIndex;

    public string Render() => Ignored is null ? "" : CodeBlock.Stack(NextIgnored(), ClearIgnored());

    /// <summary>The check of a batch of labels. The label of rows that do not count is one too.</summary>
    public static string RequireLabels(KernelPlan plan) =>
        plan.Options.IgnoreIndex is { IsClass: false }
            ? "RequireLabels(labels, Classes, IgnoreIndex, head);"
            : "RequireLabels(labels, Classes, head);";

    /// <summary>Statements for a row whose label is to be ignored, before its label is checked.</summary>
    public static string LeaveRow(KernelPlan plan, bool clearsGradient) =>
        plan.Options.IgnoreIndex is null
            ? ""
            : CodeBlock.Render(
                $$"""
                if (label == IgnoreIndex)
                {
                    {{(clearsGradient ? "gradient.Clear();" : "")}}
                    return {{ElementSyntax.Of(plan.Element).Zero}};
                }
                """
            );

    public static string IndexOf() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class of a label; any class for a row that is ignored.</summary>
            {{Attributes.Inline}}
            private static int IndexOf(int label) => label == IgnoreIndex ? 0 : label;
            """
        );

    private static string NextIgnored() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The first row from <paramref name="start"/> on that is ignored; the number of rows where none is.</summary>
            {{Attributes.Inline}}
            private static int NextIgnored(ReadOnlySpan<int> labels, int start)
            {
                var rows = MemoryExtensions.IndexOf(labels.Slice(start), IgnoreIndex);
                return rows < 0 ? labels.Length : start + rows;
            }
            """
        );

    private string ClearIgnored() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Rows that are ignored have a loss of 0, whatever their logits.</summary>
            {{Attributes.Inline}}
            private static void ClearIgnored(ReadOnlySpan<int> labels, Span<{{element}}> losses)
            {
                for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
                {
                    losses[row] = {{ElementSyntax.Of(plan.Element).Zero}};
                }
            }

            /// <summary>The same with their gradients.</summary>
            {{Attributes.Inline}}
            private static void ClearIgnored(ReadOnlySpan<int> labels, Span<{{element}}> losses, Span<{{element}}> gradients)
            {
                for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
                {
                    losses[row] = {{ElementSyntax.Of(plan.Element).Zero}};
                    gradients.Slice(row * Classes, Classes).Clear();
                }
            }
            """
        );
}
