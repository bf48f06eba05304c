namespace Digits;

/// <summary>How often each digit (row) was taken for each digit (column).</summary>
internal sealed class ConfusionMatrix
{
    private const int Classes = DigitsHead.Classes;

    private readonly int[,] _counts = new int[Classes, Classes];

    public ConfusionMatrix(SoftmaxRegression model, DigitSet rows)
    {
        for (var row = 0; row < rows.Count; row++)
            _counts[rows.Label(row), model.Predict(rows.Pixels(row))]++;
        Accuracy = (double)Enumerable.Range(0, Classes).Sum(c => _counts[c, c]) / rows.Count;
    }

    /// <summary>The share of the rows on the diagonal.</summary>
    public double Accuracy { get; }

    public void Print()
    {
        Console.WriteLine("        predicted");
        Console.WriteLine("label " + Cells(predicted => $"{predicted}"));
        for (var label = 0; label < Classes; label++)
            Console.WriteLine($"{label}".PadLeft(5) + " " + Cells(predicted => Count(label, predicted)));
    }

    // The zeros are dots, so that the mistakes stand out.
    private string Count(int label, int predicted) =>
        _counts[label, predicted] == 0 ? "." : $"{_counts[label, predicted]}";

    private static string Cells(Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, Classes).Select(predicted => text(predicted).PadLeft(4)));
}
