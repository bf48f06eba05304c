namespace SoftmaxGen.Benchmarks;

/// <summary>Plain columns that stay readable in a file.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];
    private readonly bool _leftAligned;

    /// <param name="leftAligned">Whether the first column holds words.</param>
    /// <param name="heads">The lines of the head, each a row like the others.</param>
    public TextTable(bool leftAligned, params string[][] heads)
    {
        _leftAligned = leftAligned;
        _rows.AddRange(heads);
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print()
    {
        int[] widths = [.. Enumerable.Range(0, _rows.Max(row => row.Length)).Select(Width)];
        foreach (var row in _rows)
            Console.WriteLine(string.Join(Gap, row.Select((cell, column) => Pad(cell, column, widths))).TrimEnd());
    }

    private int Width(int column) => _rows.Max(row => column < row.Length ? row[column].Length : 0);

    private string Pad(string cell, int column, int[] widths) =>
        column == 0 && _leftAligned ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);
}
