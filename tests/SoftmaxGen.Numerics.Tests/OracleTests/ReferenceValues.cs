using System.Text.Json;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The cases that reference_values.py computed with mpmath, and the comparison with them.</summary>
internal static class ReferenceValues
{
    // Textbook formulas in 4000 bits lose what is further below 1 than this, as a double does anyhow.
    private static readonly DoubleDouble Negligible = ((DoubleDouble)1).ScaleB(-2500);

    public static IEnumerable<JsonElement> Read(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OracleTests", name))
            .Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>The relative error as a power of two: the larger, the worse.</summary>
    public static double ErrorBits(DoubleDouble actual, DoubleDouble expected) =>
        ErrorBits(new ExactResult(actual, DoubleDouble.Abs(expected)), expected);

    /// <summary>The same, relative to the size that errors of the result are measured by.</summary>
    public static double ErrorBits(ExactResult actual, DoubleDouble expected)
    {
        DoubleDouble error = DoubleDouble.Abs(actual.Value - expected);
        if (error.IsNaN)
            return double.PositiveInfinity;
        if (error < Negligible)
            return double.NegativeInfinity;
        return Math.Log2((double)(error / DoubleDouble.Max(actual.Size, Negligible)));
    }

    public static double Worst(IEnumerable<ExactResult> actual, IEnumerable<DoubleDouble> expected) =>
        actual.Zip(expected, ErrorBits).Max();

    extension(JsonElement element)
    {
        public double[] Doubles(string name) =>
            [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];

        public double[]? OptionalDoubles(string name) =>
            element.GetProperty(name).ValueKind == JsonValueKind.Null ? null : element.Doubles(name);

        public int[] Integers(string name) =>
            [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetInt32())];

        public DoubleDouble Value(string name) => ToDoubleDouble(element.GetProperty(name));

        public DoubleDouble[] Values(string name) =>
            [.. element.GetProperty(name).EnumerateArray().Select(ToDoubleDouble)];
    }

    private static DoubleDouble ToDoubleDouble(JsonElement parts) =>
        DoubleDouble.Create(parts[0].GetDouble(), parts[1].GetDouble(), parts[2].GetInt32());
}
