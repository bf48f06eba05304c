using SoftmaxGen.Generators.Emission.Options;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// (z - m) / T - log for each class, where <c>log</c> is log(1 + the other terms / the largest). A temperature multiplies
/// a part of the difference: the whole may be more than an element can hold where the result is not.
/// </summary>
internal sealed class LogProbability(RowCode code, string largest)
{
    private readonly GapSyntax gap = new(code.Plan);

    private bool HasTemperature => code.Plan.Options.Temperature is not null;

    /// <summary>Declares what the differences need.</summary>
    public string ScaledLargest => HasTemperature && !code.IsWide ? gap.Declare(code.Lanes, largest) : "";

    public string Of(string logit) =>
        !HasTemperature ? $"{logit} - {largest} - log"
        : code.IsWide ? $"(({logit} - {largest}) * {OptionConstants.Inverse}) - log"
        : code.Lanes.MultiplySubtract(
            code.Lanes.Grouped(code.Lanes.MultiplySubtract(logit, code.Lanes.Constant(gap.Scale), gap.Largest)),
            code.Lanes.Constant(gap.Factor),
            "log"
        );
}
