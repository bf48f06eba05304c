using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The constants of the emitted code.</summary>
internal sealed class OutputConstants(SigmoidPlan plan)
{
    public const string PositiveWeights = "PositiveWeights";
    public const string PositiveWeight = "PositiveWeight";

    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private string T => element.Type;

    public string Render() => CodeBlock.Stack(PerOutput(), Weights(), Smoothing());

    private string PerOutput() =>
        CodeBlock.Render(
            $$"""
            private const int Outputs = {{plan.Outputs}};

            // The loss of a row is the mean over its outputs.
            private const {{T}} PerOutput = {{(
                plan.HasSingleOutput ? element.One : $"{element.One} / {element.Literal(plan.Outputs)}"
            )}};
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

    /// <summary>Constants that all plans share.</summary>
    public static string Scales(ElementSyntax element, bool hasVectors)
    {
        var scale = FunctionConstants.Of(element).ScaleExponent;
        return CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                // Takes the factor off that terms carry.
                internal const {{element.Type}} InverseScale = {{PowerOfTwo(-scale)}};
                """
            ),
            hasVectors
                ? CodeBlock.Render(
                    $$"""
                    // Half of that, and the scaled term below which log(1 + e) is e to the last digit.
                    internal const {{element.Type}} HalfScale = {{PowerOfTwo(-scale / 2)}};
                    internal const {{element.Type}} TinyTerm = {{PowerOfTwo(scale - element.MantissaBits - 2)}};
                    """
                )
                : ""
        );

        string PowerOfTwo(int exponent) => element.Literal(Math.Pow(2, exponent));
    }
}
