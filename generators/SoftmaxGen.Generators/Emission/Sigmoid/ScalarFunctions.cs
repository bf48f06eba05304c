using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What is computed of each output without vectors, in double.</summary>
internal sealed class ScalarFunctions(TargetOptions options, ScalarSyntax lanes)
{
    private TargetFormula Target => new(options, lanes);

    /// <summary>What options have no part in.</summary>
    public const string OfLogits = $$"""
        /// <summary>1 / (1 + e^-x): e / (1 + e) where x is negative, so that small results keep their digits.</summary>
        {{Attributes.Inline}}
        internal static double SigmoidOf(double x)
        {
            var e = ExpOfMinusAbs(x);
            return (x < 0 ? e : 1) / (1 + e);
        }

        /// <summary>log(1 / (1 + e^-x)): min(x, 0) - log(1 + e^-|x|). Neither part cancels the other.</summary>
        {{Attributes.Inline}}
        internal static double LogSigmoidOf(double x) => (x < 0 ? x : 0) - LogOnePlus(ExpOfMinusAbs(x));

        /// <summary>p (1 - p).</summary>
        {{Attributes.Inline}}
        internal static double DerivativeOf(double p) => p * (1 - p);

        /// <summary>log(1 - p) for p from 0 to 1, accurate however small p is; -infinity for 1.</summary>
        {{Attributes.Inline}}
        internal static double LogOfComplement(double p) => p == 1 ? double.NegativeInfinity : LogOnePlus(-p);
        """;

    /// <summary>What they change: these methods take the place of those that all plans share.</summary>
    public string OfTargets() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The loss of an output: missed |x| + (missed + hit) log(1 + e^-|x|).</summary>
            {{Attributes.Inline}}
            internal static double LossOf(double x, double t{{Target.Parameter}})
            {
                {{Target.Positive}}
                {{Target.Negative}}
                return Penalty(x, ExpOfMinusAbs(x), x < 0 ? positive : negative{{Weight}});
            }

            /// <summary>
            /// The loss of an output, and its derivative times <paramref name="factor"/>: (missed - hit e) / (1 + e) with
            /// e = e^-|x|, and the sign of x.
            /// </summary>
            {{Attributes.Inline}}
            internal static double GradientOf(double x, double t{{Target.Parameter}}, double factor, out double loss)
            {
                {{Target.Positive}}
                {{Target.Negative}}
                var e = ExpOfMinusAbs(x);
                var missed = x < 0 ? positive : negative;
                var hit = x < 0 ? negative : positive;
                loss = Penalty(x, e, missed{{Weight}});
                return (missed - (hit * e)) / (1 + e) * (x < 0 ? -factor : factor);
            }

            {{Penalty()}}

            /// <summary>The loss of an output from its probability: NaN outside of [0, 1]. A target of 0 adds 0 to an infinite logarithm.</summary>
            {{Attributes.Inline}}
            internal static double LossOfProbability(double p, double t{{Target.Parameter}})
            {
                {{Target.Positive}}
                {{Target.Negative}}
                return p >= 0 && p <= 1
                    ? 0.0 - (Weighted(positive, Log(p)) + Weighted(negative, LogOfComplement(p)))
                    : double.NaN;
            }
            """
        );

    private string Weight => options.IsWeighted ? ", positive + negative" : "";

    private string Penalty() =>
        options.IsWeighted
            ? CodeBlock.Render(
                $$"""
                /// <summary>missed |x| + weight log(1 + e). Where nothing is missed |x| adds 0, even if it is infinite.</summary>
                {{Attributes.Inline}}
                internal static double Penalty(double x, double e, double missed, double weight) =>
                    Weighted(missed, Math.Abs(x)) + (weight * LogOnePlus(e));
                """
            )
            : CodeBlock.Render(
                $$"""
                /// <summary>missed |x| + log(1 + e). Where nothing is missed |x| adds 0, even if it is infinite.</summary>
                {{Attributes.Inline}}
                internal static double Penalty(double x, double e, double missed) =>
                    Weighted(missed, Math.Abs(x)) + LogOnePlus(e);
                """
            );
}
