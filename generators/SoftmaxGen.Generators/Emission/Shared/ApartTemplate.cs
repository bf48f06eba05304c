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
                if ({{(hasVectors ? Overlap(input, output) : SpansOverlap(input, output))}})
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

    public static string Overlap(string input, string output) =>
        $"Overlap(distance, (nint)input.Length * sizeof({input}), (nint)output.Length * sizeof({output}))";

    /// <summary>Only spans of one type can be compared: elements and indices are made of whole ints, all else of bytes.</summary>
    private static string SpansOverlap(string input, string output) =>
        input == output ? "MemoryExtensions.Overlaps(input, output)"
        : input == "int" ? $"MemoryExtensions.Overlaps(input, MemoryMarshal.Cast<{output}, int>(output))"
        : output == "int" ? $"MemoryExtensions.Overlaps(MemoryMarshal.Cast<{input}, int>(input), output)"
        : "MemoryExtensions.Overlaps(MemoryMarshal.AsBytes(input), MemoryMarshal.AsBytes(output))";
}
