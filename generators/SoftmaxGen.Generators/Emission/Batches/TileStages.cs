using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Batches;

internal sealed partial class TileCode
{
    private const int LocalsPerLine = 6;

    public override string SoftmaxOfAllRows(SumPass exponentials) =>
        batch.InStages ? InStages(exponentials) : base.SoftmaxOfAllRows(exponentials);

    /// <summary>
    /// Three tiles at a time, each in another stage: what an instruction waits for was computed a turn before.
    /// </summary>
    private string InStages(SumPass exponentials)
    {
        var terms = Classes.Select(c => $"{Name("e", c)} = {exponentials.Terms[0].Value(local => Name(local, c))};");
        var locals = Classes.Select(c => Name("z", c)).Concat(Classes.Select(c => Name("e", c))).Append("max");
        var declarations = locals
            .Select((local, index) => (local, line: index / LocalsPerLine))
            .GroupBy(item => item.line, item => $"{item.local} = default")
            .Select(line => $"{Lanes.Type} {string.Join(", ", line)};");
        return CodeBlock.Render(
            $$"""
            // Each turn finishes one tile, computes the terms of the next one and loads the one after that.
            var tiles = rows / {{Rows}};
            {{CodeBlock.Lines(declarations)}}
            for (nuint turn = 0; turn < tiles + 2; turn++)
            {
                if (turn >= 2)
                {
                    {{CodeBlock.Lines(FoldedLanes.Select(lane => LaneOf(exponentials.Sums[0], lane)))}}
                    {{SumOf(exponentials.Sums[0])}}
                    {{Reciprocal}}
                    {{MapStored(exponentials, Quotient)}}
                    {{NextTile(exponentials.StoredIn!)}}
                }

                if (turn >= 1 && turn <= tiles)
                {
                    {{Reference()}}
                    {{CodeBlock.Lines(terms)}}
                }

                if (turn < tiles)
                {
                    {{Load(Operand.Logits).Replace("out var ", "out ")}}
                    {{Max("max").Substring("var ".Length)}}
                    {{NextTile("logits")}}

                    // A tile with a large logit is left to the kernel of a single row.
                    if ({{RowRun.HasLarge(Vectors)}})
                    {
                        tiles = turn;
                    }
                }
            }

            return rows - (tiles * {{Rows}});
            """
        );
    }
}
