using System.Globalization;
using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>A row whose vectors are locals: <c>z0</c>, <c>z1</c>, …, or <c>z</c> where one vector holds it all.</summary>
internal sealed class StraightRow(KernelPlan plan, RowPlan row, LargeLogits largeLogits = LargeLogits.ShiftedInLocals)
    : SingleRowCode(plan, row)
{
    protected override LargeLogits LargeLogits => IsWide ? LargeLogits.LeftOut : largeLogits;

    public override SingleRowCode KeepingLogits => new StraightRow(Plan, Row, LargeLogits.ShiftedWhereRead);

    public override SingleRowCode OfSmallLogits => new StraightRow(Plan, Row, LargeLogits.LeftOut);

    protected override IEnumerable<string> LogitLocals => Vectors.Select(v => Name("z", v));

    private IEnumerable<int> Vectors => Enumerable.Range(0, Row.Vectors);

    private bool IsFilled => Row.Shape == RowShape.Filled;

    public override bool HasEmptyLanes => IsFilled && Plan.Classes == 3;

    public override string ForEachClass(string constant) =>
        HasEmptyLanes ? $"Vector128.Create({constant}, {constant}, {constant}, 0f)" : base.ForEachClass(constant);

    private bool IsJoined => Row.Shape == RowShape.Joined;

    public override string Load(params Operand[] inputs) =>
        CodeBlock.Lines(
            inputs.SelectMany(input => Vectors.Select(v => $"var {Name(input.Local, v)} = {LoadOf(input, v)};"))
        );

    public override string MaxInLanes => MaxOf(Vectors.Select(v => Name("z", v)));

    public override string Max(string max) => $"var {max} = {MaxOfLanes(MaxInLanes)};";

    public override string First(string max)
    {
        if (IsScalar)
        {
            var tests = Vectors.Take(Row.Vectors - 1).Select(v => $"{Name("z", v)} == {max} ? {Text(v)}");
            return $"var first = {string.Join(" : ", tests)} : {Text(Row.Vectors - 1)};";
        }

        return $"var first = BitOperations.TrailingZeroCount({Bits(z => $"Matches({z}, {max})")});";
    }

    /// <summary>One bit per class from a mask of lanes per vector.</summary>
    public string Bits(Func<string, string> lanesOf) =>
        IsJoined
            ? $"ClassesOf({lanesOf("z")})"
            : string.Join(" | ", Vectors.Select(v => Shifted(lanesOf(Name("z", v)), OffsetOf(v))));

    public override string Sum(SumPass pass)
    {
        var terms = pass.Terms.SelectMany(term =>
            Vectors.Select(v => $"var {Name(term.Local, v)} = {term.Value(local => InputOf(pass, term, local, v))};")
        );
        var kept = pass.Sums.Where(sum => sum.WithoutFirst).SelectMany(sum => Vectors.Select(v => KeptTerm(sum, v)));
        return CodeBlock.Lines(
            terms
                .Concat(kept)
                .Concat(
                    pass.Sums.Select(sum => Row.SumsInGroups ? LongSum(sum, pass.InLanes) : ShortSum(sum, pass.InLanes))
                )
        );
    }

    /// <summary>
    /// It is computed beside the others in a spare lane of the overlapping vector, or picked from them. Where all lanes are
    /// in use, or no instruction picks one, it is computed again.
    /// </summary>
    protected override string LargestTerm(SumPass others)
    {
        if (HasSpareLane(others))
        {
            return Name("e", Row.Vectors - 1);
        }

        if (Lanes is not VectorSyntax { PicksLanes: true } || (HasTail && !IsFilled))
        {
            return LargestExponential;
        }

        var lanes = Vectors.Select(v => $"{Name("e", v)} - {Name("eKept", v)}").ToList();
        return $"LaneAt({(lanes.Count == 1 ? "e" : string.Join(" + ", lanes.Select(lane => $"({lane})")))}, first)";
    }

    /// <summary>The spare lane is the lowest one of the upper half.</summary>
    public override string LogOnePlusQuotient(SumPass others) =>
        IsJoined && HasSpareLane(others) && Lanes is VectorSyntax vector
            ? $"Vector128.ToScalar({LogTemplate.NameOfRow(vector)}({vector.Lowest128("others")} / {vector.Upper("e")}))"
            : base.LogOnePlusQuotient(others);

    private bool HasSpareLane(SumPass pass) =>
        !IsScalar && HasTail && !IsFilled && !pass.KeepsTerms && pass.Sums.Any(sum => sum.WithoutFirst);

    private string InputOf(SumPass pass, Term term, string local, int vector) =>
        term.Local == "e" && (IsJoined || IsTail(vector)) && HasSpareLane(pass)
            ? $"{VectorFunctions.WithLargestIn(IsJoined ? Row.Lanes / 2 : 0)}({Name(local, vector)}, {Top})"
            : Name(local, vector);

    public override string SumIntoBuffer(SumPass pass) =>
        CodeBlock.Lines(
            Vectors
                .Select(v => Lanes.Store(Name(pass.Terms[0].Local, v), pass.StoredIn!, Text(v * Row.Lanes)))
                .Prepend(Sum(pass))
        );

    public override string MapBuffer(string buffer, Func<string, Func<Operand, string>, string> value, string output) =>
        CodeBlock.Lines(
            Vectors.Select(v =>
                StoreOf(value(Lanes.Load(buffer, Text(v * Row.Lanes)), table => LoadOf(table, v)), output, v)
            )
        );

    public override string MapStored(SumPass pass, Func<string, string> value) =>
        CodeBlock.Lines(Vectors.Select(v => StoreOf(value(Name(pass.Terms[0].Local, v)), pass.StoredIn!, v)));

    public override string Map(MapPass pass) =>
        CodeBlock.Lines(Vectors.Select(v => StoreOf(pass.Value(local => Name(local, v)), pass.Output, v)));

    private string ShortSum(RowSum sum, bool inLanes)
    {
        var lanes = CanonicalSum.OfVectors([.. Vectors.Select(v => Addend(sum, v))], Row.Lanes);
        var total =
            inLanes ? (IsJoined ? Tail(lanes) : lanes)
            : IsJoined ? $"SumOfHalves({lanes})"
            : SumOfLanes(lanes);
        return $"var {sum.Name} = {total};";
    }

    private string LongSum(RowSum sum, bool inLanes)
    {
        var vectorsPerGroup = KernelPlanner.GroupClasses / Row.Lanes;
        var groups = Vectors.GroupBy(v => v / vectorsPerGroup, v => Addend(sum, v));
        var additions = groups.Select(group =>
            $"{sum.Name}Lanes.Add({CanonicalSum.OfGroup(group.ToList(), Lanes, Row.Lanes)});"
        );
        return CodeBlock.Lines(
            additions
                .Prepend($"var {sum.Name}Lanes = default(LaneSums{Suffix});")
                .Append($"var {sum.Name} = {sum.Name}Lanes.{(inLanes ? "InLanes" : "Total")}();")
        );
    }

    private string KeptTerm(RowSum sum, int vector)
    {
        var position = IsScalar ? Text(vector) : Minus("first", OffsetOf(vector));
        return $"var {Name(sum.Kept, vector)} = {Without(Name(sum.Term, vector), position)};";
    }

    private string Addend(RowSum sum, int vector)
    {
        var term = Name(sum.WithoutFirst ? sum.Kept : sum.Term, vector);
        return IsTail(vector) ? Tail(term) : term;
    }

    private string LoadOf(Operand input, int vector) =>
        IsFilled ? $"LoadRow(ref {RowOf(input)}{(Plan.Classes == 2 ? "" : $", {input.Missing}")})"
        : IsJoined ? $"LoadHalves(ref {RowOf(input)})"
        : Lanes.Load(RowOf(input), Text(OffsetOf(vector)));

    private string StoreOf(string value, string output, int vector) =>
        IsFilled ? $"StoreRow({value}, ref {output});"
        : IsJoined ? $"StoreHalves({value}, ref {output});"
        : Lanes.Store(value, output, Text(OffsetOf(vector)));

    private bool IsTail(int vector) => HasTail && Row.Shape == RowShape.Straight && vector == Row.Vectors - 1;

    private int OffsetOf(int vector) => IsTail(vector) ? TailOffset : vector * Row.Lanes;

    private string Name(string local, int vector) => Row.Vectors == 1 ? local : local + Text(vector);

    private static string Shifted(string bits, int offset) => offset == 0 ? bits : $"({bits} << {Text(offset)})";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
