using SoftmaxGen.Generators.Tests.Uses;

namespace SoftmaxGen.Generators.Tests.Fuzzing;

/// <summary>Sources that reach every rule and option, to be broken.</summary>
internal static class FuzzSources
{
    public static IReadOnlyList<string> Declarations { get; } =
    [
        """
            using SoftmaxGen;
            namespace Game.Brains;
            /// <summary>Decides.</summary>
            [SoftmaxHead(Classes = 3, Temperature = 2.5, LabelSmoothing = 0.1, IgnoreIndex = -100, FullyMasked = FullyMasked.Zero)]
            public partial class Enemy : System.IDisposable { public int Health = 3; public void Dispose() { } }
            """,
        """
            using SoftmaxGen;
            public enum Move : byte { Left, Right = 1, Jump }
            [SoftmaxHead(Labels = typeof(Move), Classes = 3, Element = typeof(double), ClassWeights = new double[] { 1, 2.5, 0 })]
            public static partial class Player { private static int Predict(int x) => x; enum Inner { A } }
            """,
        """
            using SoftmaxGen;
            class Outer<T> where T : struct
            {
                partial record Middle(int Classes)
                {
                    [SoftmaxHead(Labels = typeof(Outer<int>.Kind))] private ref struct Head<Softmax> { }
                    [SigmoidHead(Outputs = 1)] partial record struct Alarm(float Sigmoid);
                }
                internal enum Kind : long { A = 0, B = long.MaxValue, C = -1 }
            }
            """,
        """
            [assembly: System.CLSCompliant(true)]
            [SoftmaxGen.SigmoidHead(Outputs = 3, PositiveWeights = new[] { 1.0, 2, 3 }, LabelSmoothing = 0.2)]
            partial struct Tags { void Sigmoid() { } public const int Outputs = 4; }
            [SoftmaxGen.SoftmaxHead(Classes = 1 << 3), SoftmaxGen.SigmoidHead(Outputs = 2)]
            file partial class Both { }
            namespace Math { class Span { } [SoftmaxGen.SoftmaxHead(Classes = 2)] partial class Hidden { } }
            """,
        """
            using Head = SoftmaxGen.SoftmaxHeadAttribute;
            abstract class Base { public abstract int Predict(System.ReadOnlySpan<float> scores); }
            [Head(Classes = (int)4.0, Labels = null, ClassWeights = null)] abstract partial class Derived(int Predict) : Base { }
            partial class Derived { [Head(Classes = 5)] partial class @class { } }
            """,
    ];

    public static IReadOnlyList<string> Uses { get; } =
    [
        .. new[]
        {
            "Span<float> p = stackalloc float[3]; Brain.Softmax(logits, p); Brain.Softmax(p[1..^1], [1, ..p, 2]);",
            "var p = new float[4]; float[] q; q = p; Brain.SoftmaxBatch(q.AsSpan(0, 4), p); Brain.CrossEntropyBatch(p, new[] { 0, 4 }, Reduction.Sum);",
            "var y = 7; Brain.CrossEntropy(label: y, logits: field); Player.CrossEntropy(logits, (Move)9); Padded.CrossEntropyGradient(logits, -100, array);",
            "Brain.Softmax(logits, probabilities); if (flag) { Brain.CrossEntropy(probabilities, label); } else { Brain.CrossEntropyFromProbabilities(logits, label); }",
            "var g = new float[4]; Brain.Softmax(logits, g); g[label] -= 1; g[label] = g[label] - 1; g[0]--;",
            "var m = new float[4]; Brain.Softmax(logits, m); var best = 0; for (var i = 1; i < 4; i++) { if (m[i] > m[best]) { best = i; } }",
            "FourFloats p = default; Brain.Softmax(logits, p); var loss = -MathF.Log(p[label]); foreach (var x in p) { loss += x; } p[0] = 1;",
            "for (var r = 0; r < rows; r++) { var row = logits.Slice(r * 4, 4); Brain.Softmax(row, probabilities[(r * 4)..((r + 1) * 4)]); }",
            "var loss = 0f; for (int i = 0; i < logits.Length; i += Brain.Classes) loss += Brain.CrossEntropy(logits.Slice(i, 4), labels[i / 4]);",
            "var p = Alarm.Sigmoid(array[0]); var loss = Alarm.BinaryCrossEntropy(p, 1f) + Alarm.BinaryCrossEntropyFromProbabilities(Alarm.LogSigmoid(2), 0f);",
            "var p = new float[4]; Action run = () => { Brain.Softmax(array, p); Brain.Sample(p, 0.5f); }; void Local(ref float[] z) { z = p; Brain.TopK(z, new int[5], z); } run(); Local(ref p);",
            "var z = new float[10]; Brain.PredictBatch(z, new int[3]); Brain.LogSoftmax(logits, array); Brain.CrossEntropyFromProbabilities(array, label);",
            "unsafe { float* p = stackalloc float[3]; Brain.Softmax(new Span<float>(p, 3), probabilities); } Brain.LogSumExp(MemoryMarshal.CreateSpan(ref array[0], 5)); Brain.Predict(null);",
            "var (a, b) = (new float[3], flag ? array : null); Generic<int>.Inner.SoftmaxGradient(a, b ?? a, b); switch (label) { case 1: Brain.Softmax(a, a); goto case 2; case 2: Brain.LogSoftmax(a, a); break; }",
        }.Select(Used.Method),
    ];
}
