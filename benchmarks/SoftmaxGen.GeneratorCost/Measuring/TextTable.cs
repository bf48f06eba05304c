using System.Globalization;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>A table that can be pasted into a page.</summary>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> rows = [head];

    public static string Cell(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public void Add(params string[] cells) => rows.Add(cells);

    public void Print()
    {
        int[] widths = [.. head.Select((_, column) => rows.Max(row => row[column].Length))];
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows)
        {
            Console.WriteLine($"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
        }
    }
}
