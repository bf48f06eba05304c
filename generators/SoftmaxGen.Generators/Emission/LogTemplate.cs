namespace SoftmaxGen.Generators.Emission;

/// <summary>The logarithm and log(1 + u), on one polynomial.</summary>
internal static class LogTemplate
{
    public const string Constants = """
        // log(1 + r) = r + r^2 (c0 + c1 r + ... + c8 r^8) for r in [-0.25, 0.5]: minimax in float coefficients, by
        // Sollya's fpminimax. log p and log(1 + u) are within 0.97 ULP over every float of their range.
        private const float LogC0 = -0.5f;
        private const float LogC1 = 0.333334535f;
        private const float LogC2 = -0.250001162f;
        private const float LogC3 = 0.199907184f;
        private const float LogC4 = -0.166464478f;
        private const float LogC5 = 0.14478527f;
        private const float LogC6 = -0.131693885f;
        private const float LogC7 = 0.104798824f;
        private const float LogC8 = -0.0451799594f;
        """;

    public const string VectorConstants = """
        // The bits of the float after 0.75: a number splits into 2^k and a factor in (0.75, 1.5].
        private const int ThreeQuarters = 0x3F400001;
        private const int ExponentBits = -0x00800000;
        private const int One = 0x3F800000;
        """;

    public const string ScalarConstants = """
        private const long ThreeQuartersDouble = 0x3FE8000000000000;
        private const long ExponentBitsDouble = -0x0010000000000000;
        private const long OneDouble = 0x3FF0000000000000;
        """;

    public static string Polynomial(LaneSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>k ln 2 + log(1 + r) for r in [-0.25, 0.5].</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOfReduced({{lanes.Type}} r, {{lanes.Type}} k)
            {
                var r2 = r * r;
                var c01 = {{lanes.MultiplyAdd(lanes.Constant("LogC1"), "r", lanes.Constant("LogC0"))}};
                var c23 = {{lanes.MultiplyAdd(lanes.Constant("LogC3"), "r", lanes.Constant("LogC2"))}};
                var c45 = {{lanes.MultiplyAdd(lanes.Constant("LogC5"), "r", lanes.Constant("LogC4"))}};
                var c67 = {{lanes.MultiplyAdd(lanes.Constant("LogC7"), "r", lanes.Constant("LogC6"))}};
                var q = {{lanes.MultiplyAdd(lanes.Constant("LogC8"), "r2", "c67")}};
                q = {{lanes.MultiplyAdd("q", "r2", "c45")}};
                q = {{lanes.MultiplyAdd("q", "r2", "c23")}};
                q = {{lanes.MultiplyAdd("q", "r2", "c01")}};
                var log = {{lanes.MultiplyAdd("r2", "q", "r")}};
                return {{lanes.MultiplyAdd(
                "k",
                lanes.Constant(lanes is ScalarSyntax ? "Ln2Double" : "Ln2High"),
                "log"
            )}};
            }
            """
        );

    public static string VectorLogOnePlus(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 + u) for u from 0 to 2^20, accurate however small u is.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOnePlus({{lanes.Type}} u)
            {
                var power = ((u + {{lanes.Constant("1f")}}).AsInt32() - {{lanes.Constant(
                "ThreeQuarters"
            )}}) & {{lanes.Constant("ExponentBits")}};
                var scale = ({{lanes.Constant("One")}} - power).AsSingle();
                var r = {{lanes.MultiplyAdd("u", "scale", $"scale - {lanes.Constant("1f")}")}};
                return LogOfReduced(r, {{lanes.Class}}.ConvertToSingle(power >> 23));
            }
            """
        );

    public static string VectorLog(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>log p: -infinity for 0, NaN below 0.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Log({{lanes.Type}} p)
            {
                // Subnormal numbers have no leading bit: they are taken 2^23 times as large.
                var subnormal = {{lanes.Class}}.LessThan(p, {{lanes.Constant("1.17549435e-38f")}});
                var bits = Select(subnormal, p * {{lanes.Constant(
                "8388608f"
            )}}, p).AsInt32();
                var power = (bits - {{lanes.Constant("ThreeQuarters")}}) & {{lanes.Constant("ExponentBits")}};
                var k = {{lanes.Class}}.ConvertToSingle(power >> 23) - (subnormal & {{lanes.Constant("23f")}});
                var log = LogOfReduced((bits - power).AsSingle() - {{lanes.Constant("1f")}}, k);

                var special = Select({{lanes.Class}}.LessThan(p, {{lanes.Zero}}), {{lanes.Constant(
                "float.NaN"
            )}}, p);
                special = Select({{lanes.Class}}.Equals(p, {{lanes.Zero}}), {{lanes.Constant(
                "float.NegativeInfinity"
            )}}, special);
                var ordinary = {{lanes.Class}}.GreaterThan(p, {{lanes.Zero}}) & {{lanes.Class}}.LessThan(p, {{lanes.Constant(
                "float.PositiveInfinity"
            )}});
                return Select(ordinary, log, special);
            }
            """
        );

    public static string ScalarLogOnePlus() =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 + u) for u &gt;= 0, accurate however small u is.</summary>
            {{Attributes.Inline}}
            private static double LogOnePlus(double u)
            {
                var power = unchecked(BitConverter.DoubleToInt64Bits(1 + u) - ThreeQuartersDouble) & ExponentBitsDouble;
                var scale = BitConverter.Int64BitsToDouble(OneDouble - power);
                return LogOfReduced((u * scale) + (scale - 1), power >> 52);
            }
            """
        );

    public static string ScalarLog() =>
        CodeBlock.Render(
            $$"""
            /// <summary>log p: -infinity for 0, NaN below 0.</summary>
            {{Attributes.Inline}}
            private static double Log(double p)
            {
                if (!(p > 0 && p < double.PositiveInfinity))
                {
                    return p == 0 ? double.NegativeInfinity : p < 0 ? double.NaN : p;
                }

                var bits = BitConverter.DoubleToInt64Bits(p);
                var power = (bits - ThreeQuartersDouble) & ExponentBitsDouble;
                return LogOfReduced(BitConverter.Int64BitsToDouble(bits - power) - 1, power >> 52);
            }
            """
        );
}
