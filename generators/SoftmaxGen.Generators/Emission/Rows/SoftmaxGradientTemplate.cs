using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>The gradient through softmax: p (g - sum of p g).</summary>
internal static class SoftmaxGradientTemplate
{
    public static string Render(RowCode code, Attributes attributes)
    {
        var pass = new SumPass(
            [Operand.Probabilities, Operand.Upstream],
            [new Term("product", local => $"{local("p")} * {local("g")}")],
            [new RowSum("dot", "product")]
        );
        var map = new MapPass(
            [Operand.Probabilities, Operand.Upstream],
            [],
            local => Centered(code, local("p"), local("g")),
            "gradient"
        );
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            {{code.Access}} static void SoftmaxGradient{{code.Suffix}}({{code.Lanes.Input(
                "probabilities"
            )}}, {{code.Lanes.Input("upstream")}}, {{code.Lanes.Output("gradient")}})
            {
                {{code.Load(Operand.Probabilities, Operand.Upstream)}}
                {{code.Sum(pass)}}
                {{(code.IsWide ? "" : $"// Halves: where p is 0, g - dot may be more than a {code.Lanes.T} can hold. + 0: the sign of a zero depends on the width.")}}
                {{HalfDot(code)}}

                {{code.Map(map)}}
            }
            """
        );
    }

    /// <summary>p (g - dot). By halves: where p is 0, the difference may be more than an element can hold.</summary>
    private static string Centered(RowCode code, string probability, string upstream)
    {
        if (code.IsWide)
        {
            return $"{probability} * ({upstream} - dot){OverTemperature(code.Plan)}";
        }

        var half = code.Lanes.Grouped(code.Lanes.MultiplySubtract(upstream, code.Lanes.OneHalf, "halfDot"));
        return code.Plan.Options.Temperature is null
            ? $"({probability} + {probability}) * {half}"
            : $"({probability} * {code.Lanes.Constant(OptionConstants.ProbabilityScale)}) * ({half} * {code.Lanes.Constant(OptionConstants.UpstreamScale)})";
    }

    private static string OverTemperature(KernelPlan plan) =>
        plan.Options.Temperature is null ? "" : $" * {OptionConstants.Inverse}";

    private static string HalfDot(RowCode code) =>
        code.IsWide ? "" : $"var halfDot = (dot + {code.Lanes.Zero}) * {code.Lanes.OneHalf};";
}
