using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>
/// What is computed of each output, in the lanes of one vector. Everything comes from e^-|x|, which cannot overflow, and
/// nothing is taken off 1.
/// </summary>
/// <param name="options">What the options make of targets.</param>
/// <param name="lanes">The width.</param>
internal sealed class OutputFunctions(TargetOptions options, VectorSyntax lanes)
{
    private string V => lanes.Type;

    private string One => lanes.One;

    private TargetFormula Target => new(options, lanes);

    /// <summary>What options have no part in.</summary>
    public string OfLogits() => CodeBlock.Stack(Sigmoid(), LogSigmoid(), Derivative(), LogOfComplement());

    /// <summary>What they change: these methods take the place of those that all plans share.</summary>
    public string OfTargets() =>
        CodeBlock.Stack(Loss(), Gradient(), options.IsWeighted ? WeightedPenalty() : Penalty(), LossOfProbability());

    private string Sigmoid() =>
        CodeBlock.Render(
            $$"""
            /// <summary>1 / (1 + e^-x): e / (1 + e) where x is negative, so that small results keep their digits.</summary>
            {{Attributes.Inline}}
            internal static {{V}} SigmoidOf({{V}} x)
            {
                var e = ExpOfMinusAbs(x);
                return Select({{IsNegative}}, e, {{One}}) / ({{One}} + e);
            }
            """
        );

    private string LogSigmoid() =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 / (1 + e^-x)): min(x, 0) - log(1 + e^-|x|). Neither part cancels the other.</summary>
            {{Attributes.Inline}}
            internal static {{V}} LogSigmoidOf({{V}} x) =>
                ({{IsNegative}} & x) - LogOnePlus(ExpOfMinusAbs(x));
            """
        );

    private string Derivative() =>
        CodeBlock.Render(
            $$"""
            /// <summary>p (1 - p), rounded once.</summary>
            {{Attributes.Inline}}
            internal static {{V}} DerivativeOf({{V}} p) => {{lanes.MultiplyAdd("-p", "p", "p")}};
            """
        );

    private string Loss() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The loss of an output: missed |x| + (missed + hit) log(1 + e^-|x|).</summary>
            {{Attributes.Inline}}
            internal static {{V}} LossOf({{V}} x, {{V}} t{{Target.Parameter}})
            {
                {{Sides(needsHit: options.IsWeighted)}}
                return Penalty({{PenaltyArguments(options.IsWeighted ? "ScaledExp(x)" : "ExpOfMinusAbs(x)")}});
            }
            """
        );

    private string Gradient() =>
        CodeBlock.Render(
            $$"""
            /// <summary>
            /// The loss of an output, and its derivative times <paramref name="factor"/>: (missed - hit e) / (1 + e) with
            /// e = e^-|x|, and the sign of x.
            /// </summary>
            {{Attributes.Inline}}
            internal static {{V}} GradientOf({{V}} x, {{V}} t{{Target.Parameter}}, {{V}} factor, out {{V}} loss)
            {
                {{Sides(needsHit: true)}}
                {{(options.IsWeighted ? WeightedQuotient() : PlainQuotient())}}
                return quotient * Select(isNegative, -factor, factor);
            }
            """
        );

    private string PlainQuotient() =>
        CodeBlock.Lines(
            "var e = ExpOfMinusAbs(x);",
            $"loss = Penalty({PenaltyArguments("e")});",
            $"var quotient = {lanes.MultiplyAdd("-hit", "e", "missed")} / ({One} + e);"
        );

    private string WeightedQuotient() =>
        CodeBlock.Lines(
            "var scaled = ScaledExp(x);",
            $"loss = Penalty({PenaltyArguments("scaled")});",
            "// The scale is taken off by halves: a weight may lift e out of the subnormal numbers.",
            $"var hitTimesE = {lanes.MultiplyAdd($"hit * {lanes.Constant("-HalfScale")}", $"scaled * {lanes.Constant("HalfScale")}", "missed")};",
            $"var quotient = hitTimesE / {lanes.MultiplyAdd("scaled", lanes.Constant("InverseScale"), One)};"
        );

    /// <summary>Declares what the target counts on the side of 0 where the logit is not, and on its own.</summary>
    private string Sides(bool needsHit) =>
        CodeBlock.Lines(
            $"var isNegative = {IsNegative};",
            Target.Positive,
            Target.Negative,
            "var missed = Select(isNegative, positive, negative);",
            needsHit ? "var hit = Select(isNegative, negative, positive);" : ""
        );

    private string PenaltyArguments(string exponential) =>
        options.IsWeighted ? $"x, {exponential}, missed, hit" : $"x, {exponential}, missed";

    private string Penalty() =>
        CodeBlock.Render(
            $$"""
            /// <summary>missed |x| + log(1 + e). Where nothing is missed |x| adds 0, even if it is infinite.</summary>
            {{Attributes.Inline}}
            internal static {{V}} Penalty({{V}} x, {{V}} e, {{V}} missed)
            {
                var distance = {{Distance}};
                return {{lanes.MultiplyAdd("missed", "distance", "LogOnePlus(e)")}};
            }
            """
        );

    private string WeightedPenalty() =>
        CodeBlock.Render(
            $$"""
            /// <summary>missed |x| + (missed + hit) log(1 + e). Where nothing is missed |x| adds 0, even if it is infinite.</summary>
            {{Attributes.Inline}}
            internal static {{V}} Penalty({{V}} x, {{V}} scaled, {{V}} missed, {{V}} hit)
            {
                var distance = {{Distance}};

                // log(1 + e) is e itself where e is tiny. The scale is taken off by halves: a weight may lift the product out
                // of the subnormal numbers.
                var isTiny = {{lanes.Class}}.LessThan(scaled, {{lanes.Constant("TinyTerm")}});
                var log = Select(isTiny, scaled * {{lanes.Constant("HalfScale")}}, LogOnePlus(scaled * {{lanes.Constant(
                "InverseScale"
            )}}));
                var weight = missed + hit;
                weight = Select(isTiny, weight * {{lanes.Constant("HalfScale")}}, weight);
                return {{lanes.MultiplyAdd("weight", "log", "missed * distance")}};
            }
            """
        );

    private string Distance =>
        $"{lanes.Class}.AndNot({lanes.Class}.Abs(x), {lanes.Class}.Equals(missed, {lanes.Zero}))";

    private string LossOfProbability() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The loss of an output from its probability: NaN outside of [0, 1]. A target of 0 adds 0 to an infinite logarithm.</summary>
            {{Attributes.Inline}}
            internal static {{V}} LossOfProbability({{V}} p, {{V}} t{{Target.Parameter}})
            {
                {{Target.Positive}}
                {{Target.Negative}}
                var log = Weighted(positive, Log(p)) + Weighted(negative, LogOfComplement(p));
                var isProbability = {{lanes.Class}}.GreaterThanOrEqual(p, {{lanes.Zero}}) & {{lanes.Class}}.LessThanOrEqual(p, {{One}});
                return Select(isProbability, {{lanes.Zero}} - log, {{lanes.Constant($"{lanes.T}.NaN")}});
            }
            """
        );

    private string LogOfComplement() =>
        CodeBlock.Render(
            $$"""
            /// <summary>log(1 - p) for p from 0 to 1, accurate however small p is; -infinity for 1.</summary>
            {{Attributes.Inline}}
            internal static {{V}} LogOfComplement({{V}} p) =>
                Select({{lanes.Class}}.Equals(p, {{One}}), {{lanes.Constant(
                $"{lanes.T}.NegativeInfinity"
            )}}, LogOnePlus(-p));
            """
        );

    private string IsNegative => $"{lanes.Class}.LessThan(x, {lanes.Zero})";
}
