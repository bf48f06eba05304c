using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>The check that an output has no memory in common with an input.</summary>
internal sealed class ApartTemplate(bool hasVectors)
{
    public string Render(string input, string output) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            internal static void RequireApart(ReadOnlySpan<{{input}}> input, Span<{{output}}> output, Parameter parameter)
            {
                {{(hasVectors ? Distance(input, output) : "")}}
                if ({{(hasVectors ? BytesOverlap(input, output) : SpansOverlap(input, output))}})
                {
                    ThrowNotApart(parameter);
                }
            }
            """
        );

    /// <summary>Declares how many bytes the output begins behind the input.</summary>
    public static string Distance(string input, string output)
    {
        var start = "ref MemoryMarshal.GetReference(output)";
        return $"var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), {(input == output ? start : $"ref Unsafe.As<{output}, {input}>({start})")});";
    }

    public static string BytesOverlap(string input, string output) =>
        $"Overlap(distance, (nint)input.Length * sizeof({input}), (nint)output.Length * sizeof({output}))";

    private static string SpansOverlap(string input, string output) =>
        input == output ? "MemoryExtensions.Overlaps(input, output)" : $"Overlap<{input}, {output}>(input, output)";

    /// <summary>What all of these checks call.</summary>
    public static string OverlapMethod(bool hasVectors) => hasVectors ? OverlapOfBytes() : OverlapOfSpans();

    private static string OverlapOfBytes() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Whether two pieces of memory overlap, the second so many bytes behind the first.</summary>
            {{Attributes.Inline}}
            internal static bool Overlap(nint distance, nint inputBytes, nint outputBytes) =>
                distance > -outputBytes && distance < inputBytes;
            """
        );

    /// <summary>Where references cannot be subtracted.</summary>
    private static string OverlapOfSpans() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Whether two pieces of memory overlap. Long ones have more bytes than an int counts: they are compared in parts.</summary>
            internal static bool Overlap<T, U>(ReadOnlySpan<T> a, ReadOnlySpan<U> b)
                where T : struct
                where U : struct
            {
                const int longest = 1 << 27;
                if (a.Length > longest)
                {
                    return Overlap(a.Slice(0, longest), b) || Overlap(a.Slice(longest), b);
                }

                if (b.Length > longest)
                {
                    return Overlap(a, b.Slice(0, longest)) || Overlap(a, b.Slice(longest));
                }

                return MemoryExtensions.Overlaps(MemoryMarshal.AsBytes(a), MemoryMarshal.AsBytes(b));
            }
            """
        );
}
