using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>The passes over a single row.</summary>
internal abstract class SingleRowCode(KernelPlan plan, RowPlan row) : RowCode(plan, LaneSyntax.Of(row))
{
    /// <summary>This code for kernels that need the logits as they were, after the exponentials too.</summary>
    public virtual SingleRowCode KeepingLogits => this;

    /// <summary>This code for kernels that write a row.</summary>
    public virtual SingleRowCode WithOutput => this;

    /// <summary>This code for kernels that never see large logits.</summary>
    public abstract SingleRowCode OfSmallLogits { get; }

    public RowPlan Row { get; } = row;

    /// <summary>Where the last vector starts when it overlaps the one before.</summary>
    protected int TailOffset => Plan.Classes - Row.Lanes;

    protected bool HasTail => Row.TailClasses > 0;

    public override string Result(string value) => Lanes.ToElement(value);

    /// <summary>A division of 512 bits takes twice as long as one of a float and a broadcast.</summary>
    protected override string ReciprocalOfSum =>
        Lanes is VectorSyntax { Bits: 512 }
            ? Lanes.Constant($"{Lanes.Element.One} / {Lanes.ToElement("sum")}")
            : base.ReciprocalOfSum;

    /// <summary>As <see cref="RowCode.Sum"/>, and the terms are stored vector by vector in a buffer.</summary>
    public abstract string SumIntoBuffer(SumPass pass);

    /// <summary>Statements that store a value made from each vector of the buffer in a row.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="value">The value from that of the buffer, and from what tables have for the same classes.</param>
    /// <param name="output">The row.</param>
    public abstract string MapBuffer(string buffer, Func<string, Func<Operand, string>, string> value, string output);

    public override string LogOnePlusQuotient(SumPass others) =>
        Lanes is VectorSyntax vector
            ? $"Vector128.ToScalar({LogTemplate.NameOfRow(vector)}({vector.Lowest128($"others / {LargestTerm(others)}")}))"
        : IsWide ? $"({Lanes.T})LogOnePlus(others + (max - max))"
        : $"LogOnePlus(others / {LargestTerm(others)})";

    /// <summary>The term of the largest logit, at least in the lowest lane.</summary>
    protected abstract string LargestTerm(SumPass others);

    /// <summary>The largest logits of a row, one for each lane of a vector.</summary>
    public abstract string MaxInLanes { get; }

    /// <summary>The type of a sum that stays in lanes.</summary>
    public string LaneSumType => $"{((VectorSyntax)Lanes).Class}<{(Row.WidensSums ? "double" : Lanes.T)}>";

    /// <summary>Two classes stand in a vector of four lanes twice.</summary>
    private string Lanewise => Plan.Classes == 2 && Row.Lanes == 4 ? "Pair" : "Lanes";

    protected string MaxOfLanes(string value) => IsScalar ? value : $"MaxOf{Lanewise}({value})";

    protected string SumOfLanes(string value) => IsScalar ? value : $"SumOf{Lanewise}({value})";

    /// <summary>The logarithm of each lane.</summary>
    public string Log(string value) => $"{(Row.OwnLogarithm ? "LogOfMany" : "Log")}({value})";

    public string Tail(string value) => $"Tail({value})";

    public string Without(string value, string position) =>
        IsScalar ? $"first == {position} ? 0 : {value}" : $"Without({value}, {position})";

    protected static string Minus(string value, int offset) =>
        offset == 0 ? value : CodeBlock.Render($"{value} - {offset}");
}
