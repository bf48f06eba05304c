using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>The options as constants of the element type, each rounded once. What is not set is null.</summary>
/// <param name="Temperature">What divides the logits.</param>
/// <param name="Losses">How losses are weighted and smoothed.</param>
/// <param name="IgnoreIndex">The label of rows that do not count.</param>
/// <param name="ZeroWhereMasked">Whether a row of masks alone gives 0 instead of NaN.</param>
internal sealed record OptionPlan(
    TemperaturePlan? Temperature,
    LossPlan? Losses,
    IgnorePlan? IgnoreIndex,
    bool ZeroWhereMasked
)
{
    /// <summary>Whether no option changes the kernels of a row.</summary>
    public bool LeaveRowsPlain => Temperature is null && Losses is null && !ZeroWhereMasked;

    /// <summary>Whether rows of a batch count differently in its mean.</summary>
    public bool HasRowWeights => IgnoreIndex is not null || Losses?.ClassWeights is not null;

    public static OptionPlan Of(SoftmaxOptions options) =>
        new(
            Rounding.To(options.Element, options.Temperature) is not 1 and var temperature
                ? TemperaturePlan.Of(temperature, options.Element)
                : null,
            LossPlan.Of(options),
            options.IgnoreIndex is { } label ? new IgnorePlan(label, label >= 0 && label < options.Classes) : null,
            options.FullyMasked == FullyMaskedRow.Zero
        );
}

/// <summary>The label of rows that do not count.</summary>
/// <param name="Label">The label.</param>
/// <param name="IsClass">Whether it is the index of a class, and so a place in a row too.</param>
internal sealed record IgnorePlan(int Label, bool IsClass);
