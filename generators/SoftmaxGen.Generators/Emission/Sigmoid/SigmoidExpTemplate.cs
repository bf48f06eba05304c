namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>e^-|x|, by the range reduction and the polynomial that softmax has.</summary>
internal static class SigmoidExpTemplate
{
    public static string Vector(VectorSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>e^-|x|, within 1 ULP and rounded once where it is subnormal; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} ExpOfMinusAbs({{lanes.Type}} x) => ScaledExp(x) * {{lanes.Constant(
                    "InverseScale"
                )}};

                /// <summary>e^-|x| at a scale where no digit of it is lost.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} ScaledExp({{lanes.Type}} x)
                {
                    // -|x| = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
                    var a = {{lanes.Max(lanes.Constant("-LowestExponent"), $"x | {lanes.Constant($"-{lanes.Element.Zero}")}")}};
                    var rounded = {{lanes.MultiplyAdd("a", lanes.Constant("Log2E"), lanes.Constant("RoundToExponent"))}};
                    var n = rounded - {{lanes.Constant("RoundToExponent")}};
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant("-Ln2High"), "a")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant("-Ln2Low"), "r")}};
                    var scale = (rounded.{{lanes.AsIntegers}} << {{lanes.Element.MantissaBits}}).{{lanes.AsElements}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            ),
            ExpTemplate.Polynomial(temperature: null, lanes)
        );

    public static string Scalar(ScalarSyntax lanes) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>e^-|x|; NaN stays NaN. In double the plain formula is accurate enough.</summary>
                {{Attributes.Inline}}
                private static double ExpOfMinusAbs(double x)
                {
                    var a = -Math.Abs(x);
                    if (a < -130)
                    {
                        return 0;
                    }

                    // a = n ln 2 + r
                    var rounded = (a * Log2EDouble) + RoundToIntegerDouble;
                    var r = a - ((rounded - RoundToIntegerDouble) * Ln2Double);
                    var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
                    return (ExpSlope(r) * (r * scale)) + scale;
                }
                """
            ),
            ExpTemplate.Polynomial(temperature: null, lanes)
        );
}
