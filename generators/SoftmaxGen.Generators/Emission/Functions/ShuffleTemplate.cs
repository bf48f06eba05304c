using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>Shuffles of two vectors, which the framework has for each kind of machine only.</summary>
internal static class ShuffleTemplate
{
    /// <summary>What makes columns of the rows of a tile, and rows of columns.</summary>
    public static string OfTiles(VectorSyntax lanes) =>
        lanes.Element.Bits == 64
            ? TransposePairs(lanes)
            : CodeBlock.Stack(TransposeFours(lanes), Unzip(lanes, "Even"), Unzip(lanes, "Odd"));

    private static string TransposePairs(VectorSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>Transposes 2 x 2 elements in each quarter.</summary>
                {{Attributes.Inline}}
                internal static void Transpose({{lanes.Type}} a, {{lanes.Type}} b, out {{lanes.Type}} x, out {{lanes.Type}} y)
                {
                    x = ZipLow(a, b);
                    y = ZipHigh(a, b);
                }
                """
            ),
            Zip(lanes, "Low"),
            Zip(lanes, "High")
        );

    private static string TransposeFours(VectorSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>Transposes 4 x 4 elements in each quarter.</summary>
                {{Attributes.Inline}}
                internal static void Transpose({{lanes.Type}} a, {{lanes.Type}} b, {{lanes.Type}} c, {{lanes.Type}} d, out {{lanes.Type}} x, out {{lanes.Type}} y, out {{lanes.Type}} z, out {{lanes.Type}} w)
                {
                    var abLow = ZipLow(a, b);
                    var abHigh = ZipHigh(a, b);
                    var cdLow = ZipLow(c, d);
                    var cdHigh = ZipHigh(c, d);
                    x = ZipLowPairs(abLow, cdLow);
                    y = ZipHighPairs(abLow, cdLow);
                    z = ZipLowPairs(abHigh, cdHigh);
                    w = ZipHighPairs(abHigh, cdHigh);
                }
                """
            ),
            Zip(lanes, "Low"),
            Zip(lanes, "High"),
            ZipPairs(lanes, "Low"),
            ZipPairs(lanes, "High")
        );

    /// <summary>What brings lanes side by side that are to be folded: runs of so many floats, or half as many doubles.</summary>
    public static string OfFold(VectorSyntax lanes, int run, bool isDouble) =>
        CodeBlock.Stack(OfFold(lanes, run, isDouble, isUpper: false), OfFold(lanes, run, isDouble, isUpper: true));

    /// <summary>How many elements lie side by side, as the methods are named.</summary>
    public static string NameOfRuns(int run, bool isDouble) =>
        (isDouble ? run / 2 : run) switch
        {
            8 => "Eights",
            4 => "Fours",
            2 => "Twos",
            _ => "Ones",
        };

    private static string OfFold(VectorSyntax lanes, int run, bool isDouble, bool isUpper)
    {
        var type = $"{lanes.Class}<{(isDouble ? "double" : "float")}>";
        var runs = NameOfRuns(run, isDouble);
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            internal static {{type}} {{(isUpper ? "Upper" : "Lower")}}{{runs}}({{type}} a, {{type}} b) =>
                {{FoldShuffle(lanes, run, isDouble, isUpper)}};
            """
        );
    }

    private static string FoldShuffle(VectorSyntax lanes, int run, bool isDouble, bool isUpper)
    {
        var half = isUpper ? "High" : "Low";
        var alternate = isUpper ? "0b11_01_11_01" : "0b10_00_10_00";
        return run switch
        {
            8 => $"Avx512F.Shuffle4x128(a, b, {(isUpper ? "0b11_10_11_10" : "0b01_00_01_00")})",
            4 => lanes.Bits == 256
                ? $"Avx.Permute2x128(a, b, {(isUpper ? "0x31" : "0x20")})"
                : $"Avx512F.Shuffle4x128(a, b, {alternate})",
            2 when isDouble => Choose(
                lanes,
                x86 => $"{Doubles(x86)}.Unpack{half}(a, b)",
                $"AdvSimd.Arm64.Zip{half}(a, b)"
            ),
            2 => Choose(
                lanes,
                x86 => OfDoubles(lanes, $"{Doubles(x86)}.Unpack{half}"),
                OfDoubles(lanes, $"AdvSimd.Arm64.Zip{half}")
            ),
            _ => Choose(
                lanes,
                x86 => $"{x86}.Shuffle(a, b, {alternate})",
                $"AdvSimd.Arm64.Unzip{(isUpper ? "Odd" : "Even")}(a, b)"
            ),
        };
    }

    /// <summary>A shuffle of doubles, of which each is two elements.</summary>
    private static string OfDoubles(VectorSyntax lanes, string shuffle) =>
        $"{lanes.Class}.AsSingle({shuffle}({lanes.Class}.AsDouble(a), {lanes.Class}.AsDouble(b)))";

    private static string Doubles(string x86) => x86 == "Sse" ? "Sse2" : x86;

    private static string Zip(VectorSyntax lanes, string half) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{Half(half)}} halves of each quarter, element by element in turns.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Zip{{half}}({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => $"{x86}.Unpack{half}(a, b)",
                $"AdvSimd.Arm64.Zip{half}(a, b)"
            )}};
            """
        );

    private static string ZipPairs(VectorSyntax lanes, string half) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{Half(half)}} halves of each quarter, one after the other.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Zip{{half}}Pairs({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => OfDoubles(lanes, $"{Doubles(x86)}.Unpack{half}"),
                OfDoubles(lanes, $"AdvSimd.Arm64.Zip{half}")
            )}};
            """
        );

    /// <summary>The elements with even or odd index: in each quarter two of a, then two of b.</summary>
    private static string Unzip(VectorSyntax lanes, string parity) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The {{(
                parity == "Even" ? "even" : "odd"
            )}} elements: in each quarter two of a, then two of b.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Unzip{{parity}}({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{Choose(
                lanes,
                x86 => $"{x86}.Shuffle(a, b, {(parity == "Even" ? "0b10_00_10_00" : "0b11_01_11_01")})",
                $"AdvSimd.Arm64.Unzip{parity}(a, b)"
            )}};
            """
        );

    private static string Choose(VectorSyntax lanes, Func<string, string> x86, string arm) =>
        lanes.Bits switch
        {
            128 when lanes.Element.Bits == 64 => $"Sse2.IsSupported ? {x86("Sse2")} : {arm}",
            128 => $"Sse.IsSupported ? {x86("Sse")} : {arm}",
            256 => x86("Avx"),
            _ => x86("Avx512F"),
        };

    private static string Half(string half) => half == "Low" ? "lower" : "upper";
}
