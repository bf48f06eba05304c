using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>The options as constants of the emitted code.</summary>
internal sealed class OptionConstants(KernelPlan plan)
{
    public const string Inverse = "InverseTemperature";
    public const string GapScale = "GapScale";
    public const string GapFactor = "GapFactor";
    public const string ProbabilityScale = "ProbabilityScale";
    public const string UpstreamScale = "UpstreamScale";
    public const string ClassWeights = "ClassWeights";
    public const string TotalSmoothing = "TotalSmoothing";

    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private OptionPlan Options => plan.Options;

    public string Render() => CodeBlock.Stack(Temperature(), Losses(), Ignored());

    /// <summary>What multiplies the target of a class: the name of a number, or of one for each class.</summary>
    public static string TargetFactor(LossPlan losses) =>
        losses.Smoothing is null ? ClassWeights
        : losses.IsWeighted ? "TargetFactors"
        : "TargetFactor";

    /// <summary>What is added to the target of a class.</summary>
    public static string Smoothing(LossPlan losses) => losses.IsWeighted ? "SmoothingTerms" : "Smoothing";

    private string Temperature() =>
        Options.Temperature is { } temperature
            ? CodeBlock.Render(
                $$"""
                // The temperature {{element.Digits(temperature.Value)}} divides the logits.
                private const {{element.Type}} {{Inverse}} = {{element.Literal(temperature.Inverse)}};

                {{(new LossFormula(plan).TakesGaps ? Gaps(temperature) : "")}}

                {{(plan.HasVectors || !element.IsWidenedInScalars ? Upstream(temperature) : "")}}
                """
            )
            : "";

    private string Gaps(TemperaturePlan temperature) =>
        CodeBlock.Render(
            $$"""
            // Gaps between logits are taken at a power of two, so that nothing overflows before the result
            // does, and are brought to their size over the temperature in the end.
            private const {{element.Type}} {{GapScale}} = {{element.Literal(temperature.GapScale)}};
            private const {{element.Type}} {{GapFactor}} = {{element.Literal(temperature.GapFactor)}};
            """
        );

    private string Upstream(TemperaturePlan temperature) =>
        CodeBlock.Render(
            $$"""
            // 2 over the temperature in two parts: a power of two, which rounds no probability, and a part of at most 1.
            private const {{element.Type}} {{ProbabilityScale}} = {{element.Literal(temperature.ProbabilityScale)}};
            private const {{element.Type}} {{UpstreamScale}} = {{element.Literal(temperature.UpstreamScale)}};
            """
        );

    private string Losses() =>
        Options.Losses is { } losses
            ? CodeBlock.Stack(
                losses.ClassWeights is { } weights
                    ? Table("What the loss of each class counts.", ClassWeights, weights)
                    : "",
                losses.Smoothing is { } smoothing
                    ? losses.IsWeighted
                        ? WeightedSmoothing(losses, smoothing)
                        : UniformSmoothing(losses, smoothing)
                    : ""
            )
            : "";

    private string UniformSmoothing(LossPlan losses, EquatableArray<double> smoothing) =>
        CodeBlock.Render(
            $$"""
            // Label smoothing s makes of a target t: (1 - s) t + s / {{plan.Classes}}.
            private const {{element.Type}} {{TargetFactor(losses)}} = {{element.Literal(losses.TargetFactors[0])}};
            private const {{element.Type}} {{Smoothing(losses)}} = {{element.Literal(smoothing[0])}};
            """
        );

    private string WeightedSmoothing(LossPlan losses, EquatableArray<double> smoothing) =>
        CodeBlock.Render(
            $$"""
            // Label smoothing s makes of a target t, with the weight w of its class: (1 - s) w t + s w / {{plan.Classes}}.
            // These are the factors of the targets, what is added to them, and how much that is in total.
            {{Table("", TargetFactor(losses), losses.TargetFactors)}}
            {{Table("", Smoothing(losses), smoothing)}}
            private const {{element.Type}} {{TotalSmoothing}} = {{element.Literal(losses.TotalSmoothing)}};
            """
        );

    private string Table(string summary, string name, EquatableArray<double> values) =>
        Table(element, plan.Rows.Count > 0, summary, name, values);

    /// <summary>A span over constant data is no allocation where the framework can make one; elsewhere an array is kept.</summary>
    public static string Table(
        ElementSyntax element,
        bool hasVectors,
        string summary,
        string name,
        EquatableArray<double> values
    )
    {
        var numbers = string.Join(", ", values.Select(element.Literal));
        var declaration = hasVectors
            ? $"private static ReadOnlySpan<{element.Type}> {name} => new {element.Type}[] {{ {numbers} }};"
            : $"private static readonly {element.Type}[] {name} = {{ {numbers} }};";
        return CodeBlock.Lines(summary.Length == 0 ? "" : $"/// <summary>{summary}</summary>", declaration);
    }

    private string Ignored() =>
        Options.IgnoreIndex is { } ignored
            ? CodeBlock.Render(
                $$"""
                // Rows with this label do not count.
                private const int IgnoreIndex = {{ignored.Label}};
                """
            )
            : "";
}
