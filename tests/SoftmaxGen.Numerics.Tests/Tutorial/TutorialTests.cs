using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The numbers that tutorials print, from the heads of this assembly.</summary>
public class TutorialTests
{
    // exp alone is no member of a head, and properties have no numbers: the suite and the property tests have them.
    private static readonly string[] WithoutNumbers = ["property", "exp"];

    public static TheoryData<string> Names =>
        [.. TutorialCase.All.Where(item => !WithoutNumbers.Contains(item.Operation)).Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Worked_number(string name)
    {
        TutorialCase item = TutorialCase.All.Single(item => item.Name == name);
        double[] actual = [.. Compute(item)];

        Assert.Equal(item.Expected.Length, actual.Length);
        Assert.All(item.Expected.Zip(actual), pair => Assert.True(item.Accepts(pair.First, pair.Second), $"{pair}"));
    }

    private static IEnumerable<double> Compute(TutorialCase item) =>
        item.Operation switch
        {
            "softmax" => item.Rows("logits").SelectMany(Softmax),
            "softmax_row_sums" => item.Rows("logits").Select(row => Softmax(row).Sum()),
            "softmax_pick" => item.Rows("logits").Zip(item.Labels("target"), (row, label) => Softmax(row)[label]),
            "argmax" => item.Rows("logits").Select(row => (double)Head(row).Predict(row)),
            "exp_sum" => [Math.Exp(Head(item.Input("x")).LogSumExp(item.Input("x")))],
            "cross_entropy" => Reduce(
                item,
                item.Rows("logits").Zip(item.Labels("target"), (row, label) => (double)Head(row).LabelLoss(row, label))
            ),
            "cross_entropy_from_probs" => Reduce(
                item,
                item.Rows("probs").Zip(item.Labels("target"), (row, label) => FromProbabilities(row, label))
            ),
            "cross_entropy_soft_from_probs" => Reduce(
                item,
                item.Rows("probs")
                    .Zip(
                        item.Rows("target_probs"),
                        (row, target) => (double)Head(row).TargetLossFromProbabilities(row, target)
                    )
            ),
            "neg_log" => item.Input("x").Select(p => FromProbabilities([p, 1 - p], label: 0)),
            "log" => item.Input("x").Select(p => -FromProbabilities([p, 1 - p], label: 0)),
            // A sigmoid is a softmax over the logit and 0.
            "sigmoid" => item.Input("x").Select(logit => Softmax([logit, 0f])[0]),
            "bce_with_logits" => Reduce(
                item,
                item.Input("logits")
                    .Zip(
                        item.Labels("target"),
                        (logit, target) => (double)Head([logit, 0f]).LabelLoss([logit, 0f], 1 - target)
                    )
            ),
            _ => throw new InvalidOperationException($"No member computes {item.Operation}."),
        };

    private static double[] Softmax(float[] logits)
    {
        var probabilities = new float[logits.Length];
        Head(logits).Softmax(logits, probabilities);
        return [.. probabilities.Select(probability => (double)probability)];
    }

    private static double FromProbabilities(float[] probabilities, int label) =>
        Head(probabilities).LabelLossFromProbabilities(probabilities, label);

    private static double[] Reduce(TutorialCase item, IEnumerable<double> losses) =>
        item.IsMean ? [losses.Average()] : [.. losses];

    private static HeadKernels Head(float[] row) => CompiledHeads.Kernels(row.Length);
}
