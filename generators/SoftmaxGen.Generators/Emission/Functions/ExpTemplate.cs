using System.Globalization;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>
/// The exponential: range reduction, polynomial and scale, for one width. A temperature is part of its constants, some of which
/// are called <c>Scaled</c> then.
/// </summary>
internal sealed class ExpTemplate(TemperaturePlan? temperature)
{
    /// <summary>The power of the first coefficient that is not 1.</summary>
    private const int FirstPower = 2;

    private double Scale => temperature?.Value ?? 1;

    private string Prefix => temperature is null ? "" : "Scaled";

    private string TimesT => temperature is null ? "" : "T ";

    /// <summary>A power of e, over the temperature.</summary>
    private string Power(string exponent) => temperature is null ? $"e^{exponent}" : $"e^({exponent} / T)";

    /// <summary>All constants of a target.</summary>
    public string Constants(ElementSyntax element, bool hasVectors)
    {
        var computesInElements = hasVectors || !element.IsWidenedInScalars;
        return CodeBlock.Stack(
            Coefficients(element),
            computesInElements ? ReductionConstants(element, hasVectors) : "",
            computesInElements ? LargeLogitConstant(element) : "",
            ScalarConstants(element)
        );
    }

    private string Coefficients(ElementSyntax element)
    {
        var numbers = FunctionConstants.Of(element);
        return temperature is null
            ? CodeBlock.Lines(
                numbers
                    .ExpCoefficients.Select(
                        (c, i) =>
                            $"internal const {element.Type} {Coefficient(i + FirstPower)} = {element.Fraction(c)};"
                    )
                    .Prepend(numbers.ExpOrigin)
            )
            : CodeBlock.Lines(
                numbers
                    .ExpCoefficients.Prepend("1")
                    .Select((c, i) => ScaledCoefficient(element, double.Parse(c, CultureInfo.InvariantCulture), i + 1))
                    .Prepend("// e^(r / T): the powers of the temperature T are part of the coefficients.")
                    .Prepend(numbers.ExpOrigin)
            );
    }

    private string ScaledCoefficient(ElementSyntax element, double c, int power) =>
        $"internal const {element.Type} {Coefficient(power)} = {element.Literal(c / Math.Pow(Scale, power))};";

    /// <summary>What the reduction needs, where it is done in the element type.</summary>
    private string ReductionConstants(ElementSyntax element, bool hasVectors)
    {
        var numbers = FunctionConstants.Of(element);
        var type = element.Type;
        return CodeBlock.Render(
            $$"""
            {{(temperature is null ? Log2EAndLn2(element, numbers, hasVectors) : ScaledLog2EAndLn2(element, hasVectors))}}

            {{(temperature is null ? RoundToExponent(element, numbers) : "")}}

            // A term below e^-{{numbers.LowestExponent}} is too small for any result: there the bits of its exponent are 0, and
            // so is the term.{{(temperature is null ? "" : " Here and below, times the temperature.")}}
            internal const {{type}} LowestExponent = {{(
                temperature is null ? element.Fraction(numbers.LowestExponent) : Scaled(element, numbers.LowestExponent)
            )}};
            """
        );
    }

    private static string RoundToExponent(ElementSyntax element, FunctionConstants numbers) =>
        CodeBlock.Render(
            $$"""
            // Terms carry a factor of 2^{{numbers.ScaleExponent}}, so that those which matter are not subnormal. Adding 1.5 * 2^{{element.MantissaBits}}
            // rounds to an integer, which then stands in the lowest bits: here with {{numbers.ScaleExponent}} and the bias of an
            // exponent.
            internal const {{element.Type}} RoundToExponent = {{element.Whole(numbers.Rounder)}} + {{element.Whole(
                Text(numbers.ScaleExponent)
            )}} + {{element.Whole(Text(numbers.Bias))}};
            """
        );

    /// <summary>From where on the largest logit is taken off the others.</summary>
    private string LargeLogitConstant(ElementSyntax element)
    {
        var numbers = FunctionConstants.Of(element);
        return CodeBlock.Render(
            $$"""
            // From here on the logits are taken relative to the largest one, which is exact there.
            internal const {{element.Type}} LargeLogit = {{(
                temperature is null ? element.Whole(numbers.LargeLogit) : Scaled(element, numbers.LargeLogit)
            )}};
            """
        );
    }

    private string Scaled(ElementSyntax element, string number) =>
        element.Literal(double.Parse(number, CultureInfo.InvariantCulture) * Scale);

    private static string Log2EAndLn2(ElementSyntax element, FunctionConstants numbers, bool hasVectors) =>
        CodeBlock.Lines(
            $"internal const {element.Type} Log2E = {element.Fraction(numbers.Log2E)};",
            hasVectors ? FusedSplit(element, numbers) : ""
        );

    private string ScaledLog2EAndLn2(ElementSyntax element, bool hasVectors) =>
        CodeBlock.Lines(
            "// log2 e / T, and T ln 2 in two parts.",
            $"internal const {element.Type} ScaledLog2E = {element.Literal(Log2E / Scale)};",
            hasVectors
                ? CodeBlock.Lines(
                    $"internal const {element.Type} ScaledLn2High = {element.Literal(temperature!.Ln2High)};",
                    $"internal const {element.Type} ScaledLn2Low = {element.Literal(temperature.Ln2Low)};"
                )
                : ""
        );

    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Below this exponent a term is 0 in code that is wider than the elements.</summary>
    private const int WideLimit = 130;

    /// <summary>Of scalar code.</summary>
    private string ScalarConstants(ElementSyntax element) =>
        temperature is null ? ""
        : element.IsWidenedInScalars
            ? CodeBlock.Lines(
                $"internal const double ScaledLog2EDouble = {ElementSyntax.Of(ElementType.Double).Literal(Log2E / Scale)};",
                $"internal const double ScaledLn2Double = {ElementSyntax.Of(ElementType.Double).Literal(Ln2 * Scale)};"
            )
        : CodeBlock.Lines(
            $"internal const double ScaledLn2Short = {element.Literal(temperature.Ln2Short)};",
            $"internal const double ScaledLn2Rest = {element.Literal(temperature.Ln2Rest)};"
        );

    private string WideFloor =>
        temperature is null ? Text(-WideLimit) : ElementSyntax.Of(ElementType.Double).Literal(-WideLimit * Scale);

    private static string FusedSplit(ElementSyntax element, FunctionConstants numbers) =>
        CodeBlock.Lines(
            $"internal const {element.Type} Ln2High = {element.Fraction(numbers.Ln2High)};",
            $"internal const {element.Type} Ln2Low = {element.Fraction(numbers.Ln2Low)};"
        );

    /// <summary>e^r without its last step, which multiplies by r and adds 1.</summary>
    public string Polynomial(LaneSyntax lanes)
    {
        var highest = FunctionConstants.Of(lanes.Element).ExpCoefficients.Count + FirstPower - 1;
        var steps = Enumerable
            .Range(FirstPower, highest - FirstPower - 1)
            .Reverse()
            .Select(power => $"p = {lanes.MultiplyAdd("p", "r", lanes.Constant(Coefficient(power)))};");
        return CodeBlock.Render(
            $$"""
            /// <summary>({{Power("r")}} - 1) / r for |r| &lt;= {{TimesT}}ln 2 / 2.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} ExpSlope({{lanes.Type}} r)
            {
                var p = {{lanes.MultiplyAdd(
                lanes.Constant(Coefficient(highest)),
                "r",
                lanes.Constant(Coefficient(highest - 1))
            )}};
                {{CodeBlock.Lines(steps)}}
                return {{lanes.MultiplyAdd("p", "r", temperature is null ? lanes.One : lanes.Constant(Coefficient(1)))}};
            }
            """
        );
    }

    /// <summary>All methods of a width.</summary>
    /// <param name="lanes">The width.</param>
    /// <param name="hasRowKernels">Whether single rows are computed in it: many at once never have large logits.</param>
    public string Methods(LaneSyntax lanes, bool hasRowKernels = true) =>
        lanes is ScalarSyntax { IsWider: true }
            ? Wide(lanes)
            : CodeBlock.Stack(Render(lanes), hasRowKernels ? LargeOf(lanes) : "");

    private static string LargeOf(LaneSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logit where it is so large that it is taken off the others first, else 0.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} LargeOf({{lanes.Type}} max) =>
                {{(
                lanes is VectorSyntax vector
                    ? $"max & {vector.Class}.GreaterThanOrEqual({vector.Class}.Abs(max), {vector.Constant("LargeLogit")})"
                    : "Math.Abs(max) >= LargeLogit ? max : 0.0"
            )}};
            """
        );

    /// <summary>The pinned evaluation, which never takes the largest logit off the others.</summary>
    private string Render(LaneSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>What the exponentials of a row share, read from its largest logit.</summary>
                internal struct Reference{{lanes.Suffix}}
                {
                    /// <summary>Where logits are cut off.</summary>
                    public {{lanes.Type}} Floor;

                    /// <summary>Adding it rounds to an integer, and leaves in the lowest bits the exponent of the scaled term.</summary>
                    public {{lanes.Type}} Rounder;

                    {{Attributes.Inline}}
                    public Reference{{lanes.Suffix}}({{lanes.Type}} max)
                    {
                        Floor = max - {{lanes.Constant("LowestExponent")}};
                        Rounder = {{lanes.MultiplyAdd(
                    "max",
                    lanes.Constant($"-{Prefix}Log2E"),
                    lanes.Constant("RoundToExponent")
                )}};
                    }
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                /// <summary>{{Power(
                    "(z - max)"
                )}}, times a factor that is the same for the whole row. Within {{lanes.ExpError}} ULP; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                internal static {{lanes.Type}} Exp({{lanes.Type}} z, Reference{{lanes.Suffix}} row)
                {
                    // x = n {{TimesT}}ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
                    var x = {{lanes.Max("row.Floor", "z")}};
                    var rounded = {{lanes.MultiplyAdd("x", lanes.Constant(Prefix + "Log2E"), "row.Rounder")}};
                    var n = rounded - row.Rounder;
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{Prefix}{lanes.Ln2High}"), "x")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{Prefix}{lanes.Ln2Low}"), "r")}};
                    var scale = {{lanes.FromBits($"{lanes.ToBits("rounded")} << {lanes.Element.MantissaBits}")}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            ),
            Polynomial(lanes)
        );

    /// <summary>What is enough in a type that is wider than the elements.</summary>
    private string Wide(LaneSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>{{Power(
                    "x"
                )}} for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.</summary>
                {{Attributes.Inline}}
                internal static double Exp(double x)
                {
                    if (x < {{WideFloor}})
                    {
                        return 0;
                    }

                    // x = n {{TimesT}}ln 2 + r
                    var rounded = (x * {{Prefix}}Log2EDouble) + RoundToIntegerDouble;
                    var r = x - ((rounded - RoundToIntegerDouble) * {{Prefix}}Ln2Double);
                    var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
                    return (ExpSlope(r) * (r * scale)) + scale;
                }
                """
            ),
            Polynomial(lanes)
        );

    private static string Text(int value) => CodeBlock.Render($"{value}");

    private static string Coefficient(int power) => CodeBlock.Render($"ExpC{power}");
}
