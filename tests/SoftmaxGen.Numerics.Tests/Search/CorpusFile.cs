using System.Globalization;
using System.Text;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>A row that was found, and its error on the day of the search.</summary>
internal sealed record CorpusRow(double Ulp, Candidate Row);

/// <summary>Rows as text, a line each: class count, error, label or -, logits, target or -; floats as eight hex digits of their bits.</summary>
internal static class CorpusFile
{
    private const string None = "-";
    private const int Digits = 8;

    public static void Write(string path, SearchedResult result, IEnumerable<CorpusRow> rows)
    {
        var text = new StringBuilder();
        text.Append($"# {result.Function.Name}: classes, ULP, label, logits, target\n");
        foreach ((double ulp, Candidate row) in rows)
        {
            string label = result.UsesLabel ? row.Label.ToString(CultureInfo.InvariantCulture) : None;
            string target = result.UsesTarget ? Hex(row.Target) : None;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Logits.Length} {ulp:F3} {label} {Hex(row.Logits)} {target}\n"
            );
        }
        File.WriteAllText(path, text.ToString());
    }

    public static IEnumerable<CorpusRow> Read(string path)
    {
        foreach (string line in File.ReadLines(path).Where(line => !line.StartsWith('#')))
        {
            string[] parts = line.Split(' ');
            float[] logits = Floats(parts[3]);
            float[] target = parts[4] == None ? new float[logits.Length] : Floats(parts[4]);
            int label = parts[2] == None ? 0 : int.Parse(parts[2], CultureInfo.InvariantCulture);
            double ulp = double.Parse(parts[1], CultureInfo.InvariantCulture);
            yield return new CorpusRow(ulp, new Candidate(logits, target, label));
        }
    }

    private static string Hex(float[] values) =>
        string.Concat(values.Select(value => BitConverter.SingleToInt32Bits(value).ToString("x8")));

    private static float[] Floats(string hex)
    {
        float[] values = new float[hex.Length / Digits];
        for (int i = 0; i < values.Length; i++)
            values[i] = BitConverter.UInt32BitsToSingle(
                uint.Parse(hex.AsSpan(i * Digits, Digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            );
        return values;
    }
}
