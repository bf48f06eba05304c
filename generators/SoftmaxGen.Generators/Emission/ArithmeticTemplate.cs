using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The operations that the kernels of one width share: maximum, fused multiply-add, folds over lanes, tails.</summary>
internal sealed class ArithmeticTemplate(KernelPlan plan, BatchPlan batch)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private readonly LanesFoldTemplate folds = new(plan, batch);

    private RowPlan Row => batch.Row;

    private bool HasRowKernels => plan.Rows.Any(row => row.Lanes == batch.Lanes);

    public static string Scalar(KernelPlan plan) =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static double Max(double a, double b) => a > b ? a : b;
                """
            ),
            ElementSyntax.Of(plan.Element).IsWidenedInScalars ? "" : ScalarLargeOf()
        );

    private static string ScalarLargeOf() =>
        CodeBlock.Render(
            $$"""
            {{LargeOfSummary}}
            {{Attributes.Inline}}
            private static double LargeOf(double max) => Math.Abs(max) >= LargeLogit ? max : 0.0;
            """
        );

    private const string LargeOfSummary =
        "/// <summary>The largest logit where it is so large that it is taken off the others first, else 0.</summary>";

    public string Render() =>
        CodeBlock.Stack(
            lanes.HasOwnMath ? OwnMath(lanes) : "",
            NeedsFolds ? folds.Max() : "",
            NeedsSums ? folds.Sum() : "",
            HasRowKernels ? LargeOf() : "",
            Select(lanes),
            HasRowKernels || batch.Shape == BatchShape.InPasses ? Terms() : "",
            HasRowKernels ? RowMethods() : "",
            plan.Quotient == QuotientMethod.Reciprocal ? Quotient() : ""
        );

    /// <summary>A wider row folds down to this width.</summary>
    private bool NeedsFolds => plan.Rows.Any(other => other.Lanes >= batch.Lanes);

    /// <summary>Halves are folded by a method of their own, which needs the sum of a narrower vector.</summary>
    private bool NeedsSums => NeedsFolds && !batch.WidensSums && !(HasRowKernels && Row.Shape == RowShape.Joined);

    /// <summary>What the terms of a row need, in a kernel of its own or in passes.</summary>
    private string Terms() =>
        CodeBlock.Stack(
            Matches(),
            Without(),
            Row.Shape == RowShape.Filled ? FilledRowTemplate.Render(plan.Classes, lanes) : "",
            Row.Shape == RowShape.Joined
                ? JoinedHalvesTemplate.Render(plan, lanes, HasRowKernels, batch.Shape == BatchShape.InPasses)
                : "",
            Row.Shape is RowShape.Straight or RowShape.Looped && Row.TailClasses > 0 ? Tail(Row.TailClasses) : "",
            Row.SumsInGroups ? LaneSumsTemplate.Struct(Row) : ""
        );

    private string RowMethods() =>
        HasSpareLanes(Row) ? WithLargest()
        : Row.Shape == RowShape.Looped || !lanes.PicksLanes ? ""
        : LaneAt();

    private string Quotient() =>
        CodeBlock.Render(
            $$"""
            /// <summary>e / sum by its reciprocal: the remainder rounds the product as a division would.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Quotient({{lanes.Type}} e, {{lanes.Type}} minusSum, {{lanes.Type}} reciprocal)
            {
                var quotient = e * reciprocal;
                return {{lanes.MultiplyAdd(lanes.MultiplyAdd("quotient", "minusSum", "e"), "reciprocal", "quotient")}};
            }
            """
        );

    /// <summary>Maximum and fused multiply-add, where no framework method serves every machine.</summary>
    public static string OwnMath(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The larger lanes; <paramref name="b"/> where one is NaN, or NaN.</summary>
            {{Attributes.Inline}}
            private static Vector128<{{lanes.T}}> Max(Vector128<{{lanes.T}}> a, Vector128<{{lanes.T}}> b) =>
                {{(
                lanes.Element.Bits == 32
                    ? "Sse.IsSupported ? Sse.Max(a, b) : AdvSimd.Max(a, b)"
                    : "Sse2.IsSupported ? Sse2.Max(a, b) : AdvSimd.Arm64.Max(a, b)"
            )}};

            /// <summary>a b + c, rounded once.</summary>
            {{Attributes.Inline}}
            private static Vector128<{{lanes.T}}> MultiplyAdd(Vector128<{{lanes.T}}> a, Vector128<{{lanes.T}}> b, Vector128<{{lanes.T}}> c) =>
                Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : {{(
                lanes.Element.Bits == 32 ? "AdvSimd" : "AdvSimd.Arm64"
            )}}.FusedMultiplyAdd(c, a, b);
            """
        );

    private string LargeOf() =>
        CodeBlock.Render(
            $$"""
            {{LargeOfSummary}}
            {{Attributes.Inline}}
            private static {{lanes.Type}} LargeOf({{lanes.Type}} max) =>
                max & {{lanes.Class}}.GreaterThanOrEqual({{lanes.Class}}.Abs(max), {{lanes.Constant("LargeLogit")}});
            """
        );

    /// <summary>The framework's own select is three operations where a blend is one.</summary>
    public static string Select(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lanes of a where the mask is set, else those of b.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Select({{lanes.Type}} mask, {{lanes.Type}} a, {{lanes.Type}} b) =>
                {{(
                lanes.Bits switch
                {
                    128 => "Sse41.IsSupported ? Sse41.BlendVariable(b, a, mask) : Vector128.ConditionalSelect(mask, a, b)",
                    256 => "Avx.BlendVariable(b, a, mask)",
                    _ => "Vector512.ConditionalSelect(mask, a, b)",
                }
            )}};
            """
        );

    private static bool HasSpareLanes(RowPlan layout) =>
        layout is { Shape: RowShape.Straight or RowShape.Joined, TailClasses: > 0 };

    private string WithLargest()
    {
        var spare = Row.Shape == RowShape.Joined ? batch.Lanes / 2 : 0;
        var mask = Enumerable.Range(0, batch.Lanes).Select(lane => lane == spare ? -1 : 0);
        return CodeBlock.Render(
            $$"""
            /// <summary>The logits, with the largest one in lane {{spare}}, whose class stands elsewhere too.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} WithLargest({{lanes.Type}} z, {{lanes.Type}} max) =>
                {{(
                batch.Bits == 256
                    ? CodeBlock.Render($"Avx.Blend(z, max, {1 << spare})")
                    : batch.Bits == 512
                        ? $"Avx512F.BlendVariable(z, max, {lanes.Class}.Create({Numbers(mask)}).{lanes.AsElements})"
                    : $"{lanes.Class}.ConditionalSelect({lanes.Class}.Create({Numbers(mask)}).{lanes.AsElements}, max, z)"
            )}};
            """
        );
    }

    private string LaneAt() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lane at an index, in the lowest lane. Higher bits of the index do not count.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LaneAt({{lanes.Type}} v, int index) =>
                {{(
                batch.Lanes switch
                {
                    4 => "Avx.IsSupported ? Avx.PermuteVar(v, Vector128.CreateScalarUnsafe(index)) : Vector128.Shuffle(v, Vector128.Create(index & 3))",
                    8 => "Avx2.PermuteVar8x32(v, Vector256.CreateScalarUnsafe(index))",
                    _ => "Avx512F.PermuteVar16x32(v, Vector512.CreateScalarUnsafe(index))",
                }
            )}};
            """
        );

    private string Matches() =>
        CodeBlock.Render(
            $$"""
            /// <summary>One bit for each lane that equals its counterpart.</summary>
            {{Attributes.Inline}}
            private static ulong Matches({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{lanes.Class}}.Equals(a, b).ExtractMostSignificantBits();
            """
        );

    private string Without() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lanes with 0 at <paramref name="position"/>{{(Row.Shape == RowShape.Joined ? ", a class" : ", which may lie outside")}}.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Without({{lanes.Type}} v, int position)
            {
                var indices = {{lanes.Class}}.Create({{Numbers(ClassesOfLanes)}});
                var isThere = {{lanes.Class}}.Equals(indices, {{lanes.Integers("position")}}).{{lanes.AsElements}};
                return {{(
                batch.Bits == 512 ? $"Select(~isThere, v, {lanes.Zero})" : $"{lanes.Class}.AndNot(v, isThere)"
            )}};
            }
            """
        );

    /// <summary>The class that each lane holds, counted from the first one of the vector.</summary>
    private IEnumerable<int> ClassesOfLanes =>
        Enumerable
            .Range(0, batch.Lanes)
            .Select(lane =>
                Row.Shape == RowShape.Joined && lane >= batch.Lanes / 2 ? lane + plan.Classes - batch.Lanes
                : plan.Classes == 2 ? lane % 2
                : lane
            );

    private string Tail(int tailClasses)
    {
        var kept = Enumerable.Range(batch.Lanes - tailClasses, tailClasses);
        var order = kept.Concat(Enumerable.Repeat(batch.Lanes, batch.Lanes - tailClasses));
        return CodeBlock.Render(
            $$"""
            /// <summary>The last vector overlaps the one before: its {{tailClasses}} new lanes move to the front, 0 follows.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Tail({{lanes.Type}} v) =>
                {{lanes.Class}}.Shuffle(v, {{lanes.Class}}.Create({{Numbers(order)}}));
            """
        );
    }

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => CodeBlock.Render($"{number}")));
}
