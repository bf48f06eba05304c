namespace SoftmaxGen.Numerics.Tests;

/// <summary>Sigmoid heads of doubles: one output, short rows, long ones, and one with every option.</summary>
internal static partial class DoubleSigmoidHeads
{
    // csharpier-ignore-start
    [SigmoidHead(Outputs = 1, Element = typeof(double))] internal static partial class D1;
    [SigmoidHead(Outputs = 3, Element = typeof(double), LabelSmoothing = 1e-12, PositiveWeights = new[] { 5.5, 0.0, 0.1 })]
    internal static partial class D3;
    [SigmoidHead(Outputs = 10, Element = typeof(double))] internal static partial class D10;
    [SigmoidHead(Outputs = 100, Element = typeof(double), LabelSmoothing = 0.1)] internal static partial class D100;
    // csharpier-ignore-end
}
