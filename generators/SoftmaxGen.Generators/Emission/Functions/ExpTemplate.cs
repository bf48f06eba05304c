using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>
/// The exponential: range reduction, polynomial and scale, for one width, with its <see cref="ExpConstants"/>.
/// </summary>
internal sealed class ExpTemplate(TemperaturePlan? temperature)
{
    /// <summary>Below this exponent a term is 0 in code that is wider than the elements.</summary>
    private const int WideLimit = 130;

    private string Prefix => temperature is null ? "" : "Scaled";

    private string TimesT => temperature is null ? "" : "T ";

    /// <summary>A power of e, over the temperature.</summary>
    private string Power(string exponent) => temperature is null ? $"e^{exponent}" : $"e^({exponent} / T)";

    private string WideFloor =>
        temperature is null
            ? Text(-WideLimit)
            : ElementSyntax.Of(ElementType.Double).Literal(-WideLimit * temperature.Value);

    /// <summary>e^r without its last step, which multiplies by r and adds 1.</summary>
    public string Polynomial(ArithmeticSyntax lanes)
    {
        var highest = FunctionConstants.Of(lanes.Element).ExpCoefficients.Count + ExpConstants.FirstPower - 1;
        var steps = Enumerable
            .Range(ExpConstants.FirstPower, highest - ExpConstants.FirstPower - 1)
            .Reverse()
            .Select(power =>
                $"p = {lanes.MultiplyAdd("p", "r", ExpConstants.Coefficient(power), ExpConstants.RounderOf(power))};"
            );
        return CodeBlock.Render(
            $$"""
            /// <summary>({{Power("r")}} - 1) / r for |r| &lt;= {{TimesT}}ln 2 / 2.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} ExpSlope({{lanes.Type}} r)
            {
                var p = {{lanes.MultiplyAdd(
                lanes.Constant(ExpConstants.Coefficient(highest)),
                "r",
                ExpConstants.Coefficient(highest - 1),
                ExpConstants.RounderOf(highest - 1)
            )}};
                {{CodeBlock.Lines(steps)}}
                return {{lanes.MultiplyAdd("p", "r", temperature is null ? lanes.One : lanes.Constant(ExpConstants.Coefficient(1)))}};
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
    private string Render(LaneSyntax width)
    {
        // With other constants each step has to be checked: nobody has tried every argument.
        var lanes = temperature is null ? width.Fused : width;
        return CodeBlock.Stack(
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
                        {{Unfused(width, "Rounder = UnfusedRounder(max);\nreturn;")}}
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
                    {{Unfused(width, "return UnfusedExp(z, row.Floor, row.Rounder);")}}
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
    }

    private string Unfused(LaneSyntax width, string statements) => temperature is null ? width.Unfused(statements) : "";

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
}
