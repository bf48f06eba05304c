namespace SoftmaxGen.Generators.Emission;

/// <summary>The exponential: range reduction, polynomial and scale, for one width.</summary>
internal static class ExpTemplate
{
    public const string Constants = """
        // e^r = 1 + r + c2 r^2 + ... + c6 r^6 for |r| <= ln 2 / 2: minimax in float coefficients, by Sollya's
        // fpminimax. Within 0.73 ULP over every float of the range.
        private const float ExpC2 = 0.49999991f;
        private const float ExpC3 = 0.166665211f;
        private const float ExpC4 = 0.041668963f;
        private const float ExpC5 = 0.00836867094f;
        private const float ExpC6 = 0.00137824775f;
        """;

    public const string VectorConstants = """
        private const float Log2E = 1.44269504f;
        private const float Ln2High = 0.693147182f;
        private const float Ln2Low = -1.90465421e-9f;

        // Terms carry a factor of 2^64, so that those which matter are not subnormal. Adding 1.5 * 2^23
        // rounds to an integer, which then stands in the lowest bits: here with 64 and the bias of an
        // exponent.
        private const float RoundToExponent = 12582912f + 64f + 127f;

        // A term below e^-132.39 is too small for any result: there the bits of its exponent are 0, and
        // so is the term.
        private const float LowestExponent = 132.39f;

        // From here on the logits are taken relative to the largest one, which is exact there.
        private const float LargeLogit = 256f;
        """;

    /// <summary>e^r without its last step, which multiplies by r and adds 1.</summary>
    private static string Polynomial(LaneSyntax lanes)
    {
        var one = lanes is ScalarSyntax ? "1.0" : "1f";
        return CodeBlock.Render(
            $$"""
            /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} ExpSlope({{lanes.Type}} r)
            {
                var p = {{lanes.MultiplyAdd(lanes.Constant("ExpC6"), "r", lanes.Constant("ExpC5"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC4"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC3"))}};
                p = {{lanes.MultiplyAdd("p", "r", lanes.Constant("ExpC2"))}};
                return {{lanes.MultiplyAdd("p", "r", lanes.Constant(one))}};
            }
            """
        );
    }

    public static string Vector(VectorSyntax lanes) =>
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
                    lanes.Constant("-Log2E"),
                    lanes.Constant("RoundToExponent")
                )}};
                    }
                }
                """
            ),
            CodeBlock.Render(
                $$"""
                /// <summary>e^(z - max), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} Exp({{lanes.Type}} z, Reference{{lanes.Suffix}} row)
                {
                    // x = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
                    var x = {{lanes.Max("row.Floor", "z")}};
                    var rounded = {{lanes.MultiplyAdd("x", lanes.Constant("Log2E"), "row.Rounder")}};
                    var n = rounded - row.Rounder;
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant("-Ln2High"), "x")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant("-Ln2Low"), "r")}};
                    var scale = (rounded.{{lanes.AsIntegers}} << {{lanes.Element.MantissaBits}}).{{lanes.AsElements}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            ),
            Polynomial(lanes)
        );

    public static string Scalar(LaneSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>e^x for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.</summary>
                {{Attributes.Inline}}
                private static double Exp(double x)
                {
                    if (x < -130)
                    {
                        return 0;
                    }

                    // x = n ln 2 + r
                    var rounded = (x * Log2EDouble) + RoundToIntegerDouble;
                    var r = x - ((rounded - RoundToIntegerDouble) * Ln2Double);
                    var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
                    return (ExpSlope(r) * (r * scale)) + scale;
                }
                """
            ),
            Polynomial(lanes)
        );
}
