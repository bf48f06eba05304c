using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// The gap between the largest logit and another, at half its size, or at less where there is a temperature: the whole may
/// be more than an element can hold where what is made from it is not.
/// </summary>
internal sealed class GapSyntax(KernelPlan plan)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private bool HasTemperature => plan.Options.Temperature is not null;

    /// <summary>The local that holds the largest logit at that size.</summary>
    public string Largest => HasTemperature ? "scaledMax" : "halfMax";

    /// <summary>The scale.</summary>
    public string Scale => HasTemperature ? OptionConstants.GapScale : element.Fraction("0.5");

    /// <summary>What brings a gap to its size, over the temperature.</summary>
    public string Factor => HasTemperature ? OptionConstants.GapFactor : element.Whole("2");

    /// <summary>A sum of gaps at its size.</summary>
    public string Restored(string gaps, Func<string, string> constant) =>
        HasTemperature ? $"{gaps} * {constant(Factor)}" : $"{gaps} + {gaps}";

    /// <summary>Declares the largest logit at the scale.</summary>
    public string Declare(LaneSyntax lanes, string max = "max") => $"var {Largest} = {max} * {lanes.Constant(Scale)};";

    /// <summary>The gap of a logit.</summary>
    public string Of(LaneSyntax lanes, string logit) => lanes.MultiplyAdd(logit, lanes.Constant("-" + Scale), Largest);
}
