namespace SoftmaxGen.Numerics.Tests;

/// <summary>A row member and the bounds of DESIGN 4.1 for it: on any data, and on rows that were searched for.</summary>
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

    /// <summary>Measured in ulp of p_i (|g_i| + sum of p_j |g_j|): the subtraction may cancel. Beside it, each product below the normal range may lose p_i 2^-150.</summary>
    public static readonly Function SoftmaxGradient = new("SoftmaxGradient", 8, 8);
}
