using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// What torch.nn.functional.cross_entropy gives for three rows, the last of which is ignored, for the weights 1, 2, 3 and
/// label_smoothing 0.1. The numbers were computed apart, from PyTorch's definitions, with mpmath.
/// </summary>
public class PyTorchTests
{
    private const float Mask = float.NegativeInfinity;

    private static readonly float[] TwoRows = [1, 2, 3, 0.5f, -1, 0];
    private static readonly float[] ThreeRows = [.. TwoRows, Mask, float.NaN, Mask];

    [Fact]
    public void Weights_smoothing_and_an_ignored_row() =>
        CheckLabels(
            "SIW3",
            ThreeRows,
            [2, 0, -100],
            sum: 2.129934296f,
            mean: 0.532483574f,
            [0.0569388322f, 0.1607614748f, -0.2177003071f, -0.0830322518f, 0.0168700377f, 0.0661622141f, 0, 0, 0]
        );

    [Fact]
    public void Weights_and_an_ignored_row() =>
        CheckLabels(
            "IW3",
            ThreeRows,
            [2, 0, 1],
            sum: 1.826948499f,
            mean: 0.4567371247f,
            [0.0675229299f, 0.1835463533f, -0.2510692832f, -0.1133626532f, 0.0304879131f, 0.0828747401f, 0, 0, 0]
        );

    [Fact]
    public void Smoothing() =>
        CheckLabels(
            "S3",
            TwoRows,
            [2, 0],
            sum: 1.178403236f,
            mean: 0.5892016182f,
            [0.0283486199f, 0.1056975689f, -0.1340461888f, -0.193391973f, 0.0443091595f, 0.1490828135f]
        );

    [Fact]
    public void Weights_and_smoothing_of_probabilities_as_targets()
    {
        HeadKernels head = OptionHead.Named("SIW3").Kernels;
        float[] targets = [0.25f, 0.75f, 0, 0.5f, 0.25f, 0.25f];
        float[] gradients = new float[TwoRows.Length];

        Near(2.445832872f, head.TargetGradientBatch(TwoRows, targets, gradients, Reduction.Mean));
        Near(4.891665745f, head.TargetLossBatch(TwoRows, targets, Reduction.Sum));
        Near([-0.049264533f, -0.4911368153f, 0.5404013483f, 0.2433959145f, -0.1501012419f, -0.0932946726f], gradients);
    }

    [Fact]
    public void No_row_that_counts()
    {
        HeadKernels head = OptionHead.Named("SIW3").Kernels;
        float[] gradients = [1, 1, 1, 1, 1, 1];

        Assert.Equal(float.NaN, head.LabelGradientBatch(TwoRows, [-100, -100], gradients, Reduction.Mean));
        Assert.Equal(0f, head.LabelLossBatch(TwoRows, [-100, -100], Reduction.Sum));
        Assert.Equal(new float[6], gradients);
    }

    private static void CheckLabels(
        string name,
        float[] logits,
        int[] labels,
        float sum,
        float mean,
        float[] gradientsOfMean
    )
    {
        HeadKernels head = OptionHead.Named(name).Kernels;
        float[] gradients = new float[logits.Length];

        Near(sum, head.LabelLossBatch(logits, labels, Reduction.Sum));
        Near(mean, head.LabelLossBatch(logits, labels, Reduction.Mean));
        Near(mean, head.LabelGradientBatch(logits, labels, gradients, Reduction.Mean));
        Near(gradientsOfMean, gradients);
    }

    private static void Near(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((float e, float a) in expected.Zip(actual))
            Near(e, a);
    }

    // The smoothing of the head is the float next to 0.1, whose difference from 0.1 shows in the eighth digit.
    private static void Near(float expected, float actual) =>
        Assert.InRange(actual, expected - 3e-7f, expected + 3e-7f);
}
