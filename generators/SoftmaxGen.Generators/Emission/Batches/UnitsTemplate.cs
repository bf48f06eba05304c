using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// A tile whose rows lie in whole vectors without gaps. A unit is one, two or four classes of a row. Units of the same
/// classes are collected from the vectors of a group of rows, as many rows as a vector has units, and split into columns.
/// </summary>
internal sealed class UnitsTemplate(KernelPlan plan, BatchPlan batch)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    private int UnitClasses => batch.UnitClasses;

    /// <summary>The units of a row: also the vectors of a group of rows.</summary>
    private int Units => plan.Classes / UnitClasses;

    /// <summary>The units of a vector: also the rows of a group.</summary>
    private int GroupRows => batch.Lanes / UnitClasses;

    private IEnumerable<int> AllUnits => Enumerable.Range(0, Units);

    private IEnumerable<int> Groups => Enumerable.Range(0, UnitClasses);

    private string Type => lanes.Type;

    public string Render() => CodeBlock.Stack(LoadColumns(), StoreColumns());

    private string LoadColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The columns of as many rows as a vector has lanes: each vector has one class of every row.</summary>
            {{Attributes.Inline}}
            private static void LoadColumns{{lanes.Suffix}}(ref {{T}} rows, {{Columns(column =>
                $"out {Type} {column}"
            )}})
            {
                {{CodeBlock.Lines(Enumerable.Range(0, plan.Classes).Select(Load))}}
                {{CodeBlock.Lines(AllUnits.SelectMany(Split))}}
            }
            """
        );

    private string StoreColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Stores the columns of as many rows.</summary>
            {{Attributes.Inline}}
            private static void StoreColumns({{Columns(column => $"{Type} {column}")}}, ref {{T}} rows)
            {
                {{CodeBlock.Lines(AllUnits.SelectMany(Join))}}
                {{CodeBlock.Lines(Groups.SelectMany(group => AllUnits.Select(part => Store(group, part))))}}
            }
            """
        );

    private string Load(int vector) =>
        $"var {Vector(vector)} = {lanes.Load("rows", CodeBlock.Render($"{vector * batch.Lanes}"))};";

    private string Store(int group, int part)
    {
        var units = AllUnits.Select(unit => Unit(unit, group)).ToList();
        var first = part * GroupRows;
        var vector = Collected(units, place => ((first + place) % Units, (first + place) / Units));
        return lanes.Store(vector, "rows", CodeBlock.Render($"{((group * Units) + part) * batch.Lanes}"));
    }

    /// <summary>From the units of all rows to their columns.</summary>
    private IEnumerable<string> Split(int unit)
    {
        var columns = ColumnsOf(unit).ToList();
        var collect = Groups
            .Select(group =>
                (
                    Local: Unit(unit, group),
                    Value: Collected(
                        VectorsOf(group),
                        row => (((row * Units) + unit) / GroupRows, ((row * Units) + unit) % GroupRows)
                    )
                )
            )
            .Where(unitOf => unitOf.Value != unitOf.Local);
        return UnitClasses switch
        {
            1 => collect.Select(unitOf => $"{unitOf.Local} = {unitOf.Value};"),
            2 => collect
                .Select(unitOf => $"var {unitOf.Local} = {unitOf.Value};")
                .Concat([$"{columns[0]} = UnzipEven({UnitsOf(unit)});", $"{columns[1]} = UnzipOdd({UnitsOf(unit)});"]),
            _ => collect
                .Select(unitOf => $"var {unitOf.Local} = {unitOf.Value};")
                .Append($"Transpose({UnitsOf(unit)}, {string.Join(", ", columns.Select(column => $"out {column}"))});"),
        };
    }

    /// <summary>From columns to the units of all rows.</summary>
    private IEnumerable<string> Join(int unit)
    {
        var columns = string.Join(", ", ColumnsOf(unit));
        return UnitClasses switch
        {
            1 => [],
            2 => [$"var {Unit(unit, 0)} = ZipLow({columns});", $"var {Unit(unit, 1)} = ZipHigh({columns});"],
            _ =>
            [
                $"Transpose({columns}, {string.Join(", ", Groups.Select(group => $"out var {Unit(unit, group)}"))});",
            ],
        };
    }

    /// <summary>
    /// A vector of one place from each of many sources: the first two are merged, then each of the others joins.
    /// </summary>
    private string Collected(IReadOnlyList<string> sources, Func<int, (int Source, int Place)> origin)
    {
        var origins = Enumerable.Range(0, GroupRows).Select(origin).ToList();
        return Enumerable
            .Range(1, sources.Count - 1)
            .Aggregate(sources[0], (known, next) => $"Collect({known}, {sources[next]}, {Places(origins, next)})");
    }

    /// <summary>Where each place comes from: from the second source, or from what is known, where it stays in its place.</summary>
    private string Places(IReadOnlyList<(int Source, int Place)> origins, int next)
    {
        var places = origins.Select(
            (origin, place) =>
                origin.Source == next ? GroupRows + origin.Place
                : origin.Source == 0 && next == 1 ? origin.Place
                : place
        );
        var elements = UnitClasses == 4 ? places.SelectMany(place => new[] { 2 * place, (2 * place) + 1 }) : places;
        return $"{lanes.Class}.Create({string.Join(", ", elements.Select(element => CodeBlock.Render($"{element}{(UnitClasses == 1 ? "" : "L")}")))})";
    }

    private string Columns(Func<string, string> declaration) =>
        string.Join(", ", Enumerable.Range(0, plan.Classes).Select(column => declaration(Column(column))));

    private IEnumerable<string> ColumnsOf(int unit) => Enumerable.Range(unit * UnitClasses, UnitClasses).Select(Column);

    private static string Column(int column) => CodeBlock.Render($"column{column}");

    /// <summary>Where a row is one unit, its vector is that.</summary>
    private string Vector(int vector) => Units == 1 ? Unit(0, vector) : CodeBlock.Render($"rows{vector}");

    private IReadOnlyList<string> VectorsOf(int group) => [.. AllUnits.Select(part => Vector((group * Units) + part))];

    private string UnitsOf(int unit) => string.Join(", ", Groups.Select(group => Unit(unit, group)));

    /// <summary>The local with the same classes of a group of rows: <c>pairs0b</c>, <c>fours1c</c>.</summary>
    private string Unit(int unit, int group) =>
        UnitClasses == 1
            ? Column(unit)
            : CodeBlock.Render($"{(UnitClasses == 2 ? "pairs" : "fours")}{unit}{((char)('a' + group)).ToString()}");
}
