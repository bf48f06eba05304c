using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// A row that is read by counted loops. What the loops leave over is straight-line code behind them; a last vector that
/// overlaps is read before a loop writes, so that a kernel may work in place.
/// </summary>
internal sealed class LoopedRow(KernelPlan plan, RowPlan row, LargeLogits largeLogits = LargeLogits.ShiftedWhereRead)
    : SingleRowCode(plan, row)
{
    /// <summary>Where the loops over whole vectors end.</summary>
    private int VectorEnd => Row.FullVectors * Row.Lanes;

    private LoopedSum Sums => new(this, Plan.Classes);

    protected override LargeLogits LargeLogits => largeLogits;

    public override SingleRowCode WithOutput => IsScalar ? this : new LoopedRow(Plan, Row, LargeLogits.ShiftedInOutput);

    public override SingleRowCode OfSmallLogits => new LoopedRow(Plan, Row, LargeLogits.LeftOut);

    public override string Load(params Operand[] inputs) => "";

    public override string MaxInLanes => $"MaxInLanes{Suffix}({Lanes.Pass("logits")})";

    public override string Max(string max) => $"var {max} = MaxOfRow{Suffix}({Lanes.Pass("logits")});";

    public override string First(string max) => $"var first = IndexOfFirst{Suffix}({Lanes.Pass("logits")}, {max});";

    public override string Sum(SumPass pass) => IsScalar ? Sums.Scalar(pass) : Sums.Vector(pass);

    public override string SumIntoBuffer(SumPass pass) =>
        CodeBlock.Lines(
            Sum(pass),
            HasTail ? Lanes.Store(pass.Terms[0].Local + "Tail", pass.StoredIn!, VectorEndText) : ""
        );

    public override string MapBuffer(string buffer, Func<string, Func<Operand, string>, string> value, string output)
    {
        return CodeBlock.Lines(
            ForEachVector(output, i => Stored(i, i)),
            HasTail ? Stored(VectorEndText, TailText) : ""
        );

        string Stored(string from, string to) =>
            Lanes.Store(value(Lanes.Load(buffer, from), table => Lanes.Load(RowOf(table), to)), output, to);
    }

    private string VectorEndText => CodeBlock.Render($"{VectorEnd}");

    public override string MapStored(SumPass pass, Func<string, string> value)
    {
        var output = pass.StoredIn!;
        return CodeBlock.Render(
            $$"""
            {{ForEachVector(output, i => Lanes.Store(value(Lanes.Load(output, i)), output, i))}}
            {{(HasTail ? Lanes.Store(value(pass.Terms[0].Local + "Tail"), output, TailText) : "")}}
            """
        );
    }

    protected override string LargestTerm(SumPass others) => LargestExponential;

    public override string Map(MapPass pass)
    {
        var tailName = (string local) => local + "Last";
        var tailLoads = HasTail
            ? pass.Inputs.Select(input => $"var {tailName(input.Local)} = {Lanes.Load(RowOf(input), TailText)};")
            : [];
        return CodeBlock.Render(
            $$"""
            {{CodeBlock.Lines(tailLoads)}}
            {{ForEachVector(pass.Output, i => StoreResult(pass, i))}}
            {{(
                HasTail
                    ? Lanes.Store(pass.Value(local => InlineTerm(pass, local, tailName)), pass.Output, TailText)
                    : ""
            )}}
            """
        );
    }

    private string StoreResult(MapPass pass, string offset)
    {
        var inputs = pass.Inputs.Select(input => $"var {input.Local} = {Lanes.Load(RowOf(input), offset)};");
        var result = $"var result = {pass.Value(local => InlineTerm(pass, local, name => name))};";
        return CodeBlock.Lines(inputs.Append(result).Append(Lanes.Store("result", pass.Output, offset)));
    }

    public string TailText => CodeBlock.Render($"{TailOffset}");

    /// <summary>A loop over the vectors of a row. Without vectors it is the same for every class count.</summary>
    public string ForEachVector(string row, Func<string, string> body) =>
        CodeBlock.Render(
            $$"""
            for ({{Lanes.Index}} i = 0; i < {{(IsScalar ? $"{row}.Length" : VectorEndText)}}; {{(
                IsScalar ? "i++" : CodeBlock.Render($"i += {Row.Lanes}")
            )}})
            {
                {{body("i")}}
            }
            """
        );

    /// <summary>A known term is computed again: it is cheaper than a row of memory to keep it in.</summary>
    private static string InlineTerm(MapPass pass, string local, Func<string, string> input) =>
        pass.Known.FirstOrDefault(term => term.Local == local) is { } known ? known.Value(input) : input(local);
}
