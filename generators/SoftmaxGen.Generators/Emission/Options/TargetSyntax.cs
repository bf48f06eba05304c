using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>
/// The target of a row as it counts: <c>t</c> as it is, or <c>u</c>, smoothed and weighted. Its terms and sums in kernels of
/// losses.
/// </summary>
internal sealed class TargetSyntax(RowCode code)
{
    private LossPlan? Losses => code.Plan.Options.Losses;

    /// <summary>What is read beside the logits.</summary>
    public Operand[] Inputs => [Operand.Target, .. Tables];

    /// <summary>The local that holds what a target counts.</summary>
    public string Local => Losses is null ? "t" : "u";

    /// <summary>What is computed before the losses.</summary>
    public Term[] Terms => Losses is null ? [] : [new Term("u", Counted)];

    /// <summary>The loss of a class, by halves in vectors: the whole may overflow where the loss does not.</summary>
    public Term Loss => new("loss", local => $"Weighted({local(Local)}, {Gap(code, local("z"))})");

    /// <summary>What <see cref="LossTemplate.LossOfSums"/> needs beside the sum of the exponentials.</summary>
    public RowSum[] LossSums => [new("losses", "loss"), new("weights", Local)];

    /// <summary>The gap m - z at its scale; in code wider than the elements the whole.</summary>
    public static string Gap(RowCode code, string logit) =>
        code.IsWide ? $"max - {logit}" : new GapSyntax(code.Plan).Of(code.Lanes, logit);

    /// <summary>The tables of constants that the terms read.</summary>
    private Operand[] Tables =>
        Losses is { IsWeighted: true } losses
            ?
            [
                Operand.Constant("f", OptionConstants.TargetFactor(losses)),
                .. losses.Smoothing is null ? [] : new[] { SmoothingTable(losses) },
            ]
            : [];

    public static Operand SmoothingTable(LossPlan losses) => Operand.Constant("a", OptionConstants.Smoothing(losses));

    private string Counted(Func<string, string> local)
    {
        var factor = Losses!.IsWeighted ? local("f") : code.Lanes.Constant(OptionConstants.TargetFactor(Losses));
        return Losses.Smoothing is null
            ? $"{local("t")} * {factor}"
            : code.Lanes.MultiplyAdd(local("t"), factor, Added(code, Losses, local));
    }

    /// <summary>What smoothing adds to the target of a class.</summary>
    public static string Added(RowCode code, LossPlan losses, Func<string, string> local) =>
        losses.IsWeighted ? local("a") : code.ForEachClass(OptionConstants.Smoothing(losses));
}
