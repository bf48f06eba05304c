using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// As many rows as a vector has lanes, transposed: <c>z0</c> holds class 0 of every row, <c>z1</c> class 1, …. Sums and
/// maxima then go from vector to vector, each row in its own lane, in the same order as in a single row.
/// </summary>
internal sealed partial class TileCode(KernelPlan plan, BatchPlan batch) : RowCode(plan, LaneSyntax.Of(batch))
{
    private IEnumerable<int> Classes => Enumerable.Range(0, Plan.Classes);

    private VectorSyntax Vectors => (VectorSyntax)Lanes;

    public override string Suffix => $"Tiles{Lanes.Suffix}";

    public override string RowsParameter => ", nuint rows";

    /// <summary>
    /// Tile by tile, up to one with a large logit. Where nothing of the size of a tile is kept until the end, the next one is
    /// loaded before that.
    /// </summary>
    public override string ForAllRows(KernelBody body)
    {
        var nextOutputs = body.Outputs.Select(NextTile).Concat(body.Lists.Select(list => RowRun.Advance(list, Rows)));
        return !body.ReleasesColumns
            ? CodeBlock.Render(
                $$"""
                for (; rows >= {{Rows}}; rows -= {{Rows}})
                {
                    {{CodeBlock.Stack(
                    CodeBlock.Lines(body.Load, body.Largest, RowRun.StopAtLarge(Vectors), body.Compute),
                    body.Store
                )}}

                    {{CodeBlock.Lines(nextOutputs.Prepend(NextTile("logits")))}}
                }

                return rows;
                """
            )
            : CodeBlock.Render(
                $$"""
                {{body.Load}}
                do
                {
                    {{CodeBlock.Lines(body.Largest, RowRun.StopAtLarge(Vectors), body.Compute)}}

                    // The next tile is loaded while the sums of this one are under way.
                    rows -= {{Rows}};
                    if (rows >= {{Rows}})
                    {
                        {{NextTile("logits")}}
                        {{body.Load.Replace("out var ", "out ")}}
                    }

                    {{body.Store}}

                    {{CodeBlock.Lines(nextOutputs)}}
                }
                while (rows >= {{Rows}});

                return rows;
                """
            );
    }

    private int Rows => Vectors.Count;

    private string NextTile(string batch) => RowRun.Advance(batch, Rows * Plan.Classes);

    public override string ResultType => Lanes.Type;

    public override string Result(string value) => value;

    public override string LogOnePlusQuotient(SumPass others) => $"LogOnePlus(others / {LargestTerm})";

    private string LargestTerm => batch.SelectsClasses ? "largestTerm" : LargestExponential;

    protected override LargeLogits LargeLogits => LargeLogits.LeftOut;

    public override string Load(params Operand[] inputs) =>
        CodeBlock.Lines(
            inputs.Where(input => !input.IsConstant).SelectMany(input => Groups.Select(group => LoadOf(input, group)))
        );

    public override string Max(string max) => $"var {max} = {MaxOf(Classes.Select(c => Name("z", c)))};";

    public override string KernelType => "nuint";

    public override string Documentation(string results) => RowRun.Documentation(results);

    /// <summary>From the last class to the first, so that the lowest index stays.</summary>
    public override string First(string max) =>
        CodeBlock.Lines(
            Classes
                .Take(Plan.Classes - 1)
                .Reverse()
                .Select(c => CodeBlock.Render($"first = IndexWhere({Name("z", c)}, {max}, {c}, first);"))
                .Prepend($"var first = {Vectors.Integers(CodeBlock.Render($"{Plan.Classes - 1}"))};")
        );

    /// <summary>In the order of the sums: a term goes into its sum before the next ones need the registers.</summary>
    public override string Sum(SumPass pass) =>
        CodeBlock.Lines(
            FoldedLanes
                .SelectMany(lane =>
                    lane.SelectMany(c => TermsOf(pass, c)).Concat(pass.Sums.Select(sum => LaneOf(sum, lane)))
                )
                .Concat(pass.Sums.Select(SumOf))
        );

    /// <summary>The classes of each of the last eight lanes of the canonical sum.</summary>
    private IEnumerable<int[]> FoldedLanes =>
        Classes.GroupBy(c => c % CanonicalSum.FoldedLanes).Select(lane => lane.ToArray());

    private IEnumerable<string> TermsOf(SumPass pass, int c)
    {
        foreach (var term in pass.Terms)
        {
            yield return $"var {Name(term.Local, c)} = {term.Value(local => Value(pass.Inputs, local, c))};";
        }

        if (batch.SelectsClasses && pass.Sums.Any(sum => sum.WithoutFirst))
        {
            yield return c == 0
                ? "var largestTerm = e0;"
                : $"largestTerm = WhereLargest({Name("z", c)}, max, {Name("e", c)}, largestTerm);";
        }
    }

    /// <summary>Declares what the classes of a lane add up to, unless that is a term by itself.</summary>
    private static string LaneOf(RowSum sum, int[] classes) =>
        IsTerm(sum, classes)
            ? ""
            : $"var {Name(sum.Name, classes[0])} = {(sum.WithoutFirst ? WithoutFirst(sum, classes) : Plain(sum, classes))};";

    private static bool IsTerm(RowSum sum, int[] classes) => classes.Length == 1 && !sum.WithoutFirst;

    private static string Plain(RowSum sum, int[] classes) =>
        CanonicalSum.OfFoldedLane([.. classes.Select(c => Name(sum.Term, c))]);

    /// <summary>As <see cref="Plain"/>: every second class of the lane is added to the one before it.</summary>
    private static string WithoutFirst(RowSum sum, int[] classes) =>
        CanonicalSum.OfFoldedLane(
            classes,
            c => CodeBlock.Render($"WithoutFirst({Name(sum.Term, c)}, first, {c})"),
            (known, c) => CodeBlock.Render($"AddWithoutFirst({known}, {Name(sum.Term, c)}, first, {c})")
        );

    private string SumOf(RowSum sum)
    {
        var addends = FoldedLanes.Select(lane => Name(IsTerm(sum, lane) ? sum.Term : sum.Name, lane[0])).ToList();
        return batch.SumsInGroups
            ? $"var {sum.Name} = SumInDouble({string.Join(", ", addends)});"
            : $"var {sum.Name} = {CanonicalSum.OfVectors(addends, lanes: 1)};";
    }

    public override string MapStored(SumPass pass, Func<string, string> value) =>
        Store(c => value(Name(pass.Terms[0].Local, c)), pass.StoredIn!);

    public override string Map(MapPass pass) =>
        Store(c => pass.Value(local => Value(pass.Inputs, local, c)), pass.Output);

    /// <summary>What smoothing adds to the target of a class.</summary>
    public string Added(int c)
    {
        var losses = Plan.Options.Losses!;
        return TargetSyntax.Added(this, losses, local => Value([TargetSyntax.SmoothingTable(losses)], local, c));
    }

    /// <summary>The value of a class in every row: constants are the same in all of them.</summary>
    private string Value(Operand[] inputs, string local, int c) =>
        inputs.FirstOrDefault(input => input.IsConstant && input.Local == local) is { } table
            ? Lanes.Constant(CodeBlock.Render($"{table.Row}[{c}]"))
            : Name(local, c);

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

    /// <summary>
    /// Groups of as many columns as a piece of a row has; the last one overlaps the one before where the class count is no multiple. All columns
    /// where they are read in units.
    /// </summary>
    private IEnumerable<Group> Groups
    {
        get
        {
            var width = batch.UnitClasses > 0 ? Plan.Classes : Vectors.PieceClasses;
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
