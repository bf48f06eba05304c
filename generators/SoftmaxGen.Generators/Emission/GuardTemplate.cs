using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks of arguments. What throws is kept out of the methods that check.</summary>
internal sealed class GuardTemplate(KernelPlan plan)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    public string Render() =>
        CodeBlock.Stack(
            RequireRow(),
            RequireRows(),
            RequireSameOrApart(),
            RequireLabel(),
            CodeBlock.Stack(LabelForm.All(plan.Options).Where(form => form.HasOwnEntries).Select(RequireLabelsOf)),
            RequireLabels(),
            RequireUniform(),
            RowOf(),
            plan.Options.ZeroWhereMasked && HasVectors ? MaskedRow.RowSpan(T, plan.Classes) : "",
            new IgnoreTemplate(plan).Render()
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
                {{Distance()}}
                if ({{(
                HasVectors
                    ? "distance != 0 && Overlap(distance, input.Length, output.Length)"
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
                {{Distance()}}
                if ({{(
                HasVectors
                    ? CodeBlock.Render($"unchecked((nuint)(distance + {RowBytes - 1})) < {(2 * RowBytes) - 1} && distance != 0")
                    : "input.Overlaps(output, out var distance) && distance != 0"
            )}})
                {
                    ThrowOverlap(parameter);
                }
            }

            {{Attributes.Inline}}
            private static void RequireApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, Parameter parameter)
            {
                {{Distance()}}
                if ({{(HasVectors ? "Overlap(distance, input.Length, output.Length)" : "input.Overlaps(output)")}})
                {
                    ThrowNotApart(parameter);
                }
            }

            {{OverlapMethod()}}

            {{Attributes.Inline}}
            private static ReadOnlySpan<{{T}}> AsFloats(ReadOnlySpan<int> labels) => MemoryMarshal.Cast<int, float>(labels);

            {{Attributes.Inline}}
            private static Span<{{T}}> AsFloats(Span<int> labels) => MemoryMarshal.Cast<int, float>(labels);
            """
        );

    private int RowBytes => plan.Classes * plan.Element.Bits() / 8;

    private bool HasVectors => plan.Rows.Count > 0;

    private string Distance() =>
        HasVectors
            ? "var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));"
            : "";

    private string OverlapMethod() =>
        HasVectors
            ? CodeBlock.Render(
                $$"""
                /// <summary>Whether two pieces of memory overlap, the second so many bytes behind the first.</summary>
                {{Attributes.Inline}}
                private static bool Overlap(nint distance, int inputLength, int outputLength) =>
                    distance > (nint)outputLength * -sizeof({{T}}) && distance < (nint)inputLength * sizeof({{T}});
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
                if (!(uniform >= 0f && uniform <= 1f))
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
