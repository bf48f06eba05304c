using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// A row in one vector of which it does not fill every lane: the lower half has the first classes, the upper half the last
/// ones, and some stand in both.
/// </summary>
internal static class JoinedHalvesTemplate
{
    public static string Render(KernelPlan plan, VectorSyntax lanes, bool hasRowKernels, bool sumsInLanes) =>
        CodeBlock.Stack(
            LoadAndStore(plan.Classes, lanes),
            ClassesOf(plan, lanes),
            hasRowKernels ? SumOfHalves(plan, lanes) : "",
            sumsInLanes ? Tail(plan, lanes) : ""
        );

    public static string LoadAndStore(int classes, VectorSyntax lanes)
    {
        var half = lanes.Half;
        var upperStart = CodeBlock.Render($"{classes - half.Count}");
        return CodeBlock.Render(
            $$"""
            /// <summary>The first {{half.Count}} classes of a row, then its last {{half.Count}}.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LoadHalves(ref {{lanes.T}} row) =>
                {{(
                lanes.Bits == 256
                    ? $"Vector256.Create({half.Load("row", "0")}, {half.Load("row", upperStart)})"
                    : $"Avx512F.InsertVector256(Vector256.ToVector512Unsafe({half.Load("row", "0")}), {half.Load("row", upperStart)}, 1)"
            )}};

            {{Attributes.Inline}}
            private static void StoreHalves({{lanes.Type}} v, ref {{lanes.T}} row)
            {
                {{half.Store(lanes.Lower("v"), "row", "0")}}
                {{half.Store(lanes.Upper("v"), "row", upperStart)}}
            }
            """
        );
    }

    private static string ClassesOf(KernelPlan plan, VectorSyntax lanes)
    {
        var half = lanes.Count / 2;
        return CodeBlock.Render(
            $$"""
            /// <summary>One bit for each class from one bit for each lane.</summary>
            {{Attributes.Inline}}
            private static ulong ClassesOf(ulong lanes) => (lanes & {{(1 << half)
                - 1}}) | (lanes >> {{half}} << {{plan.Classes - half}});
            """
        );
    }

    /// <summary>
    /// The new classes of the upper half move to its front, where the canonical order wants them; 0 follows. In Vector256,
    /// the only one that a row by itself is joined in.
    /// </summary>
    private static string SumOfHalves(KernelPlan plan, VectorSyntax lanes)
    {
        var missingBytes = lanes.Element.Bits / 8 * (lanes.Count - plan.Classes);
        var upper =
            $"Sse2.ShiftRightLogical128BitLane(Vector128.AsByte({lanes.Upper("v")}), {CodeBlock.Render($"{missingBytes}")})";
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of the classes, in every lane: the upper half brings {{plan.Classes
                - (lanes.Count / 2)}} that the lower one does not have.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} SumOfHalves({{lanes.Type}} v)
            {
                var upper = {{lanes.Half.AsElements(upper)}};
                return {{lanes.Constant($"Vector128.ToScalar(SumOfLanes({lanes.Lower("v")} + upper))")}};
            }
            """
        );
    }

    private static string Tail(KernelPlan plan, VectorSyntax lanes)
    {
        var half = lanes.Count / 2;
        var added = plan.Classes - half;
        var order = Enumerable
            .Range(0, half)
            .Concat(Enumerable.Range(lanes.Count - added, added))
            .Concat(Enumerable.Repeat(lanes.Count, half - added));
        return CodeBlock.Render(
            $$"""
            /// <summary>Each class once, in order, then 0.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Tail({{lanes.Type}} v) =>
                {{lanes.Class}}.Shuffle(v, {{lanes.Class}}.Create({{string.Join(
                ", ",
                order.Select(lane => CodeBlock.Render($"{lane}"))
            )}}));
            """
        );
    }
}
