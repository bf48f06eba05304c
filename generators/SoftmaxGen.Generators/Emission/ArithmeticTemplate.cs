using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The operations that the kernels of one width share: maximum, fused multiply-add, folds over lanes, tails.</summary>
internal sealed class ArithmeticTemplate(KernelPlan plan, BatchPlan batch, RowPlan? row)
{
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    /// <summary>The vectors that a fold works on: four lanes, or the halves.</summary>
    private VectorSyntax Folded => new(Math.Max(4, batch.Lanes / 2), batch.PortableMath);

    public static string Scalar() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static double Max(double a, double b) => a > b ? a : b;
                """
            )
        );

    public string Render() =>
        CodeBlock.Stack(
            lanes.HasOwnMath ? OwnMath() : "",
            NeedsFolds
                ? Fold("MaxOfLanes", "The largest lane, in every lane.", Folded.Max)
                : "",
            NeedsFolds && !batch.SumsInDouble
                ? Fold(
                    "SumOfLanes",
                    "The sum of the lanes, in every lane: the upper half is added to the lower one until one is left.",
                    (a, b) => $"{a} + {b}"
                )
                : "",
            row is null ? "" : RowMethods(row),
            plan.Quotient == QuotientMethod.Reciprocal ? Quotient() : ""
        );

    /// <summary>A wider row folds down to this width.</summary>
    private bool NeedsFolds => plan.Rows.Any(other => other.Lanes >= batch.Lanes);

    private string RowMethods(RowPlan layout) =>
        CodeBlock.Stack(
            Matches(),
            Without(),
            layout.Shape == RowShape.Filled ? FilledRow() : "",
            layout.Shape != RowShape.Filled && layout.TailClasses > 0 ? Tail(layout.TailClasses) : "",
            layout.SumsInDouble ? LaneSumsTemplate.Struct(layout) : ""
        );

    private string Quotient() =>
        CodeBlock.Render(
            $$"""
            /// <summary>e / sum by its reciprocal: the remainder rounds the product as a division would.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Quotient({{lanes.Type}} e, {{lanes.Type}} sum, {{lanes.Type}} reciprocal)
            {
                var quotient = e * reciprocal;
                return {{lanes.MultiplyAdd(lanes.MultiplyAdd("-quotient", "sum", "e"), "reciprocal", "quotient")}};
            }
            """
        );

    private static string OwnMath() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The larger lanes; <paramref name="b"/> where one is NaN, or NaN.</summary>
            {{Attributes.Inline}}
            private static Vector128<float> Max(Vector128<float> a, Vector128<float> b) =>
                Sse.IsSupported ? Sse.Max(a, b) : AdvSimd.Max(a, b);

            /// <summary>a b + c, rounded once.</summary>
            {{Attributes.Inline}}
            private static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
                Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.FusedMultiplyAdd(c, a, b);
            """
        );

    private string Fold(string name, string summary, Func<string, string, string> combine) =>
        batch.Lanes == 4 ? FoldOfFour(name, summary, combine) : FoldOfHalves(name, summary, combine);

    private string FoldOfFour(string name, string summary, Func<string, string, string> combine) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} {{name}}({{lanes.Type}} v)
            {
                v = {{combine("v", "Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1))")}};
                return {{combine("v", "Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))")}};
            }
            """
        );

    private string FoldOfHalves(string name, string summary, Func<string, string, string> combine) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} {{name}}({{lanes.Type}} v)
            {
                var half = {{name}}({{combine("v.GetLower()", "v.GetUpper()")}});
                return {{lanes.Class}}.Create(half, half);
            }
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
            /// <summary>The lanes with 0 at <paramref name="position"/>, which may lie outside.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Without({{lanes.Type}} v, int position)
            {
                var indices = {{lanes.Class}}.Create({{Numbers(Enumerable.Range(0, batch.Lanes))}});
                return {{lanes.Class}}.AndNot(v, {{lanes.Class}}.Equals(indices, {{lanes.Class}}.Create(position)).AsSingle());
            }
            """
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

    private string FilledRow()
    {
        var elements = Enumerable.Range(0, batch.Lanes).Select(lane => lane < plan.Classes ? Element(lane) : "missing");
        var stores = Enumerable
            .Range(0, plan.Classes)
            .Select(lane => CodeBlock.Render($"{Element(lane)} = v.GetElement({lane});"));
        return CodeBlock.Render(
            $$"""
            /// <summary>The {{plan.Classes}} classes of a row, then <paramref name="missing"/>.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LoadRow(ref float row, float missing) =>
                {{lanes.Class}}.Create({{string.Join(", ", elements)}});

            {{Attributes.Inline}}
            private static void StoreRow({{lanes.Type}} v, ref float row)
            {
                {{CodeBlock.Lines(stores)}}
            }
            """
        );
    }

    private static string Element(int lane) => lane == 0 ? "row" : CodeBlock.Render($"Unsafe.Add(ref row, {lane})");

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => CodeBlock.Render($"{number}")));
}
