using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// Writes the passes that the kernels are made of, for one width: straight-line code keeps a row in locals, looped code
/// reads it again, a tile keeps one class of many rows in each local. A kernel's template is the same for all of them.
/// </summary>
internal abstract class RowCode(KernelPlan plan, LaneSyntax lanes)
{
    public static SingleRowCode Of(KernelPlan plan, RowPlan row) =>
        row.Shape == RowShape.Looped ? new LoopedRow(plan, row) : new StraightRow(plan, row);

    public KernelPlan Plan { get; } = plan;

    public LaneSyntax Lanes { get; } = lanes;

    public bool IsScalar => Lanes is ScalarSyntax;

    /// <summary>Whether the code computes in a type wider than the elements, where the plain formulas are accurate enough.</summary>
    public bool IsWide => Lanes is ScalarSyntax { IsWider: true };

    /// <summary>Who may call the kernels: loops without vectors are shared.</summary>
    public string Access => IsScalar && Plan.SharesScalarRows ? "internal" : "private";

    /// <summary>Ends the names of the kernels.</summary>
    public virtual string Suffix => Lanes.Suffix;

    /// <summary>What a kernel gives for each row: a number, or a vector with the numbers of a tile.</summary>
    public virtual string ResultType => Lanes.T;

    /// <summary>The parameter that says how many rows there are, where a kernel takes more than one.</summary>
    public virtual string RowsParameter => "";

    /// <summary>What a kernel without a result returns: where it takes more than one row, how many are left.</summary>
    public virtual string KernelType => "void";

    /// <summary>The documentation of a kernel that takes more than one row; that of a row needs none.</summary>
    public virtual string Documentation(string results) => "";

    /// <summary>The body of a kernel, for all rows that it takes.</summary>
    public virtual string ForAllRows(KernelBody body) =>
        CodeBlock.Stack(CodeBlock.Lines(body.Load, body.Largest, body.Compute), body.Store);

    /// <summary>The body of softmax.</summary>
    public virtual string SoftmaxOfAllRows(SumPass exponentials) =>
        ForAllRows(
            new KernelBody(
                Load(Operand.Logits),
                CodeBlock.Lines(Max("max"), MaskedRow.Writes(this, exponentials.StoredIn!, Lanes.Element.Zero)),
                CodeBlock.Stack(Reference(exponentials.StoredIn), CodeBlock.Lines(Sum(exponentials), Reciprocal)),
                MapStored(exponentials, Quotient),
                [exponentials.StoredIn!]
            )
        );

    /// <summary>Statements that bring the rows into locals, where the code keeps them there.</summary>
    public abstract string Load(params Operand[] inputs);

    /// <summary>The row of an operand, as code reads it.</summary>
    public string RowOf(Operand input) => input.IsConstant ? Lanes.Table(input.Row) : input.Row;

    /// <summary>Statements that declare <paramref name="max"/>, the largest logit, in every lane of its row.</summary>
    public abstract string Max(string max);

    /// <summary>Statements that declare <c>max</c> and <c>first</c>, the lowest index of the largest logit.</summary>
    public string MaxAndFirst => CodeBlock.Lines(Max("max"), First("max"));

    /// <summary>Statements that declare <c>first</c>, where the maximum is known.</summary>
    public abstract string First(string max);

    /// <summary>Statements that declare one value per sum, in every lane of its row.</summary>
    public abstract string Sum(SumPass pass);

    /// <summary>Statements that store a value made from the term that a <see cref="Sum"/> pass has stored.</summary>
    public abstract string MapStored(SumPass pass, Func<string, string> value);

    public abstract string Map(MapPass pass);

    /// <summary>The result of a row from a value that stands in every lane of it.</summary>
    public abstract string Result(string value);

    /// <summary>An element as the code computes with it: in every lane, or as a double.</summary>
    public string InEveryLane(string value) =>
        Lanes is ScalarSyntax scalar ? scalar.Widened(value) : Lanes.Constant(value);

    /// <summary>A constant for every class, and 0 in lanes that have none.</summary>
    public virtual string ForEachClass(string constant) => Lanes.Constant(constant);

    /// <summary>Whether there are lanes without a class.</summary>
    public virtual bool HasEmptyLanes => false;

    /// <summary>Declares <c>row</c>, what all exponentials share. Scalar code needs the largest logit only.</summary>
    /// <param name="output">The row that is written, if one is.</param>
    /// <param name="others">Copies of logits that exponentials are taken of.</param>
    public string Reference(string? output = null, params string[] others) =>
        IsWide
            ? ""
            : LargeLogits switch
            {
                LargeLogits.ShiftedWhereRead => CodeBlock.Lines(
                    others
                        .Select(other => $"{other} -= shift;")
                        .Prepend($"var row = new Reference{Lanes.Suffix}(top);")
                        .Prepend("var top = max - shift;")
                        .Prepend("var shift = LargeOf(max);")
                ),
                LargeLogits.LeftOut => $"var row = new Reference{Lanes.Suffix}(max);",
                _ => CodeBlock.Render(
                    $$"""
                    var top = max;
                    if (Math.Abs({{Lanes.ToElement("max")}}) >= LargeLogit)
                    {
                        {{ShiftOfRow(output)}}
                        {{CodeBlock.Lines(others.Append("top").Select(local => $"{local} -= max;"))}}
                    }

                    var row = new Reference{{Lanes.Suffix}}(top);
                    """
                ),
            };

    private string ShiftOfRow(string? output) =>
        LargeLogits == LargeLogits.ShiftedInLocals
            ? CodeBlock.Lines(LogitLocals.Select(local => $"{local} -= max;"))
            : CodeBlock.Lines(
                "// The differences go into the output, and are read from there.",
                $"ShiftRow{Lanes.Suffix}(ref logits, ref {output}, max);",
                $"logits = ref {output};"
            );

    /// <summary>What becomes of large logits.</summary>
    protected abstract LargeLogits LargeLogits { get; }

    /// <summary>The locals that hold the logits of a row.</summary>
    protected virtual IEnumerable<string> LogitLocals => [];

    /// <summary>The largest logit, to which the logits at hand relate.</summary>
    public string Top =>
        LargeLogits is LargeLogits.ShiftedInLocals or LargeLogits.ShiftedInOutput && !IsWide ? "top" : "max";

    /// <summary>The largest logit, as an exponential takes it.</summary>
    protected string LargestExponential => LargeLogits == LargeLogits.LeftOut ? "Exp(max, row)" : "Exp(top, row)";

    public string Exp(string logit) =>
        IsWide ? $"Exp({logit} - max)"
        : LargeLogits == LargeLogits.ShiftedWhereRead ? $"Exp({logit} - shift, row)"
        : $"Exp({logit}, row)";

    /// <summary>The term of a logit, of which <see cref="Reference"/> has shifted a copy where it shifts any.</summary>
    public string ExpOfShifted(string logit, string copy) => IsWide ? Exp(logit) : $"Exp({copy}, row)";

    /// <summary>The term that every sum over the logits is made of.</summary>
    public Term Exponential => new("e", local => Exp(local("z")));

    /// <summary>Why scalar code takes the largest logit off itself. In vectors its term is NaN already.</summary>
    public string InfinityComment =>
        IsWide ? "// max - max is 0, or NaN where an infinite logit makes the whole row NaN." : "";

    /// <summary>log(1 + others / largest) as the result of a row, after a pass that has summed the others.</summary>
    public abstract string LogOnePlusQuotient(SumPass others);

    /// <summary>What <see cref="Quotient"/> needs beside the sum.</summary>
    public string Reciprocal =>
        UsesReciprocal ? CodeBlock.Lines($"var reciprocal = {ReciprocalOfSum};", "var minusSum = -sum;") : "";

    protected virtual string ReciprocalOfSum => $"{Lanes.One} / sum";

    /// <summary>e / sum.</summary>
    public string Quotient(string exponential) =>
        UsesReciprocal ? $"Quotient({exponential}, minusSum, reciprocal)" : $"{exponential} / sum";

    /// <summary>The largest of many values, pair by pair: a shorter chain than one after the other.</summary>
    protected string MaxOf(IEnumerable<string> values)
    {
        var rest = values.ToList();
        while (rest.Count > 1)
        {
            rest = rest.Select((value, index) => (value, index))
                .GroupBy(item => item.index / 2, item => item.value)
                .Select(pair => pair.Count() == 2 ? Lanes.Max(pair.First(), pair.Last()) : pair.First())
                .ToList();
        }

        return rest[0];
    }

    private bool UsesReciprocal => !IsScalar && Plan.Quotient == QuotientMethod.Reciprocal;
}
