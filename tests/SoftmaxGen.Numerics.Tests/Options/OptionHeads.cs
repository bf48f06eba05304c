namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Heads with each option and each pair of options, over the layouts of rows and batches. Their names are the options that
/// they have, by initials (M: fully masked rows are zero), and the class count.
/// </summary>
internal static partial class OptionHeads
{
    // csharpier-ignore-start
    // One option.
    [SoftmaxHead(Classes = 2, Temperature = 0.5)] internal static partial class T2;
    [SoftmaxHead(Classes = 5, Temperature = 1.0 / (1 << 20))] internal static partial class T5;
    [SoftmaxHead(Classes = 8, Temperature = 1 << 20)] internal static partial class T8;
    [SoftmaxHead(Classes = 10, Temperature = 0.7)] internal static partial class T10;
    [SoftmaxHead(Classes = 17, Temperature = 3.3)] internal static partial class T17;
    [SoftmaxHead(Classes = 33, Temperature = 0.5)] internal static partial class T33;
    [SoftmaxHead(Classes = 257, Temperature = 2)] internal static partial class T257;
    [SoftmaxHead(Classes = 5000, Temperature = 3.3)] internal static partial class T5000;
    [SoftmaxHead(Classes = 3, LabelSmoothing = 0.1)] internal static partial class S3;
    [SoftmaxHead(Classes = 10, LabelSmoothing = 0.1)] internal static partial class S10;
    [SoftmaxHead(Classes = 16, LabelSmoothing = 0.5)] internal static partial class S16;
    [SoftmaxHead(Classes = 31, LabelSmoothing = 0.1)] internal static partial class S31;
    [SoftmaxHead(Classes = 100, LabelSmoothing = 0.1)] internal static partial class S100;
    [SoftmaxHead(Classes = 2, IgnoreIndex = -100)] internal static partial class I2;
    [SoftmaxHead(Classes = 7, IgnoreIndex = 3)] internal static partial class I7;
    [SoftmaxHead(Classes = 10, IgnoreIndex = int.MaxValue)] internal static partial class I10;
    [SoftmaxHead(Classes = 40, IgnoreIndex = -1)] internal static partial class I40;
    [SoftmaxHead(Classes = 300, IgnoreIndex = 299)] internal static partial class I300;
    [SoftmaxHead(Classes = 4, ClassWeights = new[] { 1.5, 2.0, 0.5, 0.0 })] internal static partial class W4;
    [SoftmaxHead(Classes = 8, ClassWeights = new[] { 1.0, 0.5, 0.5, 0.25, 0.1, 0.7, 2.0, 0.25 })]
    internal static partial class W8;
    [SoftmaxHead(Classes = 13, ClassWeights = new[] { 1.5, 0.7, 0.0, 3.0, 0.0, 1.0, 0.5, 2.0, 1.5, 0.25, 2.0, 2.0, 1.5 })]
    internal static partial class W13;
    [SoftmaxHead(Classes = 28, ClassWeights = new[]
    {
        2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5,
        2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5,
    })]
    internal static partial class W28;
    [SoftmaxHead(Classes = 100, ClassWeights = new[]
    {
        2.0, 3.0, 0.5, 3.0, 0.1, 0.7, 1.5, 1.0, 1.5, 20.0, 2.0, 0.5, 0.7, 2.0, 0.25, 2.0, 2.0, 0.7, 1.5, 0.1,
        0.1, 0.0, 0.1, 20.0, 1.0, 1.5, 2.0, 2.0, 0.25, 0.5, 0.25, 20.0, 2.0, 0.7, 0.7, 20.0, 3.0, 1.0, 1.5, 0.5,
        0.1, 1.5, 20.0, 2.0, 1.0, 3.0, 0.1, 3.0, 0.7, 1.5, 3.0, 0.5, 0.25, 1.5, 2.0, 1.5, 0.5, 3.0, 1.0, 2.0,
        20.0, 0.25, 0.25, 3.0, 0.5, 2.0, 3.0, 0.25, 3.0, 2.0, 3.0, 1.0, 0.1, 0.5, 2.0, 1.5, 20.0, 2.0, 1.0, 2.0,
        0.1, 1.0, 3.0, 0.25, 3.0, 0.25, 20.0, 1.0, 3.0, 3.0, 2.0, 0.5, 20.0, 1.5, 0.0, 1.5, 0.5, 0.25, 0.25, 0.25,
    })]
    internal static partial class W100;
    [SoftmaxHead(Classes = 2, FullyMasked = FullyMasked.Zero)] internal static partial class M2;
    [SoftmaxHead(Classes = 5, FullyMasked = FullyMasked.Zero)] internal static partial class M5;
    [SoftmaxHead(Classes = 10, FullyMasked = FullyMasked.Zero)] internal static partial class M10;
    [SoftmaxHead(Classes = 17, FullyMasked = FullyMasked.Zero)] internal static partial class M17;
    [SoftmaxHead(Classes = 1024, FullyMasked = FullyMasked.Zero)] internal static partial class M1024;

    // Two.
    [SoftmaxHead(Classes = 4, Temperature = 2, LabelSmoothing = 0.1)] internal static partial class TS4;
    [SoftmaxHead(Classes = 10, Temperature = 3.3, LabelSmoothing = 0.5)] internal static partial class TS10;
    [SoftmaxHead(Classes = 12, Temperature = 1.0 / (1 << 20), IgnoreIndex = -100)] internal static partial class TI12;
    [SoftmaxHead(Classes = 7, Temperature = 0.7, ClassWeights = new[] { 0.0, 0.25, 0.7, 20.0, 1.5, 3.0, 0.25 })]
    internal static partial class TW7;
    [SoftmaxHead(Classes = 17, Temperature = 2, ClassWeights = new[]
    {
        0.7, 2.0, 0.1, 1.5, 20.0, 1.5, 1.5, 20.0, 0.1, 20.0, 0.25, 1.5, 0.1, 20.0, 1.5, 0.1, 1.5,
    })]
    internal static partial class TW17;
    [SoftmaxHead(Classes = 300, Temperature = 3.3, ClassWeights = new[]
    {
        20.0, 1.5, 0.25, 0.25, 2.0, 2.0, 1.5, 0.7, 1.5, 1.5, 0.1, 2.0, 1.0, 3.0, 0.25, 3.0, 0.5, 0.1, 0.25, 20.0,
        0.1, 0.5, 0.1, 1.5, 1.0, 3.0, 2.0, 20.0, 3.0, 0.1, 0.7, 1.5, 2.0, 3.0, 0.1, 20.0, 0.5, 2.0, 1.5, 0.25,
        0.1, 1.0, 2.0, 0.25, 1.0, 20.0, 20.0, 0.1, 0.1, 1.5, 0.25, 1.5, 1.0, 0.25, 2.0, 0.5, 0.1, 0.1, 1.5, 0.7,
        0.25, 1.5, 1.0, 3.0, 0.7, 20.0, 0.7, 20.0, 0.25, 0.5, 0.25, 0.5, 20.0, 0.7, 2.0, 1.0, 0.25, 3.0, 0.5, 0.7,
        0.25, 2.0, 3.0, 0.5, 0.5, 0.7, 20.0, 0.1, 1.5, 2.0, 0.1, 1.5, 20.0, 0.1, 0.5, 0.5, 0.0, 3.0, 0.7, 0.1,
        0.1, 20.0, 0.5, 1.5, 2.0, 20.0, 0.1, 0.5, 0.7, 1.0, 3.0, 1.0, 1.0, 1.0, 3.0, 20.0, 3.0, 2.0, 0.7, 0.25,
        1.0, 0.25, 2.0, 0.5, 0.7, 0.5, 20.0, 20.0, 0.7, 0.5, 0.7, 1.5, 0.1, 2.0, 3.0, 1.5, 1.0, 0.25, 0.25, 3.0,
        0.7, 20.0, 2.0, 0.7, 20.0, 20.0, 0.1, 1.0, 2.0, 3.0, 3.0, 1.0, 0.1, 0.5, 1.0, 1.0, 2.0, 3.0, 1.5, 3.0,
        0.5, 0.5, 0.1, 1.0, 3.0, 3.0, 3.0, 1.0, 2.0, 0.25, 0.25, 0.7, 0.5, 3.0, 0.5, 1.0, 1.0, 20.0, 0.5, 0.5,
        1.0, 20.0, 1.5, 2.0, 0.1, 1.5, 20.0, 1.5, 2.0, 3.0, 1.5, 3.0, 0.7, 0.7, 20.0, 0.1, 0.7, 0.1, 3.0, 2.0,
        20.0, 0.1, 0.25, 2.0, 1.0, 0.7, 20.0, 0.7, 3.0, 0.1, 0.1, 0.25, 1.0, 0.7, 0.5, 20.0, 3.0, 2.0, 0.5, 2.0,
        20.0, 1.5, 20.0, 0.5, 1.0, 1.5, 0.5, 2.0, 1.0, 0.25, 1.0, 0.1, 0.7, 0.7, 2.0, 0.25, 0.7, 1.5, 1.0, 0.5,
        1.5, 0.25, 3.0, 0.5, 0.5, 2.0, 0.25, 2.0, 1.0, 1.0, 0.1, 1.0, 0.5, 0.7, 3.0, 0.25, 0.7, 1.0, 0.7, 0.1,
        1.0, 1.5, 2.0, 20.0, 0.7, 0.5, 0.1, 1.0, 1.0, 2.0, 0.7, 0.0, 0.7, 2.0, 0.1, 3.0, 1.0, 0.1, 0.25, 0.1,
        0.25, 2.0, 0.25, 2.0, 1.0, 0.5, 1.0, 0.5, 0.25, 1.5, 1.5, 0.7, 0.25, 20.0, 0.7, 1.0, 20.0, 0.1, 3.0, 1.0,
    })]
    internal static partial class TW300;
    [SoftmaxHead(Classes = 3, Temperature = 1 << 20, FullyMasked = FullyMasked.Zero)] internal static partial class TM3;
    [SoftmaxHead(Classes = 14, Temperature = 0.5, FullyMasked = FullyMasked.Zero)] internal static partial class TM14;
    [SoftmaxHead(Classes = 20, LabelSmoothing = 0.1, IgnoreIndex = -1)] internal static partial class SI20;
    [SoftmaxHead(Classes = 2, LabelSmoothing = 0.1, ClassWeights = new[] { 0.5, 20.0 })]
    internal static partial class SW2;
    [SoftmaxHead(Classes = 5, LabelSmoothing = 0.5, ClassWeights = new[] { 3.0, 2.0, 0.0, 0.25, 1.5 })]
    internal static partial class SW5;
    [SoftmaxHead(Classes = 10, LabelSmoothing = 0.1, ClassWeights = new[]
    {
        2.0, 20.0, 3.0, 0.5, 1.5, 3.0, 0.5, 0.25, 3.0, 0.7,
    })]
    internal static partial class SW10;
    [SoftmaxHead(Classes = 33, LabelSmoothing = 0.1, ClassWeights = new[]
    {
        20.0, 3.0, 0.0, 1.0, 0.25, 20.0, 0.7, 0.7, 1.5, 0.25, 1.5, 0.5, 3.0, 1.0, 2.0, 0.5, 0.7, 0.7, 0.25, 0.5,
        1.5, 2.0, 0.25, 0.25, 0.25, 0.0, 1.0, 1.5, 3.0, 1.5, 3.0, 2.0, 0.1,
    })]
    internal static partial class SW33;
    [SoftmaxHead(Classes = 257, LabelSmoothing = 0.1, ClassWeights = new[]
    {
        1.0, 0.1, 20.0, 0.5, 0.7, 0.7, 2.0, 0.7, 2.0, 1.5, 0.1, 3.0, 1.0, 1.5, 0.25, 20.0, 0.1, 2.0, 3.0, 0.1,
        0.1, 3.0, 1.5, 2.0, 2.0, 0.7, 0.5, 0.25, 0.1, 2.0, 2.0, 1.0, 3.0, 0.5, 1.0, 0.5, 1.5, 2.0, 1.5, 20.0,
        0.5, 3.0, 0.25, 20.0, 1.5, 1.0, 0.5, 1.5, 0.7, 0.5, 0.5, 3.0, 2.0, 1.0, 0.5, 1.0, 0.25, 1.0, 1.5, 2.0,
        0.25, 3.0, 3.0, 3.0, 1.0, 1.0, 1.5, 0.25, 0.25, 1.0, 0.25, 2.0, 20.0, 0.5, 1.5, 1.0, 0.1, 20.0, 0.7, 20.0,
        0.7, 3.0, 3.0, 0.1, 0.1, 0.25, 0.25, 1.0, 1.0, 3.0, 1.5, 2.0, 1.5, 3.0, 1.5, 3.0, 0.1, 3.0, 0.7, 0.5,
        1.5, 1.5, 3.0, 1.0, 0.7, 1.5, 0.25, 0.25, 0.5, 1.5, 2.0, 3.0, 0.7, 20.0, 0.25, 2.0, 0.1, 1.0, 1.0, 0.1,
        20.0, 3.0, 3.0, 0.25, 20.0, 1.0, 20.0, 0.25, 0.1, 1.5, 0.5, 3.0, 2.0, 0.7, 0.25, 0.5, 20.0, 1.0, 0.7, 0.25,
        1.0, 1.5, 3.0, 0.25, 0.25, 0.1, 0.1, 1.5, 1.0, 0.25, 1.0, 1.0, 2.0, 1.5, 0.1, 3.0, 0.7, 3.0, 1.0, 3.0,
        0.7, 3.0, 2.0, 3.0, 0.7, 0.25, 0.7, 1.0, 3.0, 1.5, 20.0, 20.0, 0.5, 0.5, 1.5, 1.0, 1.0, 0.7, 1.0, 0.25,
        0.7, 3.0, 0.5, 0.25, 1.0, 0.7, 1.0, 2.0, 0.25, 2.0, 20.0, 2.0, 1.5, 20.0, 2.0, 0.7, 0.25, 1.0, 2.0, 0.1,
        0.25, 0.25, 3.0, 0.7, 3.0, 0.5, 1.5, 0.1, 0.5, 0.1, 0.25, 2.0, 1.5, 1.5, 1.0, 1.5, 0.5, 0.5, 0.25, 0.25,
        2.0, 0.7, 0.7, 0.7, 0.1, 0.5, 0.5, 0.7, 3.0, 1.0, 1.5, 0.7, 0.7, 0.25, 0.25, 0.5, 1.0, 0.1, 1.0, 0.5,
        0.7, 3.0, 0.7, 3.0, 2.0, 1.0, 0.5, 0.5, 0.25, 1.0, 0.25, 2.0, 0.7, 0.1, 2.0, 3.0, 1.0,
    })]
    internal static partial class SW257;
    [SoftmaxHead(Classes = 31, LabelSmoothing = 0.5, FullyMasked = FullyMasked.Zero)] internal static partial class SM31;
    [SoftmaxHead(Classes = 3, IgnoreIndex = 1, ClassWeights = new[] { 1.0, 2.0, 3.0 })]
    internal static partial class IW3;
    [SoftmaxHead(Classes = 10, IgnoreIndex = int.MinValue, ClassWeights = new[]
    {
        20.0, 1.5, 20.0, 1.0, 20.0, 0.7, 0.25, 0.7, 1.5, 0.0,
    })]
    internal static partial class IW10;
    [SoftmaxHead(Classes = 4, IgnoreIndex = -100, FullyMasked = FullyMasked.Zero)] internal static partial class IM4;
    [SoftmaxHead(Classes = 13, IgnoreIndex = 13, FullyMasked = FullyMasked.Zero)] internal static partial class IM13;
    [SoftmaxHead(Classes = 12, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        20.0, 3.0, 1.0, 2.0, 1.0, 3.0, 2.0, 3.0, 1.5, 0.7, 20.0, 2.0,
    })]
    internal static partial class WM12;
    [SoftmaxHead(Classes = 64, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        2.0, 3.0, 1.0, 0.0, 0.5, 1.5, 3.0, 1.5, 1.0, 20.0, 0.5, 2.0, 0.25, 0.7, 0.25, 0.25, 0.25, 0.7, 1.0, 1.5,
        1.5, 3.0, 0.1, 0.1, 1.5, 20.0, 0.0, 2.0, 0.7, 0.5, 3.0, 0.25, 0.5, 1.0, 0.25, 0.1, 0.25, 0.1, 1.0, 0.1,
        0.25, 0.7, 1.5, 3.0, 3.0, 0.7, 3.0, 1.0, 0.25, 3.0, 3.0, 0.5, 0.1, 1.5, 20.0, 3.0, 0.1, 0.7, 0.5, 0.1,
        1.0, 0.5, 20.0, 0.0,
    })]
    internal static partial class WM64;

    // Many.
    [SoftmaxHead(Classes = 3, LabelSmoothing = 0.1, IgnoreIndex = -100, ClassWeights = new[] { 1.0, 2.0, 3.0 })]
    internal static partial class SIW3;
    [SoftmaxHead(Classes = 5000, Temperature = 0.7, LabelSmoothing = 0.1, IgnoreIndex = -100, FullyMasked = FullyMasked.Zero)]
    internal static partial class TSIM5000;
    [SoftmaxHead(Classes = 7, Temperature = 0.7, LabelSmoothing = 0.1, IgnoreIndex = -100, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        0.5, 2.0, 0.5, 1.0, 1.0, 0.0, 20.0,
    })]
    internal static partial class TSIWM7;
    [SoftmaxHead(Classes = 10, Temperature = 3.3, LabelSmoothing = 0.1, IgnoreIndex = 10, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        3.0, 0.1, 3.0, 0.1, 2.0, 0.1, 0.5, 3.0, 0.1, 0.7,
    })]
    internal static partial class TSIWM10;
    [SoftmaxHead(Classes = 13, Temperature = 1.0 / (1 << 20), LabelSmoothing = 0.5, IgnoreIndex = -1, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        0.5, 20.0, 0.1, 3.0, 1.5, 1.0, 0.1, 2.0, 0.5, 3.0, 0.0, 0.25, 0.0,
    })]
    internal static partial class TSIWM13;
    [SoftmaxHead(Classes = 16, Temperature = 1 << 20, LabelSmoothing = 0.1, IgnoreIndex = 0, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        1.5, 1.0, 20.0, 1.5, 0.7, 3.0, 0.1, 20.0, 0.1, 0.7, 0.5, 20.0, 0.25, 0.1, 3.0, 20.0,
    })]
    internal static partial class TSIWM16;
    [SoftmaxHead(Classes = 28, Temperature = 0.5, LabelSmoothing = 0.1, IgnoreIndex = int.MaxValue, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        2.0, 1.5, 1.0, 3.0, 3.0, 1.0, 2.0, 0.7, 20.0, 1.0, 0.0, 0.1, 20.0, 3.0, 0.7, 0.25, 0.1, 2.0, 1.0, 0.7,
        1.0, 0.25, 20.0, 2.0, 0.0, 0.25, 0.25, 1.5,
    })]
    internal static partial class TSIWM28;
    [SoftmaxHead(Classes = 40, Temperature = 2, LabelSmoothing = 0.5, IgnoreIndex = 39, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5,
        2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5,
    })]
    internal static partial class TSIWM40;
    [SoftmaxHead(Classes = 300, Temperature = 3.3, LabelSmoothing = 0.1, IgnoreIndex = -100, FullyMasked = FullyMasked.Zero, ClassWeights = new[]
    {
        1.0, 3.0, 3.0, 20.0, 1.5, 2.0, 0.25, 0.5, 0.25, 20.0, 0.5, 1.5, 1.5, 20.0, 0.7, 0.5, 0.7, 1.0, 1.0, 1.5,
        0.25, 1.5, 0.7, 1.5, 1.5, 0.25, 0.7, 20.0, 3.0, 3.0, 2.0, 0.1, 1.0, 3.0, 0.5, 2.0, 2.0, 0.5, 0.25, 3.0,
        0.25, 0.1, 0.5, 1.5, 1.5, 0.25, 20.0, 0.1, 3.0, 0.5, 0.5, 1.0, 20.0, 0.1, 0.7, 0.1, 0.5, 1.0, 1.0, 0.25,
        1.0, 20.0, 0.7, 0.7, 20.0, 20.0, 3.0, 0.1, 1.5, 2.0, 2.0, 0.25, 2.0, 0.1, 3.0, 2.0, 0.5, 1.0, 0.7, 1.5,
        1.0, 0.1, 0.7, 1.0, 1.0, 1.5, 0.7, 0.5, 0.7, 0.5, 2.0, 0.25, 0.5, 0.7, 20.0, 0.5, 0.7, 0.25, 2.0, 2.0,
        1.5, 1.5, 0.5, 2.0, 0.1, 2.0, 0.7, 2.0, 0.25, 0.5, 0.1, 3.0, 1.0, 20.0, 3.0, 1.5, 20.0, 1.5, 1.0, 1.0,
        3.0, 0.25, 1.5, 1.5, 0.7, 20.0, 0.7, 3.0, 1.0, 1.0, 3.0, 0.7, 0.1, 20.0, 3.0, 3.0, 0.5, 20.0, 20.0, 2.0,
        2.0, 1.0, 0.5, 2.0, 20.0, 0.7, 20.0, 0.0, 0.5, 2.0, 3.0, 0.7, 0.5, 2.0, 0.25, 1.0, 0.1, 0.7, 1.0, 0.1,
        20.0, 1.0, 0.25, 3.0, 1.5, 1.5, 0.1, 0.7, 1.0, 1.5, 20.0, 20.0, 2.0, 0.1, 2.0, 3.0, 0.1, 1.5, 0.25, 0.25,
        0.7, 1.5, 0.25, 0.7, 20.0, 3.0, 2.0, 0.25, 1.0, 3.0, 0.25, 0.1, 0.1, 3.0, 1.5, 3.0, 20.0, 3.0, 0.1, 0.25,
        0.1, 1.0, 1.0, 20.0, 0.1, 2.0, 1.0, 20.0, 0.7, 3.0, 3.0, 0.5, 1.0, 0.0, 2.0, 0.7, 1.0, 0.5, 20.0, 0.7,
        0.25, 2.0, 1.5, 0.25, 0.1, 0.1, 2.0, 20.0, 1.0, 0.25, 0.5, 1.0, 0.1, 2.0, 0.7, 20.0, 0.5, 3.0, 2.0, 0.7,
        20.0, 1.0, 0.25, 3.0, 2.0, 2.0, 2.0, 0.1, 3.0, 0.25, 1.0, 0.1, 2.0, 0.5, 1.5, 0.5, 0.5, 20.0, 2.0, 0.1,
        0.5, 0.1, 0.1, 20.0, 0.7, 20.0, 1.0, 20.0, 0.7, 1.0, 2.0, 3.0, 2.0, 0.5, 20.0, 0.7, 0.7, 1.5, 2.0, 0.7,
        0.1, 2.0, 0.7, 20.0, 0.7, 3.0, 0.25, 3.0, 20.0, 3.0, 0.7, 3.0, 1.0, 1.5, 1.5, 3.0, 0.5, 2.0, 0.1, 20.0,
    })]
    internal static partial class TSIWM300;
    // csharpier-ignore-end
}
