namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The options of a softmax head, as the kernels have them: <see cref="Temperature"/>, <see cref="LabelSmoothing"/> and
/// <see cref="ClassWeights"/> are already rounded to the element type.
/// </summary>
internal sealed record HeadSettings
{
    public required int Classes { get; init; }
    public bool IsDouble { get; init; }
    public double Temperature { get; init; } = 1;
    public double LabelSmoothing { get; init; }
    public int? IgnoreIndex { get; init; }
    public double[]? ClassWeights { get; init; }
    public bool FullyMaskedIsZero { get; init; }

    /// <summary>w_c</summary>
    public double Weight(int label) => ClassWeights?[label] ?? 1;

    /// <summary>The options as a user writes them become those of the element type.</summary>
    public HeadSettings Rounded() =>
        this with
        {
            Temperature = ElementType.Round(Temperature, IsDouble),
            LabelSmoothing = ElementType.Round(LabelSmoothing, IsDouble),
            ClassWeights = ElementType.Round(ClassWeights, IsDouble),
        };
}

/// <summary>The options of a sigmoid head; the same holds for them.</summary>
internal sealed record SigmoidSettings
{
    public required int Outputs { get; init; }
    public bool IsDouble { get; init; }
    public double LabelSmoothing { get; init; }
    public double[]? PositiveWeights { get; init; }

    public double Weight(int output) => PositiveWeights?[output] ?? 1;

    public SigmoidSettings Rounded() =>
        this with
        {
            LabelSmoothing = ElementType.Round(LabelSmoothing, IsDouble),
            PositiveWeights = ElementType.Round(PositiveWeights, IsDouble),
        };
}

internal static class ElementType
{
    public static double Round(double value, bool isDouble) => isDouble ? value : (float)value;

    public static double[]? Round(double[]? values, bool isDouble) =>
        values is null ? null : [.. values.Select(value => Round(value, isDouble))];
}
