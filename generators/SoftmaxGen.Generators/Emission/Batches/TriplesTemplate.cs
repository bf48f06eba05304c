using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// A tile of rows of three classes: it fills three vectors, and each lane has every class once, in one of the three. So a
/// column is blended from them, and its rows are then put in order.
/// </summary>
internal sealed class TriplesTemplate(VectorSyntax lanes)
{
    private const int Classes = 3;

    private IEnumerable<int> AllLanes => Enumerable.Range(0, lanes.Count);

    public string Render() => CodeBlock.Stack(LoadColumns(), StoreColumns(), Blend());

    private string LoadColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The three columns of as many rows as a vector has lanes.</summary>
            {{Attributes.Inline}}
            private static void LoadColumns{{lanes.Suffix}}(ref float rows, out {{lanes.Type}} column0, out {{lanes.Type}} column1, out {{lanes.Type}} column2)
            {
                var a = {{lanes.Load("rows", "0")}};
                var b = {{lanes.Load("rows", CodeBlock.Render($"{lanes.Count}"))}};
                var c = {{lanes.Load("rows", CodeBlock.Render($"{2 * lanes.Count}"))}};
                {{CodeBlock.Lines(
                Enumerable
                    .Range(0, Classes)
                    .Select(column =>
                        CodeBlock.Render(
                            $"column{column} = {Ordered(Blended("a", "b", "c", lane => VectorOf(column, lane)), row => LaneOf(column, row))};"
                        )
                    )
            )}}
            }
            """
        );

    private string StoreColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Stores the three columns of as many rows as a vector has lanes.</summary>
            {{Attributes.Inline}}
            private static void StoreColumns({{lanes.Type}} column0, {{lanes.Type}} column1, {{lanes.Type}} column2, ref float rows)
            {
                {{CodeBlock.Lines(
                Enumerable
                    .Range(0, Classes)
                    .Select(column =>
                        CodeBlock.Render(
                            $"column{column} = {Ordered($"column{Text(column)}", lane => RowOf(column, lane))};"
                        )
                    )
                    .Concat(
                        Enumerable
                            .Range(0, Classes)
                            .Select(vector =>
                                lanes.Store(
                                    Blended("column0", "column1", "column2", lane => ((vector * lanes.Count) + lane) % Classes),
                                    "rows",
                                    Text(vector * lanes.Count)
                                )
                            )
                    )
            )}}
            }
            """
        );

    private string Blend() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lanes of b where the mask is set, else those of a.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Blend({{lanes.Type}} a, {{lanes.Type}} b, {{lanes.IntType}} mask) =>
                Select({{lanes.AsElements("mask")}}, b, a);
            """
        );

    private string Blended(string a, string b, string c, Func<int, int> source) =>
        $"Blend(Blend({a}, {b}, {Mask(lane => source(lane) == 1)}), {c}, {Mask(lane => source(lane) == 2)})";

    private string Mask(Func<int, bool> isSet) =>
        $"{lanes.Class}.Create({string.Join(", ", AllLanes.Select(lane => isSet(lane) ? "-1" : "0"))})";

    private string Ordered(string value, Func<int, int> source) =>
        $"{lanes.Class}.Shuffle({value}, {lanes.Class}.Create({string.Join(", ", AllLanes.Select(lane => Text(source(lane))))}))";

    /// <summary>The lane that holds a class of a row, in one of the three vectors.</summary>
    private int LaneOf(int column, int row) => ((Classes * row) + column) % lanes.Count;

    private int VectorOf(int column, int lane) => ((Classes * RowOf(column, lane)) + column) / lanes.Count;

    /// <summary>The row whose class the lane holds.</summary>
    private int RowOf(int column, int lane) => AllLanes.Single(row => LaneOf(column, row) == lane);

    private static string Text(int value) => CodeBlock.Render($"{value}");
}
