using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>e^-|x|, by the range reduction and the polynomial that softmax has.</summary>
internal static class SigmoidExpTemplate
{
    public static string Render(LaneSyntax lanes) => lanes is ScalarSyntax { IsWider: true } ? Wide : Pinned(lanes);

    private static string Pinned(LaneSyntax width)
    {
        var lanes = width.Fused;
        var minusAbs = lanes is ScalarSyntax ? "-Math.Abs(x)" : $"x | {lanes.Constant($"-{lanes.Element.Zero}")}";
        var floor = lanes.Constant("-LowestExponent");
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>e^-|x|, within {{lanes.ExpError}} ULP and rounded once where it is subnormal; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                internal static {{lanes.Type}} ExpOfMinusAbs({{lanes.Type}} x) => ScaledExp(x) * {{lanes.Constant(
                    "InverseScale"
                )}};

                /// <summary>e^-|x| at a scale where no digit of it is lost.</summary>
                {{Attributes.Inline}}
                internal static {{lanes.Type}} ScaledExp({{lanes.Type}} x)
                {
                    {{width.Unfused(
                    $"return UnfusedExp({minusAbs}, {floor}, {lanes.Constant("RoundToExponent")});"
                )}}
                    // -|x| = n ln 2 + r. {{(
                    lanes is ScalarSyntax ? "" : "The floor comes first: Max returns its second operand where one is NaN."
                )}}
                    var a = {{(lanes is ScalarSyntax ? $"Math.Max({floor}, {minusAbs})" : lanes.Max(floor, minusAbs))}};
                    var rounded = {{lanes.MultiplyAdd("a", lanes.Constant("Log2E"), lanes.Constant("RoundToExponent"))}};
                    var n = rounded - {{lanes.Constant("RoundToExponent")}};
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{lanes.Ln2High}"), "a")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{lanes.Ln2Low}"), "r")}};
                    var scale = {{lanes.FromBits($"{lanes.ToBits("rounded")} << {lanes.Element.MantissaBits}")}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            )
        );
    }

    private const string Wide = $$"""
        /// <summary>e^-|x|.</summary>
        {{Attributes.Inline}}
        internal static double ExpOfMinusAbs(double x) => Exp(-Math.Abs(x));
        """;
}
