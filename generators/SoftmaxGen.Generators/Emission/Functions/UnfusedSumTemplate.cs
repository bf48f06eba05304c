using System.Globalization;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>
/// Products and sums of floats, rounded once, on machines without fused multiply-add: made in double, and made once more where
/// the second rounding may go wrong.
/// </summary>
internal sealed class UnfusedSumTemplate(VectorSyntax lanes, Attributes attributes)
{
    private string V => lanes.Type;

    public string Render() => CodeBlock.Stack(MultiplyAdd(), FusedLanes(), FusedNumber(), Words());

    private string MultiplyAdd() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>a b + c, rounded once.</summary>
                {{Attributes.Inline}}
                internal static {{V}} MultiplyAdd({{V}} a, {{V}} b, {{V}} c) =>
                    {{VectorSyntax.HasFused}}
                        ? {{lanes.Fused.MultiplyAdd("a", "b", "c")}}
                        : UnfusedMultiplyAdd(a, b, c);
                """
            ),
            WideSyntax.Method(
                lanes.Element,
                "The same in double, where the second rounding may go wrong: halfway between two floats, and below the normal ones.",
                $"internal static {V} UnfusedMultiplyAdd({V} a, {V} b, {V} c)",
                wide =>
                    CodeBlock.Lines(
                        wide.ForEachPart(part =>
                            $"var sum{part} = {wide.Sum(wide.Widened("a", part), wide.Widened("b", part), wide.Widened("c", part))};"
                        ),
                        $"return IsRoundedOnce({wide.Halves("sum")}) ? {wide.Narrowed(part => "sum" + part)} : FusedLanes(a, b, c);"
                    )
            ),
            CodeBlock.Render(
                $$"""
                /// <summary>Whether rounding sums in double to float rounds the exact sums.</summary>
                {{Attributes.Inline}}
                private static bool IsRoundedOnce(Vector128<double> lower, Vector128<double> upper)
                {
                    var magnitude = HighWords(lower, upper) & Vector128.Create(0x7FFFFFFF);
                    var isTiny = Vector128.GreaterThan(magnitude, Vector128<int>.Zero) & Vector128.LessThanOrEqual(magnitude, Vector128.Create(0x38100000));
                    return Vector128.ExtractMostSignificantBits(IsHalfway(lower, upper) | isTiny) == 0;
                }

                /// <summary>Whether a sum in double, which itself may be rounded, lies in the middle of two floats.</summary>
                {{Attributes.Inline}}
                private static {{lanes.IntType}} IsHalfway(Vector128<double> lower, Vector128<double> upper) =>
                    Vector128.Equals(LowWords(lower, upper) & Vector128.Create(0x1FFFFFFF), Vector128.Create(0x10000000));
                """
            )
        );

    private string FusedLanes() =>
        CodeBlock.Render(
            $$"""
            /// <summary>a b + c, rounded once, lane by lane.</summary>
            {{attributes.Entry}}
            private static {{V}} FusedLanes({{V}} a, {{V}} b, {{V}} c) =>
                Vector128.Create({{string.Join(", ", Enumerable.Range(0, lanes.Count).Select(Lane))}});
            """
        );

    private static string Lane(int lane) =>
        $"FusedMultiplyAdd({string.Join(", ", new[] { "a", "b", "c" }.Select(v => $"Vector128.GetElement({v}, {lane.ToString(CultureInfo.InvariantCulture)})"))})";

    /// <summary>Rounding to odd first keeps the second rounding from seeing a tie that is none (Boldo and Melquiond).</summary>
    private static string FusedNumber() =>
        CodeBlock.Render(
            $$"""
            /// <summary>a b + c, rounded once.</summary>
            {{Attributes.Inline}}
            internal static float FusedMultiplyAdd(float a, float b, float c)
            {
                // What the sum lost in double makes its last digit odd, so that it is no tie of floats.
                var product = (double)a * b;
                var sum = product + c;
                var added = sum - product;
                var error = (product - (sum - added)) + (c - added);
                var bits = BitConverter.DoubleToInt64Bits(sum);
                if (Math.Abs(error) > 0 && (bits & 1) == 0)
                {
                    sum = BitConverter.Int64BitsToDouble(bits + ((error > 0) == (sum > 0) ? 1 : -1));
                }

                return (float)sum;
            }
            """
        );

    private string Words() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lower halves of the bits.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.IntType}} LowWords(Vector128<double> lower, Vector128<double> upper) =>
                {{Shuffled("0b10_00_10_00")}};

            /// <summary>The upper halves of the bits.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.IntType}} HighWords(Vector128<double> lower, Vector128<double> upper) =>
                {{Shuffled("0b11_01_11_01")}};
            """
        );

    private string Shuffled(string order) =>
        lanes.AsIntegers($"Sse.Shuffle(Vector128.AsSingle(lower), Vector128.AsSingle(upper), {order})");

    /// <summary>Roundings of one width. Two floats of a half are converted with two zeros.</summary>
    public static string OfWidth(WideSyntax wide)
    {
        var narrow = wide.IsAvx ? "Avx.ConvertToVector128Single" : "Sse2.ConvertToVector128Single";
        var widen = wide.IsAvx ? "Avx.ConvertToVector256Double" : "Sse2.ConvertToVector128Double";
        return CodeBlock.Render(
            $$"""
            /// <summary>Rounded to float, in double.</summary>
            {{Attributes.Inline}}
            internal static {{wide.Type}} Rounded({{wide.Type}} v) => {{widen}}({{narrow}}(v));

            /// <summary>a b + c of floats, rounded once, for sums that are not below the normal floats, or exact there.</summary>
            {{Attributes.Inline}}
            internal static {{wide.Type}} RoundedOnce({{wide.Type}} a, {{wide.Type}} b, {{wide.Type}} c)
            {
                var sum = {{wide.Sum("a", "b", "c")}};
                return Vector128.ExtractMostSignificantBits(IsHalfway({{(
                wide.IsAvx ? wide.Halves("sum") : "sum, sum"
            )}})) == 0
                    ? Rounded(sum)
                    : {{widen}}(FusedLanes({{narrow}}(a), {{narrow}}(b), {{narrow}}(c)));
            }
            """
        );
    }
}
