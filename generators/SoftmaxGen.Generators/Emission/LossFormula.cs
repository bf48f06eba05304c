using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The loss of a label from the gap between the largest logit and its own, in numbers or in vectors: the same operations in
/// both, so that a row and a batch give the same bits. Gaps are taken by halves where an option multiplies them: the whole
/// may be more than an element can hold where the loss is not.
/// </summary>
internal sealed class LossFormula(KernelPlan plan)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private LossPlan? Losses => plan.Options.Losses;

    private bool HasTemperature => plan.Options.Temperature is not null;

    public bool IsSmoothed => Losses?.Smoothing is not null;

    /// <summary>Whether a row needs what its label counts.</summary>
    public bool IsWeighted => Losses is { IsWeighted: true };

    /// <summary>The loss in numbers, of the label <c>label</c>.</summary>
    /// <param name="largest">The largest logit.</param>
    /// <param name="logit">That of the label.</param>
    /// <param name="log">log(1 + the other terms / the largest).</param>
    /// <param name="smoothed">Half of what smoothing adds.</param>
    public string OfRow(string largest, string logit, string log, string smoothed = "") =>
        Of(largest, logit, log, Losses is null ? "" : FactorOfRow, smoothed, number => number);

    /// <summary>The same in double, where nothing overflows.</summary>
    public string OfWideRow(string largest, string logit, string log, string smoothed)
    {
        var gaps = $"({Times(FactorOfRow, $"({largest} - {logit})")} + {smoothed})";
        var scaled = HasTemperature ? $"({gaps} * {OptionConstants.Inverse})" : gaps;
        return $"({element.Type})({scaled} + {LogPart(log, FactorOfRow, number => number)})";
    }

    /// <summary>The losses of a vector of rows, whose labels count <c>weight</c>.</summary>
    public string OfRows(VectorSyntax lanes, string largest, string logit, string log, string smoothed = "smoothed") =>
        Of(
            largest,
            logit,
            log,
            IsWeighted ? "weight"
                : Losses is null ? ""
                : lanes.Constant(FactorOfRow),
            smoothed,
            lanes.Constant
        );

    /// <summary>What the target of the label counts, as a number.</summary>
    public string FactorOfRow => IsWeighted ? "weight" : OptionConstants.TargetFactor(Losses!);

    /// <summary>What all targets of the row count together.</summary>
    public string TotalOfRow(Func<string, string> constant) =>
        IsWeighted ? $"(weight + {constant(OptionConstants.TotalSmoothing)})" : constant(element.One);

    /// <summary>Declares <c>weight</c>, what the target of the label counts, where classes have weights.</summary>
    public string WeightOfRow => IsWeighted ? $"var weight = {OptionConstants.TargetFactor(Losses!)}[label];" : "";

    /// <summary>A factor times a value; 0 where a weight of 0 may meet an infinite one.</summary>
    public string Times(string factor, string value) =>
        Losses is { HasZeroWeight: true } ? $"Weighted({factor}, {value})" : $"{factor} * {value}";

    /// <summary>Twice a sum of halves, over the temperature.</summary>
    public string Doubled(string halves, Func<string, string> constant) =>
        HasTemperature ? $"{halves} * {constant(OptionConstants.TwoInverse)}" : $"{halves} + {halves}";

    private string Of(
        string largest,
        string logit,
        string log,
        string weight,
        string smoothed,
        Func<string, string> constant
    )
    {
        if (!HasTemperature && Losses is null)
        {
            return $"{largest} - {logit} + {log}";
        }

        var half = constant(element.Fraction("0.5"));
        var gap = $"(({half} * {largest}) - ({half} * {logit}))";
        var weighted = Losses is null ? gap : $"({Times(weight, gap)})";
        var halves = IsSmoothed ? $"({weighted} + {smoothed})" : weighted;
        var two = constant(HasTemperature ? OptionConstants.TwoInverse : element.Fraction("2.0"));
        return $"({halves} * {two}) + {LogPart(log, weight, constant)}";
    }

    private string LogPart(string log, string weight, Func<string, string> constant) =>
        !IsWeighted ? log
        : IsSmoothed ? $"({TotalOfRow(constant)} * {log})"
        : $"({weight} * {log})";
}
