namespace SoftmaxGen.Numerics.Tests;

// Sigmoid heads of every layout, then with options. Their names start alike: SigmoidSuite finds them by it.
// csharpier-ignore-start
[SigmoidHead(Outputs = 1)] internal static partial class Outputs1;
[SigmoidHead(Outputs = 2)] internal static partial class Outputs2;
[SigmoidHead(Outputs = 3)] internal static partial class Outputs3;
[SigmoidHead(Outputs = 4)] internal static partial class Outputs4;
[SigmoidHead(Outputs = 5)] internal static partial class Outputs5;
[SigmoidHead(Outputs = 6)] internal static partial class Outputs6;
[SigmoidHead(Outputs = 7)] internal static partial class Outputs7;
[SigmoidHead(Outputs = 8)] internal static partial class Outputs8;
[SigmoidHead(Outputs = 9)] internal static partial class Outputs9;
[SigmoidHead(Outputs = 10)] internal static partial class Outputs10;
[SigmoidHead(Outputs = 11)] internal static partial class Outputs11;
[SigmoidHead(Outputs = 12)] internal static partial class Outputs12;
[SigmoidHead(Outputs = 13)] internal static partial class Outputs13;
[SigmoidHead(Outputs = 14)] internal static partial class Outputs14;
[SigmoidHead(Outputs = 15)] internal static partial class Outputs15;
[SigmoidHead(Outputs = 16)] internal static partial class Outputs16;
[SigmoidHead(Outputs = 17)] internal static partial class Outputs17;
[SigmoidHead(Outputs = 18)] internal static partial class Outputs18;
[SigmoidHead(Outputs = 19)] internal static partial class Outputs19;
[SigmoidHead(Outputs = 20)] internal static partial class Outputs20;
[SigmoidHead(Outputs = 31)] internal static partial class Outputs31;
[SigmoidHead(Outputs = 32)] internal static partial class Outputs32;
[SigmoidHead(Outputs = 33)] internal static partial class Outputs33;
[SigmoidHead(Outputs = 64)] internal static partial class Outputs64;
[SigmoidHead(Outputs = 100)] internal static partial class Outputs100;
[SigmoidHead(Outputs = 257)] internal static partial class Outputs257;
[SigmoidHead(Outputs = 1000)] internal static partial class Outputs1000;
[SigmoidHead(Outputs = 1, LabelSmoothing = 0.1)] internal static partial class Outputs1Smoothed;
[SigmoidHead(Outputs = 1, PositiveWeights = new[] { 5.5 })] internal static partial class Outputs1Weighted;
[SigmoidHead(Outputs = 3, LabelSmoothing = 0.1)] internal static partial class Outputs3Smoothed;
[SigmoidHead(Outputs = 3, PositiveWeights = new[] { 5.5, 1.0, 0.1 })] internal static partial class Outputs3Weighted;
[SigmoidHead(Outputs = 5, LabelSmoothing = 0.1)] internal static partial class Outputs5Smoothed;
[SigmoidHead(Outputs = 5, PositiveWeights = new[] { 5.5, 1.0, 0.1, 30.0, 1.5 })] internal static partial class Outputs5Weighted;
[SigmoidHead(Outputs = 10, LabelSmoothing = 0.1)] internal static partial class Outputs10Smoothed;
[SigmoidHead(Outputs = 10, PositiveWeights = new[] { 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1 })] internal static partial class Outputs10Weighted;
[SigmoidHead(Outputs = 33, LabelSmoothing = 0.1)] internal static partial class Outputs33Smoothed;
[SigmoidHead(Outputs = 33, PositiveWeights = new[] { 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5 })] internal static partial class Outputs33Weighted;
[SigmoidHead(Outputs = 1, LabelSmoothing = 1e-9, PositiveWeights = new[] { 5.5 })] internal static partial class Outputs1SmoothedAndWeighted;
[SigmoidHead(Outputs = 2, LabelSmoothing = 1e-9, PositiveWeights = new[] { 5.5, 1.0 })] internal static partial class Outputs2SmoothedAndWeighted;
[SigmoidHead(Outputs = 7, LabelSmoothing = 1e-9, PositiveWeights = new[] { 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0 })] internal static partial class Outputs7SmoothedAndWeighted;
[SigmoidHead(Outputs = 40, LabelSmoothing = 1e-9, PositiveWeights = new[] { 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5, 2.0, 0.0, 5.5, 1.0, 0.1, 30.0, 1.5 })] internal static partial class Outputs40SmoothedAndWeighted;
// csharpier-ignore-end
