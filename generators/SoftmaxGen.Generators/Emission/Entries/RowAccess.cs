using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>The checks of lengths against that of a row, and how code finds a row of a batch.</summary>
internal static class RowAccess
{
    /// <param name="length">The constant that holds the elements of a row.</param>
    /// <param name="noun">What an element belongs to, as the emitted code names it.</param>
    /// <param name="hasBatches">Whether rows of a batch are counted: a row of one element is counted by its length.</param>
    public static string Checks(string length, string noun, bool hasBatches = true) =>
        CodeBlock.Stack(RequireRow(length, noun), hasBatches ? RequireRows(length, noun) : "");

    private static string RequireRow(string length, string noun) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireRow(int length, Parameter parameter, string head)
            {
                if (length != {{length}})
                {
                    ThrowLength(length, {{length}}, Noun.{{noun}}, parameter, head);
                }
            }
            """
        );

    private static string RequireRows(string length, string noun) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of rows.</summary>
            {{Attributes.Inline}}
            private static int RequireRows(int length, Parameter parameter, string head)
            {
                var rows = (int)((uint)length / {{length}});
                if (rows * {{length}} != length)
                {
                    ThrowRows(length, {{length}}, Noun.{{noun}}, parameter, head);
                }

                return rows;
            }
            """
        );

    /// <summary>Some rows of a batch.</summary>
    public static string Pieces(string element, string length) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{element}}> RowsOf(ReadOnlySpan<{{element}}> rows, int start, int count) =>
                rows.Slice(start * {{length}}, count * {{length}});

            {{Attributes.Inline}}
            private static Span<{{element}}> RowsOf(Span<{{element}}> rows, int start, int count) =>
                rows.Slice(start * {{length}}, count * {{length}});
            """
        );

    /// <summary>Where kernels take references.</summary>
    public static string ByReference(string element, string length) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ref {{element}} RowOf(ref {{element}} rows, nuint row) => ref Unsafe.Add(ref rows, row * {{length}});

            {{InSpans(element, length)}}
            """
        );

    /// <summary>Where rows are found in spans only, and kernels take references.</summary>
    public static string InSpans(string element, string length) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ref {{element}} RowOf(ReadOnlySpan<{{element}}> rows, nuint row) => ref At(rows, row * {{length}});

            {{Attributes.Inline}}
            private static Span<{{element}}> RowSpan(ref {{element}} row) => MemoryMarshal.CreateSpan(ref row, {{length}});
            """
        );

    /// <summary>Where they take spans.</summary>
    public static string BySpan(string element, string length) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{element}}> RowOf(ReadOnlySpan<{{element}}> rows, int row) => rows.Slice(row * {{length}}, {{length}});

            {{Attributes.Inline}}
            private static Span<{{element}}> RowOf(Span<{{element}}> rows, int row) => rows.Slice(row * {{length}}, {{length}});
            """
        );
}
