using System.Globalization;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The exponential: range reduction, polynomial and scale, for one width.</summary>
internal static class ExpTemplate
{
    /// <summary>From c2 on; c0 = c1 = 1.</summary>
    private static readonly string[] Coefficients =
    [
        "0.49999991",
        "0.166665211",
        "0.041668963",
        "0.00836867094",
        "0.00137824775",
    ];

    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double LowestExponent = 132.39;
    private const double LargeLogit = 256;
    private const int ScalarLimit = 130;

    public static string Constants(KernelPlan plan) =>
        plan.Options.Temperature is { } temperature
            ? CodeBlock.Lines(
                "// e^(r / T) = 1 + r / T + c2 (r / T)^2 + ... + c6 (r / T)^6 for |r| <= T ln 2 / 2, with the powers of T in the",
                "// coefficients: minimax in float coefficients, by Sollya's fpminimax.",
                string.Join("\n", ScaledCoefficients(temperature, ElementSyntax.Of(plan.Element), plan.Element))
            )
            : PlainConstants;

    /// <summary>The coefficients where no temperature divides the logits.</summary>
    public static string PlainConstants =>
        CodeBlock.Lines(
            "// e^r = 1 + r + c2 r^2 + ... + c6 r^6 for |r| <= ln 2 / 2: minimax in float coefficients, by Sollya's",
            "// fpminimax. Within 0.73 ULP over every float of the range.",
            string.Join(
                "\n",
                Coefficients.Select((c, i) => CodeBlock.Render($"private const float ExpC{i + 2} = {c}f;"))
            )
        );

    private static IEnumerable<string> ScaledCoefficients(
        TemperaturePlan temperature,
        ElementSyntax element,
        ElementType type
    ) =>
        Coefficients
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
            .Prepend(1.0)
            .Select(
                (c, i) =>
                    CodeBlock.Render(
                        $"private const {element.Type} ExpC{i + 1} = {element.Literal(temperature.Over(c, i + 1, type))};"
                    )
            );

    public static string VectorConstants(KernelPlan plan)
    {
        var temperature = plan.Options.Temperature;
        var scale = temperature?.Value ?? 1;
        var element = ElementSyntax.Of(plan.Element);
        return CodeBlock.Render(
            $$"""
            {{(temperature is null ? Log2EAndLn2 : ScaledLog2EAndLn2(temperature, plan.Element))}}

            // Terms carry a factor of 2^64, so that those which matter are not subnormal. Adding 1.5 * 2^23
            // rounds to an integer, which then stands in the lowest bits: here with 64 and the bias of an
            // exponent.
            private const float RoundToExponent = 12582912f + 64f + 127f;

            // A term below e^-132.39 is too small for any result: there the bits of its exponent are 0, and
            // so is the term.{{(temperature is null ? "" : " Here and below, times the temperature.")}}
            private const float LowestExponent = {{element.Literal(Rounding.To(plan.Element, LowestExponent * scale))}};

            // From here on the logits are taken relative to the largest one, which is exact there.
            private const float LargeLogit = {{element.Literal(LargeLogit * scale)}};
            """
        );
    }

    public const string Log2EAndLn2 = """
        private const float Log2E = 1.44269504f;
        private const float Ln2High = 0.693147182f;
        private const float Ln2Low = -1.90465421e-9f;
        """;

    private static string ScaledLog2EAndLn2(TemperaturePlan temperature, ElementType type)
    {
        var element = ElementSyntax.Of(type);
        return CodeBlock.Render(
            $$"""
            // log2 e / T, and T ln 2 in two parts.
            private const {{element.Type}} ScaledLog2E = {{element.Literal(temperature.Over(Log2E, 1, type))}};
            private const {{element.Type}} ScaledLn2High = {{element.Literal(temperature.Ln2High)}};
            private const {{element.Type}} ScaledLn2Low = {{element.Literal(temperature.Ln2Low)}};
            private const float Ln2High = 0.693147182f;
            """
        );
    }

    /// <summary>Of scalar code, which computes in double.</summary>
    public static string ScalarConstants(KernelPlan plan)
    {
        var scale = plan.Options.Temperature?.Value ?? 1;
        var element = ElementSyntax.Of(ElementType.Double);
        return CodeBlock.Render(
            $$"""
            private const double {{Log2EDouble(plan)}} = {{(
                plan.Options.Temperature is null ? "1.4426950408889634" : element.Literal(Log2E / scale)
            )}};
            {{(
                plan.Options.Temperature is null
                    ? ""
                    : $"private const double {Ln2Double(plan)} = {element.Literal(Ln2 * scale)};"
            )}}
            private const double Ln2Double = 0.6931471805599453;
            private const double RoundToIntegerDouble = 6755399441055744;
            """
        );
    }

    private static string ScalarFloor(KernelPlan plan) =>
        plan.Options.Temperature is { } temperature
            ? ElementSyntax.Of(ElementType.Double).Literal(-ScalarLimit * temperature.Value)
            : CodeBlock.Render($"{-ScalarLimit}");

    private static string Prefix(KernelPlan plan) => plan.Options.Temperature is null ? "" : "Scaled";

    private static string Log2EDouble(KernelPlan plan) => Prefix(plan) + "Log2EDouble";

    private static string Ln2Double(KernelPlan plan) => Prefix(plan) + "Ln2Double";

    /// <summary>What is computed: e^x, or e^(x/T).</summary>
    private static string Power(TemperaturePlan? temperature, string exponent) =>
        temperature is null ? $"e^{exponent}" : $"e^({exponent} / T)";

    /// <summary>e^r without its last step, which multiplies by r and adds 1.</summary>
    public static string Polynomial(TemperaturePlan? temperature, LaneSyntax lanes)
    {
        var linear =
            temperature is not null ? "ExpC1"
            : lanes is ScalarSyntax ? "1.0"
            : "1f";
        return CodeBlock.Render(
            $$"""
            /// <summary>({{Power(temperature, "r")}} - 1) / r for |r| &lt;= {{(
                temperature is null ? "" : "T "
            )}}ln 2 / 2.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} ExpSlope({{lanes.Type}} r)
            {
                var p = {{lanes.MultiplyAdd(lanes.Constant("ExpC6"), "r", lanes.Constant("ExpC5"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC4"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC3"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC2"))}};
                return {{lanes.MultiplyAdd("p", "r", lanes.Constant(linear))}};
            }
            """
        );
    }

    public static string Vector(KernelPlan plan, VectorSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>What the exponentials of a row share, read from its largest logit.</summary>
                private struct Reference{{lanes.Suffix}}
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
                    lanes.Constant($"-{Prefix(plan)}Log2E"),
                    lanes.Constant("RoundToExponent")
                )}};
                    }
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                /// <summary>{{Power(
                    plan.Options.Temperature,
                    "(z - max)"
                )}}, times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} Exp({{lanes.Type}} z, Reference{{lanes.Suffix}} row)
                {
                    // x = n {{(
                    plan.Options.Temperature is null ? "" : "T "
                )}}ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
                    var x = {{lanes.Max("row.Floor", "z")}};
                    var rounded = {{lanes.MultiplyAdd("x", lanes.Constant(Prefix(plan) + "Log2E"), "row.Rounder")}};
                    var n = rounded - row.Rounder;
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{Prefix(plan)}Ln2High"), "x")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{Prefix(plan)}Ln2Low"), "r")}};
                    var scale = (rounded.{{lanes.AsIntegers}} << {{lanes.Element.MantissaBits}}).{{lanes.AsElements}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            ),
            Polynomial(plan.Options.Temperature, lanes)
        );

    public static string Scalar(KernelPlan plan, LaneSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>{{Power(
                    plan.Options.Temperature,
                    "x"
                )}} for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.</summary>
                {{Attributes.Inline}}
                private static double Exp(double x)
                {
                    if (x < {{ScalarFloor(plan)}})
                    {
                        return 0;
                    }

                    // x = n {{(plan.Options.Temperature is null ? "" : "T ")}}ln 2 + r
                    var rounded = (x * {{Log2EDouble(plan)}}) + RoundToIntegerDouble;
                    var r = x - ((rounded - RoundToIntegerDouble) * {{Ln2Double(plan)}});
                    var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
                    return (ExpSlope(r) * (r * scale)) + scale;
                }
                """
            ),
            Polynomial(plan.Options.Temperature, lanes)
        );
}
