using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What a target counts for and against its output: smoothed and weighted, where the options say so.</summary>
internal sealed class TargetFormula(SigmoidPlan plan, LaneSyntax lanes)
{
    /// <summary>The parameter that follows the target: its output's weight.</summary>
    public string Parameter => plan.IsWeighted ? $", {lanes.Type} w" : "";

    /// <summary>Declares what the target counts for the output.</summary>
    public string Positive => $"var positive = {Weighted(Smoothed("t"))};";

    /// <summary>Declares what it counts against it.</summary>
    public string Negative => $"var negative = {Smoothed($"{lanes.One} - t")};";

    private string Smoothed(string target) =>
        plan.Smoothing is null
            ? target
            : lanes.MultiplyAdd(
                lanes is ScalarSyntax && target != "t" ? $"({target})" : target,
                lanes.Constant("KeptTarget"),
                lanes.Constant("MovedTarget")
            );

    private string Weighted(string target) =>
        !plan.IsWeighted ? target
        : plan.Smoothing is not null && lanes is ScalarSyntax ? $"({target}) * w"
        : $"{target} * w";
}
