using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Writes the passes over a row that the kernels are made of, for one width: straight-line code keeps the row in
/// locals, looped code reads it again. A kernel's template is the same for both and for every width.
/// </summary>
internal abstract class RowCode(KernelPlan plan, RowPlan row)
{
    public static RowCode Of(KernelPlan plan, RowPlan row) =>
        row.Shape == RowShape.Looped ? new LoopedRow(plan, row) : new StraightRow(plan, row);

    public KernelPlan Plan { get; } = plan;

    public RowPlan Row { get; } = row;

    public LaneSyntax Lanes { get; } = LaneSyntax.Of(row);

    public bool IsScalar => Row.Lanes == 1;

    public string Suffix => Lanes.Suffix;

    /// <summary>Where the last vector starts when it overlaps the one before.</summary>
    protected int TailOffset => Plan.Classes - Row.Lanes;

    protected bool HasTail => Row.TailClasses > 0;

    /// <summary>Statements that bring the rows into locals, where the code keeps them there.</summary>
    public abstract string Load(params Operand[] inputs);

    /// <summary>Statements that declare <paramref name="max"/>, the largest logit, in every lane.</summary>
    public abstract string Max(string max);

    /// <summary>The lowest index of the largest logit, as an expression.</summary>
    public abstract string First(string max);

    /// <summary>Statements that declare one value per sum, the same in every lane.</summary>
    public abstract string Sum(SumPass pass);

    /// <summary>Statements that store a value made from the term that a <see cref="Sum"/> pass has stored.</summary>
    public abstract string MapStored(SumPass pass, Func<string, string> value);

    public abstract string Map(MapPass pass);

    /// <summary>The local with what all exponentials of a row share. Scalar code needs the largest logit only.</summary>
    public string Reference(string max) => IsScalar ? "" : $"var row = new Reference{Suffix}({max});";

    public string Exp(string logit) => IsScalar ? $"Exp({logit} - max)" : $"Exp({logit}, row)";

    /// <summary>The term that every sum over the logits is made of.</summary>
    public Term Exponential => new("e", local => Exp(local("z")));

    /// <summary>Why scalar code takes the largest logit off itself. In vectors its term is NaN already.</summary>
    public string InfinityComment =>
        IsScalar ? "// max - max is 0, or NaN where an infinite logit makes the whole row NaN." : "";

    /// <summary>log(1 + others/largest) as a float.</summary>
    public string LogOnePlusQuotient(string others) =>
        Lanes is VectorSyntax vector
            ? $"LogOnePlus({vector.Lowest128($"{others} / Exp(max, row)")}).ToScalar()"
            : $"(float)LogOnePlus({others} + (max - max))";

    protected string MaxOfLanes(string value) => IsScalar ? value : $"MaxOfLanes({value})";

    protected string SumOfLanes(string value) => IsScalar ? value : $"SumOfLanes({value})";

    public string Tail(string value) => $"Tail({value})";

    public string Without(string value, string position) =>
        IsScalar ? $"first == {position} ? 0 : {value}" : $"Without({value}, {position})";

    protected static string Minus(string value, int offset) =>
        offset == 0 ? value : CodeBlock.Render($"{value} - {offset}");
}
