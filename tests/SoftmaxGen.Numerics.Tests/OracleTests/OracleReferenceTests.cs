using System.Text.Json;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The oracles with random options, against the textbook formulas in 4000 bits.</summary>
public class OracleReferenceTests
{
    // 2^-96 of the size that errors are measured by: at most 2^-43 ULP of a double.
    private const double Bound = -96;

    [Fact]
    public void Softmax_oracle()
    {
        var worst = new Dictionary<string, double>();
        foreach (JsonElement item in ReferenceValues.Read("softmax.jsonl"))
        {
            var settings = new HeadSettings
            {
                Classes = item.GetProperty("classes").GetInt32(),
                IsDouble = true,
                Temperature = item.GetProperty("temperature").GetDouble(),
                LabelSmoothing = item.GetProperty("smoothing").GetDouble(),
                IgnoreIndex = item.GetProperty("ignore") is { ValueKind: JsonValueKind.Number } ignore
                    ? ignore.GetInt32()
                    : null,
                ClassWeights = item.OptionalDoubles("weights"),
            };
            CheckRows(settings, item, worst);
            CheckBatch(new SoftmaxBatchOracle(settings), item, worst);
        }
        Assert.All(worst, result => Assert.True(result.Value <= Bound, $"{result.Key}: 2^{result.Value}"));
        Assert.Equal(7, worst.Count);
    }

    private static void CheckRows(HeadSettings settings, JsonElement item, Dictionary<string, double> worst)
    {
        var oracle = new SoftmaxOracle(settings);
        int[] classes = [.. Enumerable.Range(0, settings.Classes)];
        double[][] rows = [.. item.Doubles("logits").Chunk(settings.Classes)];

        Check("softmax", rows.SelectMany(row => classes.Select(oracle.Load(row).Probability)));
        Check("logSoftmax", rows.SelectMany(row => classes.Select(oracle.Load(row).LogProbability)));
        Check("logSumExp", rows.Select(row => oracle.Load(row).LogSumExp()));

        void Check(string name, IEnumerable<ExactResult> actual) => Compare(item, name, actual, worst);
    }

    private static void CheckBatch(SoftmaxBatchOracle oracle, JsonElement item, Dictionary<string, double> worst)
    {
        double[] logits = item.Doubles("logits");
        double[] probabilities = item.Doubles("probabilities");
        if (item.TryGetProperty("labels", out _))
        {
            int[] labels = item.Integers("labels");
            Check("sum", [oracle.Loss(logits, labels, Reduction.Sum)]);
            Check("mean", [oracle.Loss(logits, labels, Reduction.Mean)]);
            Check("meanFromProbabilities", [oracle.LossFromProbabilities(probabilities, labels, Reduction.Mean)]);
            Check("meanGradient", oracle.Gradient(logits, labels, Reduction.Mean));
        }
        else
        {
            double[] targets = item.Doubles("targets");
            Check("sum", [oracle.Loss(logits, targets, Reduction.Sum)]);
            Check("mean", [oracle.Loss(logits, targets, Reduction.Mean)]);
            Check("meanFromProbabilities", [oracle.LossFromProbabilities(probabilities, targets, Reduction.Mean)]);
            Check("meanGradient", oracle.Gradient(logits, targets, Reduction.Mean));
        }

        void Check(string name, IEnumerable<ExactResult> actual) => Compare(item, name, actual, worst);
    }

    [Fact]
    public void Sigmoid_oracle()
    {
        var worst = new Dictionary<string, double>();
        foreach (JsonElement item in ReferenceValues.Read("sigmoid.jsonl"))
        {
            var oracle = new SigmoidOracle(
                new SigmoidSettings
                {
                    Outputs = item.GetProperty("outputs").GetInt32(),
                    IsDouble = true,
                    LabelSmoothing = item.GetProperty("smoothing").GetDouble(),
                    PositiveWeights = item.OptionalDoubles("weights"),
                }
            );
            double[] logits = item.Doubles("logits");
            double[] targets = item.Doubles("targets");
            double[] probabilities = item.Doubles("probabilities");

            Check("sigmoid", logits.Select(logit => SigmoidOracle.Probability(logit)));
            Check("logSigmoid", logits.Select(logit => SigmoidOracle.LogProbability(logit)));
            Check("sum", [oracle.BatchLoss(logits, targets, Reduction.Sum)]);
            Check("mean", [oracle.BatchLoss(logits, targets, Reduction.Mean)]);
            Check("meanFromProbabilities", [oracle.BatchLossFromProbabilities(probabilities, targets, Reduction.Mean)]);
            Check("meanGradient", oracle.BatchGradient(logits, targets, Reduction.Mean));

            void Check(string name, IEnumerable<ExactResult> actual) => Compare(item, name, actual, worst);
        }
        Assert.All(worst, result => Assert.True(result.Value <= Bound, $"{result.Key}: 2^{result.Value}"));
        Assert.Equal(6, worst.Count);
    }

    // A number is an array of its three parts, several are an array of such arrays.
    private static void Compare(
        JsonElement item,
        string name,
        IEnumerable<ExactResult> actual,
        Dictionary<string, double> worst
    )
    {
        bool isOne = item.GetProperty(name)[0].ValueKind == JsonValueKind.Number;
        DoubleDouble[] expected = isOne ? [item.Value(name)] : item.Values(name);
        ExactResult[] results = [.. actual];
        Assert.Equal(expected.Length, results.Length);
        double error = ReferenceValues.Worst(results, expected);
        worst[name] = Math.Max(error, worst.GetValueOrDefault(name, double.NegativeInfinity));
    }
}
