using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The sigmoid heads of this assembly, and the functions of one output over all floats.</summary>
public class SigmoidTests
{
    public static TheoryData<string> Heads => [.. SigmoidOptionsOfHead.All.Select(head => head.Name)];

    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_meets_the_contract(string name)
    {
        SigmoidOptionsOfHead options = SigmoidOptionsOfHead.All.Single(head => head.Name == name);
        NumericReport report = SigmoidSuite.Check(new SigmoidKernels(options.Compiled, options));
        Assert.True(report.FailureCount == 0, report.Text());
    }

    /// <summary>Beyond 105 the results are 0 and the logit itself.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sigmoid_and_its_logarithm_hold_their_bound_over_every_float(bool negative)
    {
        (double sigmoid, float at) = Exhaustive.MaxError(
            Outputs1.SigmoidBatch,
            SigmoidExact.Sigmoid,
            float.Epsilon,
            105f,
            negative
        );
        Assert.True(sigmoid <= 3, $"{sigmoid:F3} ULP at {at:R}");
        (double logarithm, at) = Exhaustive.MaxError(
            Outputs1.LogSigmoidBatch,
            SigmoidExact.LogSigmoid,
            float.Epsilon,
            105f,
            negative
        );
        Assert.True(logarithm <= 3, $"{logarithm:F3} ULP at {at:R}");
    }

    [Fact]
    public void Three_outputs_of_the_tutorial()
    {
        float[] probabilities = new float[3];
        Outputs3.Sigmoid([2f, -1f, 0.5f], probabilities);
        Assert.Equal([0.8808f, 0.2689f, 0.6225f], probabilities.Select(p => MathF.Round(p, 4)));
        Assert.Equal(0.30475557f, Outputs3.BinaryCrossEntropy([2f, -1f, 0.5f], [1f, 0f, 1f]));
    }

    /// <summary>The sum of the losses is beyond the range of float where their mean is not.</summary>
    [Fact]
    public void The_mean_of_huge_losses_does_not_overflow()
    {
        Assert.Equal(3e38f, Outputs2.BinaryCrossEntropy([3e38f, 3e38f], [0f, 0f]));
        float[] logits = [.. Enumerable.Repeat(-3e38f, 100)];
        float[] targets = [.. Enumerable.Repeat(1f, 100)];
        Assert.Equal(3e38f, Outputs100.BinaryCrossEntropy(logits, targets));
    }
}
