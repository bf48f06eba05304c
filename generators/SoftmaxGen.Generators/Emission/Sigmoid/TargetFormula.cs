using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What a target counts for and against its output: smoothed and weighted, where the options say so.</summary>
internal sealed class TargetFormula(TargetOptions options, LaneSyntax lanes)
{
    /// <summary>The parameter that follows the target: its output's weight.</summary>
    public string Parameter => options.IsWeighted ? $", {lanes.Type} w" : "";

    /// <summary>Declares what the target counts for the output.</summary>
    public string Positive => $"var positive = {Weighted(Smoothed("t"))};";

    /// <summary>Declares what it counts against it.</summary>
    public string Negative => $"var negative = {Smoothed($"{lanes.One} - t")};";

    private string Smoothed(string target) =>
        !options.IsSmoothed
            ? target
            : lanes.MultiplyAdd(
                lanes is ScalarSyntax && target != "t" ? $"({target})" : target,
                lanes.Constant("KeptTarget"),
                lanes.Constant("MovedTarget")
            );

    private string Weighted(string target) =>
        !options.IsWeighted ? target
        : options.IsSmoothed && lanes is ScalarSyntax ? $"({target}) * w"
        : $"{target} * w";
}

/// <summary>What changes the targets of a sigmoid head. The numbers are constants of its plan.</summary>
internal sealed record TargetOptions(bool IsSmoothed, bool IsWeighted)
{
    /// <summary>Of the functions that all plans share.</summary>
    public static readonly TargetOptions None = new(false, false);

    public bool IsNone => this == None;
}
