namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>The parameters that are checked. Checks pass a number: a string at hand would cost a row of few classes a tenth of its time.</summary>
internal static class Checked
{
    public static readonly IReadOnlyList<string> Names =
    [
        "logits",
        "probabilities",
        "logProbabilities",
        "scores",
        "target",
        "targets",
        "labels",
        "upstream",
        "gradient",
        "gradients",
        "losses",
        "values",
        "derivative",
        "derivatives",
    ];

    /// <summary>A checked parameter, as the emitted code names it.</summary>
    public static string Parameter(string name) => $"Parameter.{Member(name)}";

    public static string Member(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
