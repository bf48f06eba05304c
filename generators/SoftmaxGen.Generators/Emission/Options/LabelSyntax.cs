using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

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
        !IsSmoothed ? []
        : code.Lanes is VectorSyntax
            ?
            [
                new Term(
                    "loss",
                    local => $"SmoothingOf({local("z")}, {new GapSyntax(code.Plan).Largest}, {Added(local)})"
                ),
            ]
        : [TermOf(local => TargetSyntax.Gap(code, local("z")))];

    /// <summary>What <see cref="Terms"/> call in vectors.</summary>
    public static string Method(KernelPlan plan, VectorSyntax lanes)
    {
        if (plan.Options.Losses is not { Smoothing: not null } losses)
        {
            return "";
        }

        var syntax = new GapSyntax(plan);
        var gap = syntax.Of(lanes, "z");
        var hasEmptyLanes = lanes.Count > plan.Classes && lanes.Bits == 128;
        return CodeBlock.Render(
            $$"""
            /// <summary>What smoothing adds for a class, or for several, at the scale of the gaps.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} SmoothingOf({{lanes.Type}} z, {{lanes.Type}} {{syntax.Largest}}, {{lanes.Type}} smoothing) =>
                {{(losses.HasZeroWeight || hasEmptyLanes ? $"Weighted(smoothing, {gap})" : $"smoothing * {gap}")}};
            """
        );
    }

    private string Added(Func<string, string> local) => TargetSyntax.Added(code, Losses!, local);

    /// <summary>What smoothing adds for a class, made from its loss.</summary>
    public Term TermOf(Func<Func<string, string>, string> loss) =>
        new("loss", local => Loss(Added(local), loss(local)));

    public RowSum[] Sums => IsSmoothed ? [new RowSum("smoothed", "loss")] : [];

    public string ScaledMax => IsSmoothed ? LossTemplate.ScaledMax(code) : "";

    /// <summary>An infinite loss would make 0 of a lane without a class NaN.</summary>
    private string Loss(string factor, string loss) =>
        code.HasEmptyLanes || Losses!.HasZeroWeight ? $"Weighted({factor}, {loss})"
        : IsSum(loss) ? $"{factor} * ({loss})"
        : $"{factor} * {loss}";

    /// <summary>Whether an expression needs parentheses as a factor. Calls have what they add in parentheses.</summary>
    private bool IsSum(string loss) => loss.Contains(" - ") || (code.IsScalar && loss.Contains(" + "));

    /// <summary>Whether the probabilities of a row are multiplied by what its targets count together.</summary>
    public bool HasTotal => IsSmoothed && formula.IsWeighted;

    /// <summary>Declares <c>total</c>, what the targets of a row count together, where that is not 1.</summary>
    public string Total(Func<string, string> constant) =>
        HasTotal ? $"var total = weight + {constant(OptionConstants.TotalSmoothing)};" : "";

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
