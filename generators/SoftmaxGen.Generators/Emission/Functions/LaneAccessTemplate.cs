using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>Single lanes of vectors that have one for each row, and the memory between passes.</summary>
internal static class LaneAccessTemplate
{
    public static string AlignedStart(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>Where the memory is aligned to a vector: none that begins there crosses a cache line.</summary>
            {{Attributes.Inline}}
            internal static ref {{lanes.T}} AlignedStart{{lanes.Suffix}}(Span<{{lanes.T}}> memory)
            {
                ref var start = ref MemoryMarshal.GetReference(memory);
                var address = Unsafe.ByteOffset(ref Unsafe.NullRef<{{lanes.T}}>(), ref start);
                return ref Unsafe.AddByteOffset(ref start, -address & {{(lanes.Bits / 8) - 1}});
            }
            """
        );

    public static string ReferenceOfRow(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The reference of one row, in every lane, from those of many.</summary>
            {{Attributes.Inline}}
            internal static Reference{{lanes.Suffix}} ReferenceOfRow(ref Reference{{lanes.Suffix}} rows, nuint row)
            {
                Reference{{lanes.Suffix}} reference;
                reference.Floor = {{lanes.Constant("LaneOf(ref rows.Floor, row)")}};
                reference.Rounder = {{lanes.Constant("LaneOf(ref rows.Rounder, row)")}};
                return reference;
            }
            """
        );

    /// <summary>A lane of a vector of elements, and of one of integers of their size.</summary>
    public static string LaneOf(VectorSyntax lanes) =>
        CodeBlock.Stack(LaneOf(lanes, lanes.T), LaneOf(lanes, lanes.Element.Integer));

    private static string LaneOf(VectorSyntax lanes, string element) =>
        CodeBlock.Render(
            $$"""
            /// <summary>One lane, which can be assigned to.</summary>
            {{Attributes.Inline}}
            internal static ref {{element}} LaneOf(ref {{lanes.Class}}<{{element}}> v, nuint lane) =>
                ref Unsafe.Add(ref Unsafe.As<{{lanes.Class}}<{{element}}>, {{element}}>(ref v), lane);
            """
        );
}
