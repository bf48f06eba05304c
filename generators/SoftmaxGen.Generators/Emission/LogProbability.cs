namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// (z - m) / T - log for each class, where <c>log</c> is log(1 + the other terms / the largest). A temperature multiplies
/// half of the difference: the whole may be more than an element can hold where the result is not.
/// </summary>
internal sealed class LogProbability(RowCode code, string largest)
{
    private bool HasTemperature => code.Plan.Options.Temperature is not null;

    /// <summary>Declares what the halves need.</summary>
    public string HalfLargest => HasTemperature && !code.IsWide ? $"var halfLargest = {largest} * {Half};" : "";

    public string Of(string logit) =>
        !HasTemperature ? $"{logit} - {largest} - log"
        : code.IsWide ? $"(({logit} - {largest}) * {OptionConstants.Inverse}) - log"
        : code.Lanes.MultiplySubtract(
            code.Lanes.MultiplySubtract(logit, Half, "halfLargest"),
            code.Lanes.Constant(OptionConstants.TwoInverse),
            "log"
        );

    private string Half => code.Lanes.Constant(code.Lanes.Element.Fraction("0.5"));
}
