using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Where a head may stand, each with the name of its type: kinds of types, nesting, names that mean something else.</summary>
public static class HeadDeclarations
{
    public static TheoryData<string, string> All =>
        new()
        {
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public static partial class Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public abstract partial class Head { }" },
            {
                "Head",
                "[SoftmaxGen.SoftmaxHead(Classes = 3)] internal sealed partial class Head { static Head() { } }"
            },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public partial struct Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public readonly partial struct Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public ref partial struct Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public readonly ref partial struct Head { }" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public partial record Head(int Layers);" },
            { "Head", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public partial record struct Head(int Layers);" },
            { "Head`1", "[SoftmaxGen.SoftmaxHead(Classes = 3)] public partial class Head<T> where T : class { }" },
            { "A.B.Head", "namespace A.B { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }" },
            { "A.Head", "namespace A; [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { }" },
            { "class", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class @class { }" },
            {
                "namespace.void",
                "namespace @namespace { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial struct @void { } }"
            },
            { "Größe", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Größe { }" },
            {
                "Outer+Head",
                "partial class Outer { [SoftmaxGen.SoftmaxHead(Classes = 3)] private partial class Head { } }"
            },
            {
                "Outer`2+Middle+Head`1",
                "partial struct Outer<T, @in> { internal partial record Middle { [SoftmaxGen.SoftmaxHead(Classes = 3)] protected partial class Head<U> { } } }"
            },
            {
                "IOuter`2+Head",
                "partial interface IOuter<T, U> { [SoftmaxGen.SoftmaxHead(Classes = 3)] public partial class Head { } }"
            },
            {
                "Derived",
                "class Base { public static int Classes => 1; } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Derived : Base { }"
            },
            {
                "Derived",
                "[SoftmaxGen.SoftmaxHead(Classes = 5)] partial class Base { } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Derived : Base { }"
            },
            {
                "Head",
                "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { static float Exp(float x) => x; static int Predict() => 0; }"
            },
            {
                "Game.Math.Head",
                "namespace Game.Math { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }"
            },
            {
                "Game.Head",
                "namespace Game { class Span { } class Vector128 { } enum Fma { } class MethodImplAttribute { } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { int Unsafe => 0; } }"
            },
            {
                "Game.Head",
                "class BitOperations { } class MemoryMarshal { } namespace Game { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }"
            },
            {
                "Game.Head",
                "namespace Game { enum Reduction { Mean } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }"
            },
            {
                "Head",
                "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { enum Reduction { Sum } static int Math => 0; }"
            },
            {
                "Game.Reduction.Head",
                "namespace Game.Reduction { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }"
            },
            {
                "Head",
                "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { static int SoftmaxBatch() => 0; static void LabelLosses() { } static int Reduce() => 0; }"
            },
            {
                "Game.System.Head",
                "namespace Game.System { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }"
            },
        };
}
