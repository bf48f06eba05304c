namespace Digits;

/// <summary>Images of handwritten digits, 8 by 8 pixels in [0, 1], and what they show. See DATA.md.</summary>
internal sealed class DigitSet(float[] pixels, int[] labels)
{
    public const int PixelsPerImage = 64;
    private const int Brightest = 16;

    public int Count => labels.Length;

    public ReadOnlySpan<float> Pixels(int row) => pixels.AsSpan(row * PixelsPerImage, PixelsPerImage);

    public int Label(int row) => labels[row];

    /// <summary>Reads a file of 64 pixel counts, 0 to 16, and a label, 0 to 9, in each line.</summary>
    public static DigitSet Load(string path)
    {
        var pixels = new List<float>();
        var labels = new List<int>();
        var values = new int[PixelsPerImage + 1];

        foreach (var line in File.ReadLines(path))
        {
            if (!TryParse(line, values))
                throw new InvalidDataException(
                    $"{path}, line {labels.Count + 1}: expected {PixelsPerImage} counts from 0 to {Brightest} and a label."
                );
            foreach (var count in values.AsSpan(0, PixelsPerImage))
                pixels.Add((float)count / Brightest);
            labels.Add(values[PixelsPerImage]);
        }

        return new DigitSet([.. pixels], [.. labels]);
    }

    /// <summary>Holds out the rows 0, n, 2n, ... and keeps the others for training.</summary>
    public (DigitSet Training, DigitSet HeldOut) HoldOutEvery(int n)
    {
        var rows = Enumerable.Range(0, Count);
        return (Select(rows.Where(row => row % n != 0)), Select(rows.Where(row => row % n == 0)));
    }

    private DigitSet Select(IEnumerable<int> rows)
    {
        var chosen = rows.ToArray();
        return new DigitSet(
            [.. chosen.SelectMany(row => Pixels(row).ToArray())],
            [.. chosen.Select(row => labels[row])]
        );
    }

    private static bool TryParse(string line, Span<int> values)
    {
        var column = 0;
        foreach (var field in line.AsSpan().Split(','))
        {
            if (column == values.Length || !int.TryParse(line.AsSpan(field), out values[column]))
                return false;
            var largest = column == PixelsPerImage ? DigitsHead.Classes - 1 : Brightest;
            if (values[column] < 0 || values[column] > largest)
                return false;
            column++;
        }
        return column == values.Length;
    }
}
