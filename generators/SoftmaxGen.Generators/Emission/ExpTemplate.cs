namespace SoftmaxGen.Generators.Emission;

/// <summary>The exponential: range reduction, polynomial and scale, for one width.</summary>
internal static class ExpTemplate
{
    /// <summary>The power of the first coefficient that is not 1.</summary>
    private const int FirstPower = 2;

    public static string Constants(ElementSyntax element)
    {
        var numbers = FunctionConstants.Of(element);
        return CodeBlock.Lines(
            numbers
                .ExpCoefficients.Select(
                    (c, i) => $"private const {element.Type} {Coefficient(i + FirstPower)} = {element.Fraction(c)};"
                )
                .Prepend(numbers.ExpOrigin)
        );
    }

    /// <summary>What the reduction needs, where it is done in the element type.</summary>
    public static string ReductionConstants(ElementSyntax element, bool hasVectors)
    {
        var numbers = FunctionConstants.Of(element);
        var type = element.Type;
        return CodeBlock.Render(
            $$"""
            private const {{type}} Log2E = {{element.Fraction(numbers.Log2E)}};
            {{(hasVectors ? FusedSplit(element, numbers) : "")}}

            // Terms carry a factor of 2^{{numbers.ScaleExponent}}, so that those which matter are not subnormal. Adding 1.5 * 2^{{element.MantissaBits}}
            // rounds to an integer, which then stands in the lowest bits: here with {{numbers.ScaleExponent}} and the bias of an
            // exponent.
            private const {{type}} RoundToExponent = {{element.Whole(numbers.Rounder)}} + {{element.Whole(
                Text(numbers.ScaleExponent)
            )}} + {{element.Whole(Text(numbers.Bias))}};

            // A term below e^-{{numbers.LowestExponent}} is too small for any result: there the bits of its exponent are 0, and
            // so is the term.
            private const {{type}} LowestExponent = {{element.Fraction(numbers.LowestExponent)}};

            // From here on the logits are taken relative to the largest one, which is exact there.
            private const {{type}} LargeLogit = {{element.Whole(numbers.LargeLogit)}};
            """
        );
    }

    private static string FusedSplit(ElementSyntax element, FunctionConstants numbers) =>
        CodeBlock.Lines(
            $"private const {element.Type} Ln2High = {element.Fraction(numbers.Ln2High)};",
            $"private const {element.Type} Ln2Low = {element.Fraction(numbers.Ln2Low)};"
        );

    /// <summary>e^r without its last step, which multiplies by r and adds 1.</summary>
    private static string Polynomial(LaneSyntax lanes)
    {
        var highest = FunctionConstants.Of(lanes.Element).ExpCoefficients.Count + FirstPower - 1;
        var steps = Enumerable
            .Range(FirstPower, highest - FirstPower - 1)
            .Reverse()
            .Select(power => $"p = {lanes.MultiplyAdd("p", "r", lanes.Constant(Coefficient(power)))};");
        return CodeBlock.Render(
            $$"""
            /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} ExpSlope({{lanes.Type}} r)
            {
                var p = {{lanes.MultiplyAdd(
                lanes.Constant(Coefficient(highest)),
                "r",
                lanes.Constant(Coefficient(highest - 1))
            )}};
                {{CodeBlock.Lines(steps)}}
                return {{lanes.MultiplyAdd("p", "r", lanes.One)}};
            }
            """
        );
    }

    /// <summary>The pinned evaluation, which never takes the largest logit off the others.</summary>
    public static string Render(LaneSyntax lanes) =>
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
                /// <summary>e^(z - max), times a factor that is the same for the whole row. Within {{lanes.ExpError}} ULP; NaN stays NaN.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} Exp({{lanes.Type}} z, Reference{{lanes.Suffix}} row)
                {
                    // x = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
                    var x = {{lanes.Max("row.Floor", "z")}};
                    var rounded = {{lanes.MultiplyAdd("x", lanes.Constant("Log2E"), "row.Rounder")}};
                    var n = rounded - row.Rounder;
                    var r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{lanes.Ln2High}"), "x")}};
                    r = {{lanes.MultiplyAdd("n", lanes.Constant($"-{lanes.Ln2Low}"), "r")}};
                    var scale = {{lanes.FromBits($"{lanes.ToBits("rounded")} << {lanes.Element.MantissaBits}")}};
                    return {{lanes.MultiplyAdd("ExpSlope(r)", "r * scale", "scale")}};
                }
                """
            ),
            Polynomial(lanes)
        );

    /// <summary>What is enough in a type that is wider than the elements.</summary>
    public static string Wide(LaneSyntax lanes) =>
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

    private static string Text(int value) => CodeBlock.Render($"{value}");

    private static string Coefficient(int power) => CodeBlock.Render($"ExpC{power}");
}
