using System.Globalization;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>The constants of the exponential, of which a temperature is part: some are called <c>Scaled</c> then.</summary>
internal sealed class ExpConstants(TemperaturePlan? temperature)
{
    /// <summary>The power of the first coefficient that is not 1.</summary>
    public const int FirstPower = 2;

    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    private double Scale => temperature?.Value ?? 1;

    /// <summary>The name of a coefficient.</summary>
    public static string Coefficient(int power) => CodeBlock.Render($"ExpC{power}");

    /// <summary>
    /// The number whose addition to a sum that ends with this coefficient rounds it to a float; null where the sums are not
    /// all in one binade. Of floats without a temperature.
    /// </summary>
    public static string? RounderOf(int power) =>
        power >= FirstPower + 1 ? CodeBlock.Render($"{Coefficient(power)}Rounder") : null;

    /// <summary>All constants of a target.</summary>
    public string Render(ElementSyntax element, bool hasVectors)
    {
        var computesInElements = hasVectors || !element.IsWidenedInScalars;
        return CodeBlock.Stack(
            Coefficients(element),
            computesInElements ? ReductionConstants(element, hasVectors) : "",
            computesInElements ? LargeLogitConstant(element) : "",
            temperature is null && hasVectors && element.IsWidenedInScalars ? Rounders : "",
            ScalarConstants(element)
        );
    }

    /// <summary>1.5 * 2^52 times the unit in the last place of a float that is as large as the coefficient.</summary>
    private const string Rounders = """
        // Without fused multiply-add a sum is made in double. Adding 1.5 * 2^52 times a power of two rounds it to multiples of
        // that: to a float, where the sums have one exponent. Those of e^r that end with c3, c4 and c5 have.
        internal const double ExpC3Rounder = 100663296;
        internal const double ExpC4Rounder = 25165824;
        internal const double ExpC5Rounder = 6291456;
        """;

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

    private static string FusedSplit(ElementSyntax element, FunctionConstants numbers) =>
        CodeBlock.Lines(
            $"internal const {element.Type} Ln2High = {element.Fraction(numbers.Ln2High)};",
            $"internal const {element.Type} Ln2Low = {element.Fraction(numbers.Ln2Low)};"
        );

    private static string Text(int value) => CodeBlock.Render($"{value}");
}
