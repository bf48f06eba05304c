using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks of arguments. What throws is kept out of the methods that check.</summary>
internal sealed class GuardTemplate(KernelPlan plan, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    public string Render() =>
        CodeBlock.Stack(
            RequireRow(),
            RequireRows(),
            RequireSameOrApart(),
            RequireLabel(),
            CodeBlock.Stack(Forms.Where(form => form.HasOwnEntries).Select(RequireLabelsOf)),
            RequireLabels(),
            RequireUniform(),
            RowOf(),
            plan.Options.ZeroWhereMasked && HasVectors ? MaskedRow.RowSpan(T, plan.Classes) : "",
            new IgnoreTemplate(plan, attributes).Render()
        );

    private string RequireRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireRow(int length, Parameter parameter)
            {
                if (length != {{plan.Classes}})
                {
                    ThrowLength(length, parameter);
                }
            }
            """
        );

    private string RequireSameOrApart() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The output may be the input itself. Where it begins inside, writing would change what is still to be read.</summary>
            {{Attributes.Inline}}
            private static void RequireSameOrApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, Parameter parameter)
            {
                {{Distance(T, T)}}
                if ({{(
                HasVectors
                    ? $"distance != 0 && {Overlap(T, T)}"
                    : "input.Overlaps(output, out var distance) && distance != 0"
            )}})
                {
                    ThrowOverlap(parameter);
                }
            }

            /// <summary>The same for two rows, of known length.</summary>
            {{Attributes.Inline}}
            private static void RequireSameRowOrApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, Parameter parameter)
            {
                {{Distance(T, T)}}
                if ({{(
                HasVectors
                    ? CodeBlock.Render($"unchecked((nuint)(distance + {RowBytes - 1})) < {(2 * RowBytes) - 1} && distance != 0")
                    : "input.Overlaps(output, out var distance) && distance != 0"
            )}})
                {
                    ThrowOverlap(parameter);
                }
            }

            {{RequireApart(T, T)}}

            {{CodeBlock.Stack(Forms.SelectMany(form => new[] { RequireApart(form.Type, T), RequireApart(T, form.Type) }))}}

            {{OverlapMethod()}}
            """
        );

    /// <summary>The forms of labels that kernels take in spans.</summary>
    private IEnumerable<LabelForm> Forms => LabelForm.WithEntries(plan.Options);

    private string RequireApart(string input, string output) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireApart(ReadOnlySpan<{{input}}> input, Span<{{output}}> output, Parameter parameter)
            {
                {{Distance(input, output)}}
                if ({{(
                HasVectors
                    ? Overlap(input, output)
                    : $"{AsIntegers("input", input, output)}.Overlaps({AsIntegers("output", output, input)})"
            )}})
                {
                    ThrowNotApart(parameter);
                }
            }
            """
        );

    private static string Overlap(string input, string output) =>
        $"Overlap(distance, (nint)input.Length * sizeof({input}), (nint)output.Length * sizeof({output}))";

    /// <summary>Only spans of the same type can be compared; every element is made of whole integers.</summary>
    private static string AsIntegers(string span, string element, string other) =>
        element == other || element == "int" ? span : $"MemoryMarshal.Cast<{element}, int>({span})";

    private int RowBytes => plan.Classes * plan.Element.Bits() / 8;

    private bool HasVectors => plan.Rows.Count > 0;

    private string Distance(string input, string output)
    {
        var start = "ref MemoryMarshal.GetReference(output)";
        return HasVectors
            ? $"var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), {(input == output ? start : $"ref Unsafe.As<{output}, {input}>({start})")});"
            : "";
    }

    private string OverlapMethod() =>
        HasVectors
            ? CodeBlock.Render(
                $$"""
                /// <summary>Whether two pieces of memory overlap, the second so many bytes behind the first.</summary>
                {{Attributes.Inline}}
                private static bool Overlap(nint distance, nint inputBytes, nint outputBytes) =>
                    distance > -outputBytes && distance < inputBytes;
                """
            )
            : "";

    /// <summary>The checks of batches.</summary>
    private string RequireRows() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of rows.</summary>
            {{Attributes.Inline}}
            private static int RequireRows(int length, Parameter parameter)
            {
                var rows = (int)((uint)length / {{plan.Classes}});
                if (rows * {{plan.Classes}} != length)
                {
                    ThrowRows(length, parameter);
                }

                return rows;
            }

            {{Attributes.Inline}}
            private static void RequireSameLength(int wanted, int length, Parameter parameter)
            {
                if (length != wanted)
                {
                    ThrowSameLength(wanted, length, parameter);
                }
            }

            {{Attributes.Inline}}
            private static void RequireOnePerRow(int rows, int length, Parameter parameter)
            {
                if (length != rows)
                {
                    ThrowOnePerRow(rows, length, parameter);
                }
            }

            {{Attributes.Inline}}
            private static void RequireReduction(Reduction reduction)
            {
                if (reduction != Reduction.Mean && reduction != Reduction.Sum)
                {
                    ThrowReduction(reduction);
                }
            }
            """
        );

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

    private string RowOf() =>
        HasVectors
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static ref {{T}} RowOf(ref {{T}} rows, nuint row) => ref Unsafe.Add(ref rows, row * {{plan.Classes}});

                {{Attributes.Inline}}
                private static ref {{T}} ElementOfLabel(ref {{T}} rows, ref int labels, nuint row) =>
                    ref Unsafe.Add(ref RowOf(ref rows, row), {{LabelAccessTemplate.Index(
                    plan,
                    "Unsafe.Add(ref labels, row)"
                )}});

                {{RowOfSpan()}}
                """
            )
            : RowOfSpan();

    private string RowOfSpan() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{T}}> RowOf(ReadOnlySpan<{{T}}> rows, int row) => rows.Slice(row * {{plan.Classes}}, {{plan.Classes}});

            {{Attributes.Inline}}
            private static Span<{{T}}> RowOf(Span<{{T}}> rows, int row) => rows.Slice(row * {{plan.Classes}}, {{plan.Classes}});
            """
        );
}
