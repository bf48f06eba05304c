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

    private string V => lanes.Type;

    private string SmallestNormal => lanes.Element.Fraction(FunctionConstants.Of(lanes.Element).SmallestNormal);

    public string Render() =>
        CodeBlock.Stack(
            Exp(),
            Rounder(),
            Logarithm(),
            LogarithmOfRow(),
            Quotient(),
            SubnormalQuotient(),
            new UnfusedSumTemplate(lanes, attributes).Render(),
            CodeBlock.Stack(WideSyntax.Of(lanes.Element).Select(OfWidth))
        );

    private static string OfWidth(WideSyntax wide) =>
        CodeBlock.Stack(
            new ExpTemplate(temperature: null).Polynomial(wide),
            LogTemplate.Polynomial(wide),
            UnfusedSumTemplate.OfWidth(wide)
        );

    /// <summary>The integers that scale a term stand in the lowest bits of a sum, in float as in double.</summary>
    private string Exp() =>
        WideSyntax.Method(
            lanes.Element,
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
        WideSyntax.Method(
            lanes.Element,
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
        WideSyntax.Method(
            lanes.Element,
            "The logarithm without fused multiply-add.",
            $"internal static {V} UnfusedLogOfReduced({V} r, {V} k)",
            wide =>
                $"return {wide.Narrowed(part => $"LogOfReduced({wide.Widened("r", part)}, {wide.Widened("k", part)})")};",
            attributes.Entry
        );

    /// <summary>One half of a vector, and half of the operations.</summary>
    private string LogarithmOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 + u) without fused multiply-add, in the two lowest lanes.</summary>
            {{attributes.Entry}}
            private static {{V}} UnfusedLogOnePlusOfRow({{V}} u)
            {
                {{LogTemplate.ReductionOfOnePlus(lanes)}}
                var r = {{LogTemplate.UnfusedReduced(lanes)}};
                var k = {{lanes.ExponentOf("power")}};
                return Sse2.ConvertToVector128Single(LogOfReduced(Vector128.WidenLower(r), Vector128.WidenLower(k)));
            }
            """
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
        return WideSyntax.Method(
            lanes.Element,
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
}
