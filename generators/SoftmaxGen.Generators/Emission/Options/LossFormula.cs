using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>
/// The loss of a label from the gap between the largest logit and its own, in numbers or in vectors: the same operations in
/// both, so that a row and a batch give the same bits. Gaps are taken by halves where an option multiplies them.
/// </summary>
internal sealed class LossFormula(KernelPlan plan)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private LossPlan? Losses => plan.Options.Losses;

    private bool HasTemperature => plan.Options.Temperature is not null;

    public bool IsSmoothed => Losses?.Smoothing is not null;

    /// <summary>Whether a row needs what its label counts.</summary>
    public bool IsWeighted => Losses is { IsWeighted: true };

    /// <summary>The loss of a row in numbers, or of rows in vectors, from locals that are named as here.</summary>
    /// <param name="largest">The largest logit.</param>
    /// <param name="logit">That of the label.</param>
    /// <param name="log">log(1 + the other terms / the largest).</param>
    /// <param name="smoothed">What smoothing adds, at the scale of the gaps.</param>
    public string Of(string largest, string logit, string log, string smoothed = "smoothed") =>
        IsPlain
            ? $"{largest} - {logit} + {log}"
            : $"LossOf({largest}, {logit}, {log}{(IsWeighted ? ", weight" : "")}{(IsSmoothed ? $", {smoothed}" : "")})";

    private bool IsPlain => !HasTemperature && Losses is null;

    /// <summary>The same in double, where nothing overflows.</summary>
    public string OfWideRow(string largest, string logit, string log, string smoothed)
    {
        var gaps = $"({Times(FactorOfRow, $"({largest} - {logit})")} + {smoothed})";
        var scaled = HasTemperature ? $"({gaps} * {OptionConstants.Inverse})" : gaps;
        return $"({element.Type})({scaled} + {LogPart(log, FactorOfRow, number => number)})";
    }

    /// <summary>What the target of the label counts, as a number.</summary>
    public string FactorOfRow => IsWeighted ? "weight" : OptionConstants.TargetFactor(Losses!);

    /// <summary>The smoothed target of the label, as a number.</summary>
    public string TargetOfRow =>
        IsWeighted
            ? $"{OptionConstants.Smoothing(Losses!)}[label] + weight"
            : $"{OptionConstants.Smoothing(Losses!)} + {OptionConstants.TargetFactor(Losses!)}";

    /// <summary>Declares <c>weight</c>, what the target of the label counts, where classes have weights.</summary>
    public string WeightOfRow => WeightOf("label");

    /// <summary>The same for a label that has no local.</summary>
    public string WeightOf(string label) =>
        IsWeighted ? $"var weight = {OptionConstants.TargetFactor(Losses!)}[{label}];" : "";

    /// <summary>Whether a weight of 0 may meet an infinite loss.</summary>
    public bool IsMasked => Losses is { HasZeroWeight: true };

    /// <summary>A factor times a value; 0 where a weight of 0 may meet an infinite one.</summary>
    public string Times(string factor, string value) =>
        IsMasked ? $"Weighted({factor}, {value})" : $"{factor} * {value}";

    /// <summary>What <see cref="Of"/> calls, for numbers.</summary>
    public string MethodForNumbers() => Method(element.Type, number => number);

    /// <summary>
    /// Whether a loss is made of a gap between logits. In scalar code that is wider than the elements, smoothed losses are not.
    /// </summary>
    public bool TakesGaps => plan.HasVectors || !(ElementSyntax.Of(plan.Element).IsWidenedInScalars && IsSmoothed);

    /// <summary>What <see cref="Of"/> calls, for vectors of rows.</summary>
    public string Method(VectorSyntax lanes) => Method(lanes.Type, lanes.Constant);

    private string Method(string type, Func<string, string> constant)
    {
        if (IsPlain)
        {
            return "";
        }

        var gap = new GapSyntax(plan);
        var scale = constant(gap.Scale);
        var weighted = Losses is null ? "gap" : Times(IsWeighted ? "weight" : constant(FactorOfRow), "gap");
        var halves =
            IsSmoothed ? $"({(IsMasked ? weighted : $"({weighted})")} + smoothed)"
            : Losses is null || IsMasked ? weighted
            : $"({weighted})";
        return CodeBlock.Render(
            $$"""
            /// <summary>The loss of a label from the gap between the largest logit and its own, which itself may overflow.</summary>
            {{Attributes.Inline}}
            private static {{type}} LossOf({{type}} largest, {{type}} logit, {{type}} log{{(
                IsWeighted ? $", {type} weight" : ""
            )}}{{(IsSmoothed ? $", {type} smoothed" : "")}})
            {
                var gap = ({{scale}} * largest) - ({{scale}} * logit);
                return ({{halves}} * {{constant(gap.Factor)}}) + {{LogPart("log", "weight", constant)}};
            }
            """
        );
    }

    private string LogPart(string log, string weight, Func<string, string> constant) =>
        !IsWeighted ? log
        : IsSmoothed ? $"(({weight} + {constant(OptionConstants.TotalSmoothing)}) * {log})"
        : $"({weight} * {log})";
}
