using System.Globalization;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>
/// What vectors of floats call on machines without fused multiply-add, to compute the same bits: in double, in vectors of AVX
/// or of SSE. docs/numerics.md says why each of them gives what a fused multiply-add gives.
/// </summary>
internal sealed class UnfusedTemplate(VectorSyntax lanes, Attributes attributes)
{
    private static readonly ElementSyntax Double = ElementSyntax.Of(ElementType.Double);

    private readonly IReadOnlyList<WideSyntax> widths =
    [
        new WideSyntax(lanes.Element, 256),
        new WideSyntax(lanes.Element, 128),
    ];

    private string V => lanes.Type;

    private string SmallestNormal => lanes.Element.Fraction(FunctionConstants.Of(lanes.Element).SmallestNormal);

    public string Render() =>
        CodeBlock.Stack(
            Exp(),
            Rounder(),
            Logarithm(),
            Quotient(),
            SubnormalQuotient(),
            MultiplyAdd(),
            FusedLanes(),
            FusedNumber(),
            Words(),
            CodeBlock.Stack(widths.Select(OfWidth))
        );

    private static string OfWidth(WideSyntax wide) =>
        CodeBlock.Stack(
            new ExpTemplate(temperature: null).Polynomial(wide),
            LogTemplate.Polynomial(wide),
            Roundings(wide)
        );

    /// <summary>A method with a body for AVX, and one for what all machines have.</summary>
    private string Method(string summary, string signature, Func<WideSyntax, string> body, string? attribute = null) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{attribute ?? Attributes.Inline}}
            {{signature}}
            {
                if (Avx.IsSupported)
                {
                    {{body(widths[0])}}
                }
                else
                {
                    {{body(widths[1])}}
                }
            }
            """
        );

    /// <summary>The integers that scale a term stand in the lowest bits of a sum, in float as in double.</summary>
    private string Exp() =>
        Method(
            "The exponential without fused multiply-add.",
            $"internal static {V} UnfusedExp({V} z, {V} floor, {V} rounder)",
            wide =>
                CodeBlock.Lines(
                    $"var x = {lanes.Max("floor", "z")};",
                    wide.ForEachPart(part =>
                        CodeBlock.Lines(
                            $"var wide{part} = {wide.Widened("x", part)};",
                            $"var rounded{part} = {Rounded(wide, "wide" + part)};",
                            $"var n{part} = {wide.Subtract("rounded" + part, RoundToInteger(wide))};"
                        )
                    ),
                    $"var scale = {lanes.FromBits($"({lanes.ToBits("rounder")} + LowWords({wide.Halves("rounded")})) << {lanes.Element.MantissaBits.ToString(CultureInfo.InvariantCulture)}")};",
                    $"var r = {wide.Narrowed(part => Reduced(wide, part))};",
                    "var scaled = r * scale;",
                    $"return {wide.Narrowed(part => wide.Sum($"ExpSlope({wide.Widened("r", part)})", wide.Widened("scaled", part), wide.Widened("scale", part)))};"
                ),
            attributes.Entry
        );

    private static string Reduced(WideSyntax wide, string part) =>
        wide.Subtract(
            wide.Subtract("wide" + part, wide.Multiply("n" + part, wide.Constant(wide.Ln2High))),
            wide.Multiply("n" + part, wide.Constant(wide.Ln2Low))
        );

    private string Rounder() =>
        Method(
            "What rounds the exponents of a row, from its largest logit.",
            $"internal static {V} UnfusedRounder({V} max)",
            wide =>
                CodeBlock.Lines(
                    wide.ForEachPart(part => $"var rounded{part} = {Rounded(wide, wide.Widened("max", part))};"),
                    $"return {lanes.FromBits($"{lanes.ToBits(lanes.Constant("RoundToExponent"))} - LowWords({wide.Halves("rounded")})")};"
                )
        );

    private static string Rounded(WideSyntax wide, string x) =>
        wide.Sum(x, wide.Constant("Log2E"), RoundToInteger(wide));

    private static string RoundToInteger(WideSyntax wide) => wide.OfDouble("RoundToIntegerDouble");

    private string Logarithm() =>
        Method(
            "The logarithm without fused multiply-add.",
            $"internal static {V} UnfusedLogOfReduced({V} r, {V} k)",
            wide =>
                $"return {wide.Narrowed(part => $"LogOfReduced({wide.Widened("r", part)}, {wide.Widened("k", part)})")};",
            attributes.Entry
        );

    /// <summary>The corrected product rounds as a division does, unless the quotient is subnormal and halfway between two floats.</summary>
    private string Quotient() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The quotient without fused multiply-add: a division, unless it is subnormal.</summary>
            {{Attributes.Inline}}
            internal static {{V}} UnfusedQuotient({{V}} e, {{V}} minusSum, {{V}} reciprocal)
            {
                var quotient = e / -minusSum;
                var isTiny = Vector128.LessThanOrEqual(quotient, {{lanes.Constant(
                SmallestNormal
            )}}) & Vector128.GreaterThan(e, {{lanes.Zero}});
                return Vector128.ExtractMostSignificantBits(isTiny) == 0 ? quotient : Select(isTiny, SubnormalQuotient(e, minusSum, reciprocal), quotient);
            }
            """
        );

    private string SubnormalQuotient()
    {
        var rounder = Double.Literal(1.5 * Math.Pow(2, 52 - 149));
        return Method(
            "The quotient where it is subnormal: a multiple of 2^-149, to which adding 1.5 * 2^-97 rounds.",
            $"private static {V} SubnormalQuotient({V} e, {V} minusSum, {V} reciprocal)",
            wide =>
                CodeBlock.Lines(
                    "var product = e * reciprocal;",
                    wide.ForEachPart(part =>
                        CodeBlock.Lines(
                            $"var quotient{part} = {wide.Widened("product", part)};",
                            $"var remainder{part} = {wide.Sum("quotient" + part, wide.Widened("minusSum", part), wide.Widened("e", part))};"
                        )
                    ),
                    $"return {wide.Narrowed(part => wide.Subtract(wide.Sum("remainder" + part, wide.Widened("reciprocal", part), wide.Add("quotient" + part, wide.OfDouble(rounder))), wide.OfDouble(rounder)))};"
                ),
            attributes.Entry
        );
    }

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
            Method(
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

    /// <summary>Two floats of a half are converted with two zeros.</summary>
    private static string Roundings(WideSyntax wide)
    {
        var isAvx = wide.Parts.Count == 1;
        var narrow = isAvx ? "Avx.ConvertToVector128Single" : "Sse2.ConvertToVector128Single";
        var widen = isAvx ? "Avx.ConvertToVector256Double" : "Sse2.ConvertToVector128Double";
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
                isAvx ? wide.Halves("sum") : "sum, sum"
            )}})) == 0
                    ? Rounded(sum)
                    : {{widen}}(FusedLanes({{narrow}}(a), {{narrow}}(b), {{narrow}}(c)));
            }
            """
        );
    }
}
