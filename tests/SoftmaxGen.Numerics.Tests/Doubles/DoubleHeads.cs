namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Heads of doubles, over the layouts of rows and batches, without options (P) and with them. Their names are the options
/// that they have, by initials as in <see cref="OptionHeads"/>, and the class count.
/// </summary>
internal static partial class DoubleHeads
{
    // csharpier-ignore-start
    [SoftmaxHead(Classes = 2, Element = typeof(double))] internal static partial class P2;
    [SoftmaxHead(Classes = 3, Element = typeof(double))] internal static partial class P3;
    [SoftmaxHead(Classes = 5, Element = typeof(double))] internal static partial class P5;
    [SoftmaxHead(Classes = 8, Element = typeof(double))] internal static partial class P8;
    [SoftmaxHead(Classes = 10, Element = typeof(double))] internal static partial class P10;
    [SoftmaxHead(Classes = 17, Element = typeof(double))] internal static partial class P17;
    [SoftmaxHead(Classes = 33, Element = typeof(double))] internal static partial class P33;
    [SoftmaxHead(Classes = 64, Element = typeof(double))] internal static partial class P64;
    [SoftmaxHead(Classes = 1024, Element = typeof(double))] internal static partial class P1024;

    [SoftmaxHead(Classes = 4, Element = typeof(double), Temperature = 0.7)] internal static partial class T4;
    [SoftmaxHead(Classes = 100, Element = typeof(double), LabelSmoothing = 0.1)] internal static partial class S100;
    [SoftmaxHead(Classes = 13, Element = typeof(double), IgnoreIndex = -100)] internal static partial class I13;
    [SoftmaxHead(Classes = 5, Element = typeof(double), ClassWeights = new[] { 1.5, 2.1, 0.5, 0.0, 0.1 })]
    internal static partial class W5;
    [SoftmaxHead(Classes = 8, Element = typeof(double), FullyMasked = FullyMasked.Zero)] internal static partial class M8;
    [SoftmaxHead(Classes = 257, Element = typeof(double), Temperature = 3.3, FullyMasked = FullyMasked.Zero)]
    internal static partial class TM257;
    [SoftmaxHead(Classes = 3, Element = typeof(double), LabelSmoothing = 1e-12, ClassWeights = new[] { 1.1, 2.0, 3.0 })]
    internal static partial class SW3;
    [SoftmaxHead(Classes = 10, Element = typeof(double), Temperature = 1.0 / (1 << 20), LabelSmoothing = 0.1, IgnoreIndex = 3,
        FullyMasked = FullyMasked.Zero, ClassWeights = new[] { 2.0, 20.0, 3.0, 0.5, 1.5, 3.0, 0.1, 0.0, 3.0, 0.7 })]
    internal static partial class TSIWM10;
    [SoftmaxHead(Classes = 28, Element = typeof(double), Temperature = 1 << 20, LabelSmoothing = 0.5, IgnoreIndex = int.MaxValue,
        ClassWeights = new[]
        {
            2.0, 1.5, 1.0, 3.0, 3.0, 1.0, 2.0, 0.7, 20.0, 1.0, 0.0, 0.1, 20.0, 3.0, 0.7, 0.25, 0.1, 2.0, 1.0, 0.7,
            1.0, 0.25, 20.0, 2.0, 0.0, 0.25, 0.25, 1.5,
        })]
    internal static partial class TSIW28;
    // csharpier-ignore-end
}
