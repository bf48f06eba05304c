using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What smoothing adds to the kernels of labels: the losses of all classes, as <c>smoothed</c>.</summary>
internal sealed class LabelSyntax
{
    private readonly RowCode code;
    private readonly LossFormula formula;

    public LabelSyntax(RowCode code)
        : this(code, code.Plan.Options.Losses?.Smoothing is not null) { }

    private LabelSyntax(RowCode code, bool isSmoothed)
    {
        this.code = code;
        formula = new LossFormula(code.Plan);
        IsSmoothed = isSmoothed;
    }

    /// <summary>Of kernels in which smoothing has no part.</summary>
    public static LabelSyntax Plain(RowCode code) => new(code, isSmoothed: false);

    public bool IsSmoothed { get; }

    /// <summary>Ends the documentation of a pass.</summary>
    public string AndSmoothed => IsSmoothed ? "; and what smoothing adds" : "";

    /// <summary>Hands out the sum of a pass.</summary>
    public string SetSmoothed => IsSmoothed ? "smoothedOfRow = smoothed;" : "";

    private LossPlan? Losses => code.Plan.Options.Losses;

    /// <summary>What is read beside the logits.</summary>
    public Operand[] Inputs => IsSmoothed && Losses!.IsWeighted ? [TargetSyntax.SmoothingTable(Losses)] : [];

    public Term[] Terms =>
        IsSmoothed
            ?
            [
                new Term(
                    "loss",
                    local => Loss(TargetSyntax.Added(code, Losses!, local), TargetSyntax.Gap(code, local("z")))
                ),
            ]
            : [];

    public RowSum[] Sums => IsSmoothed ? [new RowSum("smoothed", "loss")] : [];

    public string HalfMax => IsSmoothed ? LossTemplate.HalfMax(code) : "";

    /// <summary>An infinite loss would make 0 of a lane without a class NaN.</summary>
    private string Loss(string factor, string gap) =>
        code.HasEmptyLanes || Losses!.HasZeroWeight ? $"Weighted({factor}, {gap})"
        : code.IsWide ? $"{factor} * ({gap})"
        : $"{factor} * {gap}";

    /// <summary>Whether the probabilities of a row are multiplied by what its targets count together.</summary>
    public bool HasTotal => IsSmoothed && formula.IsWeighted;

    /// <summary>The gradient of a class that is not the label, before it is scaled.</summary>
    public string Gradient(string probability, Func<Operand, string> table)
    {
        if (!IsSmoothed)
        {
            return probability;
        }

        var added = HasTotal
            ? table(TargetSyntax.SmoothingTable(Losses!))
            : code.Lanes.Constant(OptionConstants.Smoothing(Losses!));
        return $"({Less(probability, added)})";
    }

    /// <summary>What a probability counts less its target.</summary>
    public string Less(string probability, string target) =>
        HasTotal ? code.Lanes.MultiplySubtract(probability, "total", target) : $"{probability} - {target}";

    /// <summary>A pass over the logits, and over what smoothing needs.</summary>
    public SumPass Pass(SumPass pass) =>
        pass with
        {
            Inputs = [.. pass.Inputs, .. Inputs],
            Terms = [.. pass.Terms, .. Terms],
            Sums = [.. pass.Sums, .. Sums],
        };
}
