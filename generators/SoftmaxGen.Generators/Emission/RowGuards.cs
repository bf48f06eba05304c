using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks that every head makes of its rows, and how its code finds one.</summary>
/// <param name="length">The elements of a row.</param>
/// <param name="element">Their type.</param>
/// <param name="hasVectors">Whether code for vectors is emitted, which takes references.</param>
internal sealed class RowGuards(int length, ElementType element, bool hasVectors)
{
    private string T => ElementSyntax.Of(element).Type;

    private int RowBytes => length * element.Bits() / 8;

    public string RequireRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireRow(int length, Parameter parameter)
            {
                if (length != {{length}})
                {
                    ThrowLength(length, parameter);
                }
            }
            """
        );

    public string RequireRows() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of rows.</summary>
            {{Attributes.Inline}}
            private static int RequireRows(int length, Parameter parameter)
            {
                var rows = (int)((uint)length / {{length}});
                if (rows * {{length}} != length)
                {
                    ThrowRows(length, parameter);
                }

                return rows;
            }
            """
        );

    public string RequireBatch() =>
        CodeBlock.Render(
            $$"""
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

    public string RequireSameOrApart() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The output may be the input itself. Where it begins inside, writing would change what is still to be read.</summary>
            {{Attributes.Inline}}
            private static void RequireSameOrApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, Parameter parameter)
            {
                {{Distance(T, T)}}
                if ({{(
                hasVectors
                    ? $"distance != 0 && {OverlapOf(T, T)}"
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
                hasVectors
                    ? CodeBlock.Render($"unchecked((nuint)(distance + {RowBytes - 1})) < {(2 * RowBytes) - 1} && distance != 0")
                    : "input.Overlaps(output, out var distance) && distance != 0"
            )}})
                {
                    ThrowOverlap(parameter);
                }
            }
            """
        );

    public string RequireApart(string input, string output) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireApart(ReadOnlySpan<{{input}}> input, Span<{{output}}> output, Parameter parameter)
            {
                {{Distance(input, output)}}
                if ({{(
                hasVectors
                    ? OverlapOf(input, output)
                    : $"{AsIntegers("input", input, output)}.Overlaps({AsIntegers("output", output, input)})"
            )}})
                {
                    ThrowNotApart(parameter);
                }
            }
            """
        );

    private static string OverlapOf(string input, string output) =>
        $"Overlap(distance, (nint)input.Length * sizeof({input}), (nint)output.Length * sizeof({output}))";

    /// <summary>Only spans of the same type can be compared; every element is made of whole integers.</summary>
    private static string AsIntegers(string span, string element, string other) =>
        element == other || element == "int" ? span : $"MemoryMarshal.Cast<{element}, int>({span})";

    private string Distance(string input, string output)
    {
        var start = "ref MemoryMarshal.GetReference(output)";
        return hasVectors
            ? $"var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), {(input == output ? start : $"ref Unsafe.As<{output}, {input}>({start})")});"
            : "";
    }

    public string Overlap() =>
        hasVectors
            ? CodeBlock.Render(
                $$"""
                /// <summary>Whether two pieces of memory overlap, the second so many bytes behind the first.</summary>
                {{Attributes.Inline}}
                private static bool Overlap(nint distance, nint inputBytes, nint outputBytes) =>
                    distance > -outputBytes && distance < inputBytes;
                """
            )
            : "";

    public string ReferenceToRow() =>
        hasVectors
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static ref {{T}} RowOf(ref {{T}} rows, nuint row) => ref Unsafe.Add(ref rows, row * {{length}});
                """
            )
            : "";

    public string SpanOfRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{T}}> RowOf(ReadOnlySpan<{{T}}> rows, int row) => rows.Slice(row * {{length}}, {{length}});

            {{Attributes.Inline}}
            private static Span<{{T}}> RowOf(Span<{{T}}> rows, int row) => rows.Slice(row * {{length}}, {{length}});
            """
        );
}
