namespace SoftmaxGen.Generators.Emission;

/// <summary>Shuffles of two vectors, which the framework has for each kind of machine only.</summary>
internal static class ShuffleTemplate
{
    public static string Zip(VectorSyntax lanes, string half) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{Half(half)}} halves of each quarter, element by element in turns.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Zip{{half}}({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => $"{x86}.Unpack{half}(a, b)",
                $"AdvSimd.Arm64.Zip{half}(a, b)"
            )}};
            """
        );

    public static string ZipPairs(VectorSyntax lanes, string half) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{Half(half)}} halves of each quarter, one after the other.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Zip{{half}}Pairs({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => $"{(x86 == "Sse" ? "Sse2" : x86)}.Unpack{half}(a.AsDouble(), b.AsDouble()).AsSingle()",
                $"AdvSimd.Arm64.Zip{half}(a.AsDouble(), b.AsDouble()).AsSingle()"
            )}};
            """
        );

    /// <summary>The elements with even or odd index: in each quarter two of a, then two of b.</summary>
    public static string Unzip(VectorSyntax lanes, string parity) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{(
                parity == "Even" ? "even" : "odd"
            )}} elements: in each quarter two of a, then two of b.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Unzip{{parity}}({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => $"{x86}.Shuffle(a, b, {(parity == "Even" ? "0b10_00_10_00" : "0b11_01_11_01")})",
                $"AdvSimd.Arm64.Unzip{parity}(a, b)"
            )}};
            """
        );

    private static string Choose(VectorSyntax lanes, Func<string, string> x86, string arm) =>
        lanes.Count switch
        {
            4 => $"Sse.IsSupported ? {x86("Sse")} : {arm}",
            8 => x86("Avx"),
            _ => x86("Avx512F"),
        };

    private static string Half(string half) => half == "Low" ? "lower" : "upper";
}
