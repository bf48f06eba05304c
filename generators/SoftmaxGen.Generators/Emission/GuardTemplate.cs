using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks of arguments. What throws is kept out of the methods that check.</summary>
internal sealed class GuardTemplate(KernelPlan plan)
{
    private readonly RowGuards rows = new(plan.Classes, plan.Element, plan.Rows.Count > 0);

    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            rows.RequireRow(),
            rows.RequireRows(),
            rows.RequireBatch(),
            rows.RequireSameOrApart(),
            LabelsAsFloats(),
            RequireLabel(),
            RequireLabels(),
            RequireUniform(),
            rows.ReferenceToRow(),
            ElementOfLabel(),
            rows.SpanOfRow()
        );

    private bool HasVectors => plan.Rows.Count > 0;

    private string RequireLabels() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabels(ReadOnlySpan<int> labels)
            {
                var row = 0;
                {{(HasVectors ? SkipFours() : "")}}
                for (; row < labels.Length; row++)
                {
                    if (labels[row] < 0 || labels[row] >= {{plan.Classes}})
                    {
                        ThrowLabels(row, labels[row]);
                    }
                }
            }
            """
        );

    /// <summary>Stops at the first four labels that have one to throw for.</summary>
    private string SkipFours() =>
        CodeBlock.Render(
            $$"""
            while (row + 4 <= labels.Length
                && Vector128.LessThanAll(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(labels), (nuint)row).AsUInt32(), Vector128.Create({{plan.Classes}}u)))
            {
                row += 4;
            }
            """
        ) + "\n\n";

    private string RequireLabel() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabel(int label)
            {
                if (label < 0 || label >= {{plan.Classes}})
                {
                    ThrowLabel(label);
                }
            }
            """
        );

    private string RequireUniform() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireUniform({{T}} uniform)
            {
                if (!(uniform >= 0f && uniform <= 1f))
                {
                    ThrowUniform(uniform);
                }
            }
            """
        );

    private string LabelsAsFloats() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{T}}> AsFloats(ReadOnlySpan<int> labels) => MemoryMarshal.Cast<int, float>(labels);

            {{Attributes.Inline}}
            private static Span<{{T}}> AsFloats(Span<int> labels) => MemoryMarshal.Cast<int, float>(labels);
            """
        );

    private string ElementOfLabel() =>
        HasVectors
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static ref {{T}} ElementOfLabel(ref {{T}} rows, ref int labels, nuint row) =>
                    ref Unsafe.Add(ref RowOf(ref rows, row), Unsafe.Add(ref labels, row));
                """
            )
            : "";
}
