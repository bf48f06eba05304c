using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// As many rows as a vector has lanes, transposed: <c>z0</c> holds class 0 of every row, <c>z1</c> class 1, …. Sums and
/// maxima then go from vector to vector, each row in its own lane, in the same order as in a single row.
/// </summary>
internal sealed class TileCode(KernelPlan plan, BatchPlan batch)
    : RowCode(plan, new VectorSyntax(batch.Lanes, batch.PortableMath))
{
    /// <summary>How many columns are loaded and stored together.</summary>
    public const int Columns = 4;

    private IEnumerable<int> Classes => Enumerable.Range(0, Plan.Classes);

    private VectorSyntax Vectors => (VectorSyntax)Lanes;

    public override string Suffix => $"Tile{Lanes.Suffix}";

    public override string ResultType => Lanes.Type;

    public override string Result(string value) => value;

    public override string LogOnePlusQuotient(SumPass others) => $"LogOnePlus(others / {LargestTerm})";

    private string LargestTerm => batch.SelectsClasses ? "largestTerm" : "Exp(top, row)";

    protected override LogitShift? InLocals =>
        new(
            $"{Vectors.Class}.GreaterThanOrEqualAny({Vectors.Class}.Abs(max), {Lanes.Constant("LargeLogit")})",
            "LargeOf(max)",
            Classes.Select(c => Name("z", c))
        );

    public override string Load(params Operand[] inputs) =>
        CodeBlock.Lines(inputs.SelectMany(input => Groups.Select(group => LoadOf(input, group))));

    public override string Max(string max) => $"var {max} = {MaxOf(Classes.Select(c => Name("z", c)))};";

    /// <summary>From the last class to the first, so that the lowest index stays.</summary>
    protected override string First(string max) =>
        CodeBlock.Lines(
            Classes
                .Take(Plan.Classes - 1)
                .Reverse()
                .Select(c => CodeBlock.Render($"first = IndexWhere({Name("z", c)}, {max}, {c}, first);"))
                .Prepend(CodeBlock.Render($"var first = {Vectors.Class}.Create({Plan.Classes - 1});"))
        );

    /// <summary>In the order of the sums: a term goes into its sum before the next ones need the registers.</summary>
    public override string Sum(SumPass pass)
    {
        var byLane = Classes.GroupBy(c => c % CanonicalSum.FoldedLanes).ToList();
        return CodeBlock.Lines(
            byLane
                .SelectMany(lane =>
                    lane.SelectMany(c => TermsOf(pass, c)).Concat(pass.Sums.Select(sum => LaneOf(sum, lane)))
                )
                .Concat(pass.Sums.Select(sum => SumOf(sum, byLane.Count)))
        );
    }

    private IEnumerable<string> TermsOf(SumPass pass, int c)
    {
        foreach (var term in pass.Terms)
        {
            yield return $"var {Name(term.Local, c)} = {term.Value(local => Name(local, c))};";
        }

        foreach (var sum in pass.Sums.Where(sum => sum.WithoutFirst))
        {
            yield return CodeBlock.Render($"var {Name(sum.Kept, c)} = Without({Name(sum.Term, c)}, first, {c});");
            if (batch.SelectsClasses)
            {
                yield return c == 0
                    ? "var largestTerm = e0;"
                    : $"largestTerm = WhereLargest({Name("z", c)}, top, {Name("e", c)}, largestTerm);";
            }
        }
    }

    /// <summary>What the classes of one of the last eight lanes of the canonical sum add up to.</summary>
    private static string LaneOf(RowSum sum, IEnumerable<int> classes)
    {
        var terms = classes.Select(c => Name(sum.WithoutFirst ? sum.Kept : sum.Term, c)).ToList();
        return $"var {LaneName(sum, classes.First())} = {CanonicalSum.OfFoldedLane(terms)};";
    }

    private string SumOf(RowSum sum, int lanes)
    {
        var addends = Enumerable.Range(0, lanes).Select(lane => LaneName(sum, lane)).ToList();
        return batch.SumsInDouble
            ? $"var {sum.Name} = SumInDouble({string.Join(", ", addends)});"
            : $"var {sum.Name} = {CanonicalSum.OfVectors(addends, lanes: 1)};";
    }

    private static string LaneName(RowSum sum, int lane) => CodeBlock.Render($"{sum.Name}{lane}");

    public override string MapStored(SumPass pass, Func<string, string> value) =>
        Store(c => value(Name(pass.Terms[0].Local, c)), pass.StoredIn!);

    public override string Map(MapPass pass) => Store(c => pass.Value(local => Name(local, c)), pass.Output);

    /// <summary>Statements that compute one value per class and store them, in the order of the rows.</summary>
    public string Store(Func<int, string> value, string output) =>
        CodeBlock.Lines(
            Groups.SelectMany(group =>
                group
                    .NewColumns.Select(c => $"var {Name("y", c)} = {value(c)};")
                    .Append(
                        $"StoreColumns({string.Join(", ", group.AllColumns.Select(c => Name("y", c)))}, ref {At(output, group.Start)});"
                    )
            )
        );

    public static string Name(string local, int column) => CodeBlock.Render($"{local}{column}");

    private string LoadOf(Operand input, Group group)
    {
        var columns = group.AllColumns.Select(c =>
            group.NewColumns.Contains(c) ? $"out var {Name(input.Local, c)}" : "out _"
        );
        return $"LoadColumns{Lanes.Suffix}(ref {At(input.Row, group.Start)}, {string.Join(", ", columns)});";
    }

    private static string At(string rows, int column) =>
        column == 0 ? rows : CodeBlock.Render($"Unsafe.Add(ref {rows}, {column})");

    /// <summary>Groups of four columns; the last one overlaps the one before where the class count is no multiple.</summary>
    private IEnumerable<Group> Groups
    {
        get
        {
            var width = Math.Min(Columns, Plan.Classes);
            for (var known = 0; known < Plan.Classes; known += width)
            {
                var start = Math.Min(known, Plan.Classes - width);
                yield return new Group(
                    start,
                    [.. Enumerable.Range(start, width)],
                    [.. Enumerable.Range(known, start + width - known)]
                );
            }
        }
    }

    private sealed record Group(int Start, int[] AllColumns, int[] NewColumns);
}
