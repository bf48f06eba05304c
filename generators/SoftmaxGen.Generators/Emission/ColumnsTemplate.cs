using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>How a tile of rows comes into vectors of one class each, and back.</summary>
internal sealed class ColumnsTemplate(KernelPlan plan, BatchPlan batch)
{
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    private int Rows => batch.Lanes;

    private int Classes => plan.Classes;

    private string Type => lanes.Type;

    public string Render() =>
        plan.Classes switch
        {
            2 => new PairsTemplate(lanes).Render(),
            3 => new TriplesTemplate(lanes).Render(),
            _ => CodeBlock.Stack(LoadColumns(), StoreColumns(), Transpose()),
        };

    private string LoadColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Four columns of {{Rows}} rows: each vector has one class of every row.</summary>
            {{Attributes.Inline}}
            private static void LoadColumns{{lanes.Suffix}}(ref float rows, out {{Type}} column0, out {{Type}} column1, out {{Type}} column2, out {{Type}} column3)
            {
                {{CodeBlock.Lines(Enumerable.Range(0, 4).Select(i => $"var rows{i} = {LoadOf(i)};"))}}
                Transpose(rows0, rows1, rows2, rows3, out column0, out column1, out column2, out column3);
            }
            """
        );

    private string StoreColumns() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Stores four columns of {{Rows}} rows.</summary>
            {{Attributes.Inline}}
            private static void StoreColumns({{Type}} column0, {{Type}} column1, {{Type}} column2, {{Type}} column3, ref float rows)
            {
                Transpose(column0, column1, column2, column3, out var rows0, out var rows1, out var rows2, out var rows3);
                {{CodeBlock.Lines(Enumerable.Range(0, 4).SelectMany(StoresOf))}}
            }
            """
        );

    private bool IsContiguous => Classes == 4;

    /// <summary>Four classes of the rows i, i + 4, i + 8, …, a quarter of a vector each.</summary>
    private string LoadOf(int i) =>
        IsContiguous
            ? lanes.Load("rows", Text(i * Rows))
            : Joined(Quarters(i).Select(row => $"Vector128.LoadUnsafe(ref rows{Offset(row)})").ToList());

    private IEnumerable<string> StoresOf(int i)
    {
        var value = CodeBlock.Render($"rows{i}");
        return IsContiguous
            ? [lanes.Store(value, "rows", Text(i * Rows))]
            : Quarters(i).Select((row, quarter) => $"{QuarterOf(value, quarter)}.StoreUnsafe(ref rows{Offset(row)});");
    }

    private IEnumerable<int> Quarters(int i) => Enumerable.Range(0, Rows / 4).Select(quarter => i + (4 * quarter));

    private string QuarterOf(string value, int quarter) =>
        Rows switch
        {
            4 => value,
            8 => value + (quarter == 0 ? ".GetLower()" : ".GetUpper()"),
            _ => value
                + (quarter < 2 ? ".GetLower()" : ".GetUpper()")
                + (quarter % 2 == 0 ? ".GetLower()" : ".GetUpper()"),
        };

    private string Joined(List<string> quarters) =>
        Rows switch
        {
            4 => quarters[0],
            8 => $"Vector256.Create({quarters[0]}, {quarters[1]})",
            _ =>
                $"Vector512.Create(Vector256.Create({quarters[0]}, {quarters[1]}), Vector256.Create({quarters[2]}, {quarters[3]}))",
        };

    private string Offset(int row) => row == 0 ? "" : CodeBlock.Render($", {row * Classes}");

    private string Transpose() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>Transposes 4 x 4 elements in each quarter.</summary>
                {{Attributes.Inline}}
                private static void Transpose({{Type}} a, {{Type}} b, {{Type}} c, {{Type}} d, out {{Type}} x, out {{Type}} y, out {{Type}} z, out {{Type}} w)
                {
                    var abLow = ZipLow(a, b);
                    var abHigh = ZipHigh(a, b);
                    var cdLow = ZipLow(c, d);
                    var cdHigh = ZipHigh(c, d);
                    x = ZipLowPairs(abLow, cdLow);
                    y = ZipHighPairs(abLow, cdLow);
                    z = ZipLowPairs(abHigh, cdHigh);
                    w = ZipHighPairs(abHigh, cdHigh);
                }
                """
            ),
            ShuffleTemplate.Zip(lanes, "Low"),
            ShuffleTemplate.Zip(lanes, "High"),
            ShuffleTemplate.ZipPairs(lanes, "Low"),
            ShuffleTemplate.ZipPairs(lanes, "High")
        );

    private static string Text(int value) => CodeBlock.Render($"{value}");
}
