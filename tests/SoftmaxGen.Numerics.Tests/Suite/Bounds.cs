namespace SoftmaxGen.Numerics.Tests;

/// <summary>A row member and the bounds of docs/numerics.md for it: on any data, and on rows that were searched for.</summary>
internal sealed record Function(string Name, double Bound, double SearchedBound)
{
    public static readonly Function Softmax = new("Softmax", 5, 8);
    public static readonly Function LogSoftmax = new("LogSoftmax", 5, 8);
    public static readonly Function LogSumExp = new("LogSumExp", 5, 6);
    public static readonly Function LabelLoss = new("CrossEntropy label", 5, 8);
    public static readonly Function TargetLoss = new("CrossEntropy target", 5, 8);
    public static readonly Function LabelGradient = new("CrossEntropyGradient label", 8, 10);
    public static readonly Function TargetGradient = new("CrossEntropyGradient target", 8, 10);
    public static readonly Function LabelLossFromProbabilities = new("FromProbabilities label", 1.5, 1.5);
    public static readonly Function TargetLossFromProbabilities = new("FromProbabilities target", 5, 8);

    /// <summary>Measured in ulp of p_i (|g_i| + sum of p_j |g_j|): the subtraction may cancel.</summary>
    public static readonly Function SoftmaxGradient = new("SoftmaxGradient", 8, 8);

    public bool SumsOverTarget => this == TargetLoss || this == TargetLossFromProbabilities;

    /// <summary>What a sum over a target may lose beside its bound: its products are halves, so each loses up to 2^-149.</summary>
    public static double LostByTarget(int classes) => classes * double.ScaleB(1, -149);

    /// <summary>What softmax's own gradient may lose beside its bound.</summary>
    public static double LostByGradient(int classes, float probability) =>
        probability * classes * double.ScaleB(1, -150);
}
