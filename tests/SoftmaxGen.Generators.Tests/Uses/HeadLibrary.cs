using Microsoft.CodeAnalysis;
using SoftmaxGen.Tests.Shared;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Heads in a compiled project, which the sources of these tests reference.</summary>
internal static class HeadLibrary
{
    private const string Source = """
        using System.Runtime.CompilerServices;
        using SoftmaxGen;

        [InlineArray(3)]
        public struct ThreeFloats { private float first; }

        [InlineArray(4)]
        public struct FourFloats { private float first; }

        public struct Counter { public static Counter operator ++(Counter counter) => counter; }

        public class Adding : System.Collections.Generic.List<int> { }

        public struct Sliceable
        {
            public int Length => 8;
            public float[] Slice(int start, int length) => new float[4];
        }

        [SoftmaxHead(Classes = 4)]
        public static partial class Brain { }

        [SoftmaxHead(Classes = 10, Element = typeof(double))]
        public static partial class Digit { }

        [SoftmaxHead(Classes = 4, IgnoreIndex = -100)]
        public static partial class Padded { }

        [SoftmaxHead(Classes = 4, LabelSmoothing = 0.1)]
        public static partial class Smoothed { }

        [SoftmaxHead(Classes = 4, ClassWeights = new double[] { 1, 2, 3, 4 })]
        public static partial class Weighted { }

        public enum Move { Left, Right, Jump }

        [SoftmaxHead(Labels = typeof(Move))]
        public static partial class Player { }

        [SoftmaxHead(Classes = 4, Temperature = 2)]
        public static partial class Warm { }

        public enum Huge : ulong { First, Second }

        [SoftmaxHead(Labels = typeof(Huge))]
        public static partial class OfHuge { }

        [SigmoidHead(Outputs = 3)]
        public static partial class Tags { }

        [SigmoidHead(Outputs = 1)]
        public static partial class Alarm { }

        public partial class Generic<T>
        {
            [SoftmaxHead(Classes = 4)]
            public static partial class Inner { }
        }
        """;

    public static MetadataReference Reference { get; } = Build();

    private static MetadataReference Build()
    {
        using var image = new MemoryStream();
        var result = new HeadCompiler(Framework.Current).Compile(Source).Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }
}
