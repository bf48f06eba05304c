using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks of arguments. What throws is kept out of the methods that check.</summary>
internal sealed class GuardTemplate(KernelPlan plan, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private readonly RowGuards rows = new(plan.Classes, plan.Element, plan.Rows.Count > 0);

    private string T => Element.Type;

    public string Render() =>
        CodeBlock.Stack(
            rows.RequireRow(),
            rows.RequireRows(),
            rows.RequireBatch(),
            rows.RequireSameOrApart(),
            rows.RequireApart(T, T),
            CodeBlock.Stack(
                Forms.SelectMany(form => new[] { rows.RequireApart(form.Type, T), rows.RequireApart(T, form.Type) })
            ),
            rows.Overlap(),
            RequireLabel(),
            CodeBlock.Stack(Forms.Where(form => form.HasOwnEntries).Select(RequireLabelsOf)),
            RequireLabels(),
            RequireUniform(),
            rows.ReferenceToRow(),
            ElementOfLabel(),
            rows.SpanOfRow(),
            plan.Options.ZeroWhereMasked && HasVectors ? MaskedRow.RowSpan(T, plan.Classes) : "",
            new IgnoreTemplate(plan, attributes).Render()
        );

    /// <summary>The forms of labels that kernels take in spans.</summary>
    private IEnumerable<LabelForm> Forms => LabelForm.WithEntries(plan.Options);

    private bool HasVectors => plan.Rows.Count > 0;

    private string RequireLabelsOf(LabelForm form) =>
        CodeBlock.Stack(
            form.Methods(plan.Options),
            CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static void RequireLabels(ReadOnlySpan<{{form.Type}}> labels)
                {
                    for (var row = 0; row < labels.Length; row++)
                    {
                        var label = {{form.ToIndex("labels[row]")}};
                        if ({{IsNoLabel("label")}})
                        {
                            ThrowLabels(row, labels[row]);
                        }
                    }
                }
                """
            )
        );

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
                    if ({{IsNoLabel("labels[row]")}})
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
                && {{FourAreLabels()}})
            {
                row += 4;
            }
            """
        ) + "\n\n";

    private string FourAreLabels()
    {
        const string Four = "Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(labels), (nuint)row)";
        var classes = CodeBlock.Render($"Vector128.Create({plan.Classes}u)");
        return plan.Options.IgnoreIndex is { IsClass: false }
            ? $"(Vector128.LessThan({Four}.AsUInt32(), {classes}).AsInt32() | Vector128.Equals({Four}, Vector128.Create(IgnoreIndex))) == Vector128<int>.AllBitsSet"
            : $"Vector128.LessThanAll({Four}.AsUInt32(), {classes})";
    }

    /// <summary>The label of rows that do not count is one too.</summary>
    private string IsNoLabel(string label)
    {
        var isOutside = CodeBlock.Render($"{label} < 0 || {label} >= {plan.Classes}");
        return plan.Options.IgnoreIndex is { IsClass: false } ? $"({isOutside}) && {label} != IgnoreIndex" : isOutside;
    }

    private string RequireLabel() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabel(int label)
            {
                if ({{IsNoLabel("label")}})
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
                if (!(uniform >= {{Element.Zero}} && uniform <= {{Element.One}}))
                {
                    ThrowUniform(uniform);
                }
            }
            """
        );

    private string ElementOfLabel() =>
        HasVectors
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static ref {{T}} ElementOfLabel(ref {{T}} rows, ref int labels, nuint row) =>
                    ref Unsafe.Add(ref RowOf(ref rows, row), {{LabelAccessTemplate.Index(
                    plan,
                    "Unsafe.Add(ref labels, row)"
                )}});
                """
            )
            : "";
}
