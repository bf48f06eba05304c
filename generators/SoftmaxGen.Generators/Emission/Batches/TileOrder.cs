using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// Rows that are read in units of two or four classes lie in another order in the tile. What there is one of for each row
/// is put in order.
/// </summary>
internal sealed class TileOrder(BatchPlan batch)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    public static string InRows(BatchPlan batch, string value) =>
        RowsByLane(batch) is null ? value : $"InRowOrder({value})";

    public static string InTile(BatchPlan batch, string value) =>
        RowsByLane(batch) is null ? value : $"InTileOrder({value})";

    public static string LabelsInTile(BatchPlan batch, string labels) =>
        RowsByLane(batch) is null
            ? labels
            : LaneSyntax.Of(batch).AsIntegers($"InTileOrder({LaneSyntax.Of(batch).AsElements(labels)})");

    public string Render() =>
        RowsByLane(batch) is { } rows
            ? CodeBlock.Render(
                $$"""
                /// <summary>From the order in which rows lie in a tile to the order of the batch.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} InRowOrder({{lanes.Type}} tile) =>
                    {{lanes.Class}}.Shuffle(tile, {{lanes.Class}}.Create({{Numbers(
                    Lanes.Select(row => rows.IndexOf(row))
                )}}));

                /// <summary>From the order of the batch to that in which rows lie in a tile.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} InTileOrder({{lanes.Type}} rows) =>
                    {{lanes.Class}}.Shuffle(rows, {{lanes.Class}}.Create({{Numbers(rows)}}));
                """
            )
            : "";

    private IEnumerable<int> Lanes => Enumerable.Range(0, batch.Lanes);

    /// <summary>Which row a lane holds; null where it is the row of the same number.</summary>
    private static List<int>? RowsByLane(BatchPlan batch)
    {
        var rows = batch.Lanes;
        var all = Enumerable.Range(0, rows);
        return (batch.UnitClasses, rows) switch
        {
            (_, 4) => null,
            (2, _) => [.. all.Select(lane => (lane / 4 * 2) + (lane % 2) + (lane % 4 / 2 * rows / 2))],
            (4, _) => [.. all.Select(lane => (lane / 4) + (lane % 4 * rows / 4))],
            _ => null,
        };
    }

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => CodeBlock.Render($"{number}")));
}
