using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>The logarithm and log(1 + u), on one polynomial.</summary>
internal static class LogTemplate
{
    /// <summary>All constants of a target.</summary>
    public static string Constants(ElementSyntax element, bool hasVectors) =>
        CodeBlock.Stack(
            Coefficients(element),
            hasVectors || !element.IsWidenedInScalars ? SplitConstants(element) : "",
            ScalarConstants(element)
        );

    /// <summary>All methods without vectors.</summary>
    public static string ScalarMethods(ScalarSyntax lanes) =>
        CodeBlock.Stack(ScalarLog(lanes), ScalarLogOnePlus(lanes), Polynomial(lanes));

    private static string Coefficients(ElementSyntax element)
    {
        var numbers = FunctionConstants.Of(element);
        return CodeBlock.Lines(
            numbers
                .LogCoefficients.Select(
                    (c, power) => $"internal const {element.Type} {Coefficient(power)} = {element.Fraction(c)};"
                )
                .Prepend(numbers.LogOrigin)
        );
    }

    /// <summary>What splits a number, where that is done in the element type.</summary>
    private static string SplitConstants(ElementSyntax element)
    {
        var numbers = FunctionConstants.Of(element);
        return CodeBlock.Render(
            $$"""
            // The bits of the {{element.Type}} after 0.75: a number splits into 2^k and a factor in (0.75, 1.5].
            internal const {{element.Integer}} ThreeQuarters = {{numbers.AboveThreeQuarters}};
            internal const {{element.Integer}} ExponentBits = {{numbers.ExponentBits}};
            internal const {{element.Integer}} One = {{numbers.One}};
            """
        );
    }

    private static string ScalarConstants(ElementSyntax element) =>
        element.Bits == 32
            ? """
                internal const double Log2EDouble = 1.4426950408889634;
                internal const double Ln2Double = 0.6931471805599453;
                internal const double RoundToIntegerDouble = 6755399441055744;
                internal const long ThreeQuartersDouble = 0x3FE8000000000000;
                internal const long ExponentBitsDouble = -0x0010000000000000;
                internal const long OneDouble = 0x3FF0000000000000;
                """
            : """
                // ln 2 in two parts for scalar code, the first one so short that its multiples are not rounded.
                internal const double Ln2Short = 0.6931471805582987;
                internal const double Ln2Rest = 1.6465949582897082e-12;
                """;

    /// <summary>The polynomial of a width.</summary>
    public static string Polynomial(LaneSyntax width) =>
        Polynomial(width.Fused, width.Unfused("return UnfusedLogOfReduced(r, k);"));

    /// <param name="lanes">How its steps are spelled.</param>
    /// <param name="unfused">What machines without fused multiply-add do instead.</param>
    public static string Polynomial(ArithmeticSyntax lanes, string unfused = "")
    {
        var count = FunctionConstants.Of(lanes.Element).LogCoefficients.Count;
        var pairs = Enumerable.Range(0, count / 2).Select(pair => 2 * pair).ToList();
        var isPaired = count % 2 == 0;
        var declared = pairs
            .Take(isPaired ? pairs.Count - 1 : pairs.Count)
            .Select(power =>
                $"var {Pair(power)} = {lanes.MultiplyAdd(lanes.Constant(Coefficient(power + 1)), "r", lanes.Constant(Coefficient(power)))};"
            );
        var highest = isPaired
            ? lanes.MultiplyAdd(lanes.Constant(Coefficient(count - 1)), "r", lanes.Constant(Coefficient(count - 2)))
            : lanes.MultiplyAdd(lanes.Constant(Coefficient(count - 1)), "r2", Pair(count - 3));
        var steps = pairs
            .Take(pairs.Count - 1)
            .Reverse()
            .Select(power => $"q = {lanes.MultiplyAdd("q", "r2", Pair(power))};");
        return CodeBlock.Render(
            $$"""
            /// <summary>k ln 2 + log(1 + r) for r in [-0.25, 0.5].</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} LogOfReduced({{lanes.Type}} r, {{lanes.Type}} k)
            {
                {{unfused}}
                var r2 = {{lanes.Product("r", "r")}};
                {{CodeBlock.Lines(declared)}}
                var q = {{highest}};
                {{CodeBlock.Lines(steps)}}
                {{WithMultipleOfLn2(lanes)}}
            }
            """
        );
    }

    /// <summary>In float the rounded ln 2 happens to be close enough.</summary>
    private static string WithMultipleOfLn2(ArithmeticSyntax lanes) =>
        lanes.Element.Bits == 32
            ? CodeBlock.Lines(
                $"var log = {lanes.CheckedMultiplyAdd("r2", "q", "r")};",
                $"return {lanes.MultiplyAdd("k", lanes.Constant(lanes.Ln2High), "log")};"
            )
            : CodeBlock.Lines(
                $"var log = r + {lanes.Grouped(lanes.MultiplyAdd("r2", "q", lanes.Grouped($"k * {lanes.Constant(lanes.Ln2Low)}")))};",
                $"return {lanes.MultiplyAdd("k", lanes.Constant(lanes.Ln2High), "log")};"
            );

    /// <summary>The logarithm of a single row, which needs the two lowest lanes at most.</summary>
    public static string NameOfRow(VectorSyntax lanes) => lanes.RunsUnfused ? "LogOnePlusOfRow" : "LogOnePlus";

    /// <summary>Of many rows, and of one.</summary>
    public static string VectorLogOnePlus(VectorSyntax lanes) =>
        CodeBlock.Stack(
            LogOnePlus(lanes),
            lanes.RunsUnfused
                ? CodeBlock.Render(
                    $$"""
                    /// <summary>The same in the two lowest lanes.</summary>
                    {{Attributes.Inline}}
                    internal static {{lanes.Type}} LogOnePlusOfRow({{lanes.Type}} u)
                    {
                        {{lanes.Unfused("return UnfusedLogOnePlusOfRow(u);")}}
                        return LogOnePlus(u);
                    }
                    """
                )
                : ""
        );

    private static string LogOnePlus(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 + u) for u from 0 to 2^20, accurate however small u is.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} LogOnePlus({{lanes.Type}} u)
            {
                {{ReductionOfOnePlus(lanes)}}
                {{lanes.Unfused($"return LogOfReduced({UnfusedReduced(lanes)}, {lanes.ExponentOf("power")});")}}
                var r = {{lanes.Fused.MultiplyAdd("u", "scale", $"scale - {lanes.One}")}};
                return LogOfReduced(r, {{lanes.ExponentOf("power")}});
            }
            """
        );

    /// <summary>Declares the power of two that 1 + u is split by, as an integer, and its inverse.</summary>
    public static string ReductionOfOnePlus(VectorSyntax lanes) =>
        CodeBlock.Lines(
            $"var power = ({lanes.AsIntegers($"u + {lanes.One}")} - {lanes.Constant("ThreeQuarters")}) & {lanes.Constant("ExponentBits")};",
            $"var scale = {lanes.AsElements($"{lanes.Constant("One")} - power")};"
        );

    /// <summary>What the logarithm is taken of then. The product is exact: it is u with another exponent.</summary>
    public static string UnfusedReduced(VectorSyntax lanes) => $"(u * scale) + (scale - {lanes.One})";

    public static string VectorLog(VectorSyntax lanes)
    {
        var element = lanes.Element;
        var numbers = FunctionConstants.Of(element);
        var bits = CodeBlock.Render($"{element.MantissaBits}");
        return CodeBlock.Render(
            $$"""
            /// <summary>log p: -infinity for 0, NaN below 0.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Log({{lanes.Type}} p)
            {
                // Subnormal numbers have no leading bit: they are taken 2^{{bits}} times as large.
                var subnormal = {{lanes.Class}}.LessThan(p, {{lanes.Constant(element.Fraction(numbers.SmallestNormal))}});
                var bits = {{lanes.AsIntegers(
                $"Select(subnormal, p * {lanes.Constant(element.Whole(numbers.MantissaPower))}, p)"
            )}};
                var power = (bits - {{lanes.Constant("ThreeQuarters")}}) & {{lanes.Constant("ExponentBits")}};
                var k = {{lanes.ExponentOf("power")}} - (subnormal & {{lanes.Constant(element.Whole(bits))}});
                var log = LogOfReduced({{lanes.AsElements("bits - power")}} - {{lanes.One}}, k);

                var special = Select({{lanes.Class}}.LessThan(p, {{lanes.Zero}}), {{lanes.Constant(
                $"{lanes.T}.NaN"
            )}}, p);
                special = Select({{lanes.Class}}.Equals(p, {{lanes.Zero}}), {{lanes.Constant(
                $"{lanes.T}.NegativeInfinity"
            )}}, special);
                var ordinary = {{lanes.Class}}.GreaterThan(p, {{lanes.Zero}}) & {{lanes.Class}}.LessThan(p, {{lanes.Constant(
                $"{lanes.T}.PositiveInfinity"
            )}});
                return Select(ordinary, log, special);
            }
            """
        );
    }

    /// <summary>The exponent of a power of two as a number, where a conversion of integers is slow or missing.</summary>
    public static string ExponentOf(VectorSyntax lanes) =>
        lanes.Element.Bits == 32
            ? ""
            : CodeBlock.Render(
                $$"""
                /// <summary>The exponent of a power of two from its bits without the bias. AVX2 converts no long: 2^52 has the integer in its lowest bits.</summary>
                {{Attributes.Inline}}
                internal static {{lanes.Type}} ExponentOf({{lanes.IntType}} power)
                {
                    var biased = {{lanes.Class}}.ShiftRightLogical(power + {{lanes.Constant("One")}}, 52);
                    var number = biased | {{lanes.Constant("0x4330000000000000")}};
                    return {{lanes.AsElements("number")}} - {{lanes.Constant("4503599627371519.0")}};
                }
                """
            );

    private static string ScalarLogOnePlus(ScalarSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 + u) for u &gt;= 0, accurate however small u is.</summary>
            {{Attributes.Inline}}
            internal static double LogOnePlus(double u)
            {
                var power = unchecked(BitConverter.DoubleToInt64Bits(1 + u) - {{lanes.SplitConstant(
                "ThreeQuarters"
            )}}) & {{lanes.SplitConstant("ExponentBits")}};
                var scale = BitConverter.Int64BitsToDouble({{lanes.SplitConstant("One")}} - power);
                return LogOfReduced((u * scale) + (scale - 1), power >> 52);
            }
            """
        );

    /// <summary>A float is never subnormal in double.</summary>
    private static string ScalarLog(ScalarSyntax lanes)
    {
        var numbers = FunctionConstants.Of(lanes.Element);
        return CodeBlock.Render(
            $$"""
            /// <summary>log p: -infinity for 0, NaN below 0.</summary>
            {{Attributes.Inline}}
            internal static double Log(double p)
            {
                if (!(p > 0 && p < double.PositiveInfinity))
                {
                    return p == 0 ? double.NegativeInfinity : p < 0 ? double.NaN : p;
                }

                {{(
                lanes.IsWider
                    ? "var bits = BitConverter.DoubleToInt64Bits(p);"
                    : CodeBlock.Lines(
                        "// Subnormal numbers have no leading bit: they are taken 2^52 times as large.",
                        $"var isSubnormal = p < {numbers.SmallestNormal};",
                        $"var bits = BitConverter.DoubleToInt64Bits(isSubnormal ? p * {numbers.MantissaPower} : p);"
                    )
            )}}
                var power = (bits - {{lanes.SplitConstant("ThreeQuarters")}}) & {{lanes.SplitConstant("ExponentBits")}};
                {{(lanes.IsWider ? "" : "var k = (power >> 52) - (isSubnormal ? 52 : 0);")}}
                return LogOfReduced(BitConverter.Int64BitsToDouble(bits - power) - 1, {{(
                lanes.IsWider ? "power >> 52" : "k"
            )}});
            }
            """
        );
    }

    private static string Coefficient(int power) => CodeBlock.Render($"LogC{power}");

    private static string Pair(int power) => CodeBlock.Render($"c{power}{power + 1}");
}
