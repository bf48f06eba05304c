using System.Text.Json;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>One worked number of tutorial.jsonl: an operation, its inputs, what the tutorial prints and how precisely.</summary>
internal sealed record TutorialCase(
    string Name,
    string Operation,
    JsonElement Attributes,
    JsonElement Inputs,
    double[] Expected
)
{
    private double Relative { get; init; }
    private double Absolute { get; init; }

    public bool IsMean =>
        Attributes.TryGetProperty("reduction", out JsonElement reduction) && reduction.GetString() == "mean";

    public static IEnumerable<TutorialCase> All =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tutorial", "tutorial.jsonl")).Select(Parse);

    public float[] Input(string name) =>
        [.. Inputs.GetProperty(name).GetProperty("data").EnumerateArray().Select(value => value.GetSingle())];

    public int[] Labels(string name) => [.. Input(name).Select(value => (int)value)];

    /// <summary>The rows of a matrix.</summary>
    public float[][] Rows(string name)
    {
        int classes = Inputs.GetProperty(name).GetProperty("shape")[1].GetInt32();
        return [.. Input(name).Chunk(classes)];
    }

    /// <summary>Some numbers are given to more digits than a float has: its own bound of 5 ULP comes on top.</summary>
    public bool Accepts(double expected, double actual) =>
        Math.Abs(actual - expected)
        <= Absolute + Relative * Math.Abs(expected) + Function.Softmax.Bound * Ulp.Of(expected);

    private static TutorialCase Parse(string line)
    {
        JsonElement root = JsonDocument.Parse(line).RootElement;
        JsonElement tolerance = root.GetProperty("tol");
        return new TutorialCase(
            root.GetProperty("name").GetString()!,
            root.GetProperty("op").GetString()!,
            root.GetProperty("attrs"),
            root.GetProperty("inputs"),
            [.. root.GetProperty("outputs").EnumerateObject().SelectMany(Values)]
        )
        {
            Relative = tolerance.GetProperty("rtol").GetDouble(),
            Absolute = tolerance.GetProperty("atol").GetDouble(),
        };
    }

    private static IEnumerable<double> Values(JsonProperty output) =>
        output.Value.GetProperty("data").EnumerateArray().Select(value => value.GetDouble());
}
