using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The constants of the emitted code.</summary>
internal sealed class SigmoidConstants(SigmoidPlan plan)
{
    public const string PositiveWeights = "PositiveWeights";
    public const string PositiveWeight = "PositiveWeight";

    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private string T => element.Type;

    public string Render() =>
        CodeBlock.Stack(
            PerOutput(),
            Weights(),
            Smoothing(),
            ExpTemplate.PlainConstants,
            plan.HasVectors ? Reduction() : "",
            LogTemplate.Constants,
            plan.HasVectors ? LogTemplate.VectorConstants : "",
            CodeBlock.Lines(ScalarReduction, LogTemplate.ScalarConstants)
        );

    private string PerOutput() =>
        CodeBlock.Render(
            $$"""
            // The loss of a row is the mean over its outputs.
            private const {{T}} PerOutput = {{element.One}} / {{element.Literal(plan.Outputs)}};
            """
        );

    private string Weights() =>
        !plan.IsWeighted ? ""
        : plan.HasSingleOutput
            ? CodeBlock.Lines(
                "// What a target of 1 counts.",
                $"private const {T} {PositiveWeight} = {element.Literal(plan.PositiveWeights[0])};"
            )
        : OptionConstants.Table(
            element,
            plan.HasVectors,
            "What a target of 1 counts, for each output.",
            PositiveWeights,
            plan.PositiveWeights
        );

    private string Smoothing() =>
        plan.Smoothing is { } smoothing
            ? CodeBlock.Render(
                $$"""
                // Label smoothing s makes of a target t: (1 - s) t + s / 2.
                private const {{T}} KeptTarget = {{element.Literal(smoothing.Kept)}};
                private const {{T}} MovedTarget = {{element.Literal(smoothing.Moved)}};
                """
            )
            : "";

    private string Reduction() =>
        CodeBlock.Render(
            $$"""
            {{ExpTemplate.Log2EAndLn2}}

            // e^-|x| is computed 2^64 times as large, so that its digits are not lost where it is subnormal. Adding
            // 1.5 * 2^23 rounds to an integer, which then stands in the lowest bits: here with 64 and the bias of an exponent.
            private const float RoundToExponent = 12582912f + 64f + 127f;
            private const float InverseScale = 5.421010862e-20f;
            {{(plan.IsWeighted ? WeightedScales : "")}}

            // e^-132.39 is too small for any result: there the bits of its exponent are 0, and so is the term.
            private const float LowestExponent = 132.39f;
            """
        );

    private const string WeightedScales = """

        // 2^-32, and what is log(1 + e) itself to the last digit: e below 2^-25, at its scale.
        private const float HalfScale = 2.328306437e-10f;
        private const float TinyTerm = 549755813888f;
        """;

    private const string ScalarReduction = """
        private const double Log2EDouble = 1.4426950408889634;
        private const double Ln2Double = 0.6931471805599453;
        private const double RoundToIntegerDouble = 6755399441055744;
        """;
}
