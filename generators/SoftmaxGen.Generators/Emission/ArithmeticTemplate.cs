using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The operations that the kernels of one width share: maximum, fused multiply-add, folds over lanes, tails.</summary>
internal sealed class ArithmeticTemplate(KernelPlan plan, RowPlan row, TargetModel target)
{
    private readonly VectorSyntax lanes = new(row.Lanes);

    public static string Scalar() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static double Max(double a, double b) => a > b ? a : b;
                """
            ),
            CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static double MultiplyAdd(double a, double b, double c) => (a * b) + c;
                """
            )
        );

    public string Vector() =>
        CodeBlock.Stack(
            Max(),
            MultiplyAdd(),
            Fold("MaxOfLanes", "The largest lane, in every lane.", (a, b) => $"Max({a}, {b})"),
            Fold("SumOfLanes", "The sum of the lanes, in every lane: the upper half is added to the lower one until one is left.", (a, b) => $"{a} + {b}"),
            Matches(),
            Without(),
            row.Shape == RowShape.Filled ? FilledRow() : "",
            row.Shape != RowShape.Filled && row.TailClasses > 0 ? Tail() : "",
            row.CascadeLevels > 0 ? CascadeTemplate.Struct(row) : ""
        );

    private string Max() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The larger lanes; <paramref name="b"/> where one is NaN, or NaN.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Max({{lanes.Type}} a, {{lanes.Type}} b) =>
                {{(target.PortableFusedMultiplyAdd ? $"{lanes.Class}.MaxNative(a, b)" : MaxByIntrinsic())}};
            """
        );

    private string MaxByIntrinsic() =>
        row.Lanes switch
        {
            4 => "Sse.IsSupported ? Sse.Max(a, b) : AdvSimd.Max(a, b)",
            8 => "Avx.Max(a, b)",
            _ => "Avx512F.Max(a, b)",
        };

    private string MultiplyAdd() =>
        CodeBlock.Render(
            $$"""
            /// <summary>a b + c, rounded once.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} MultiplyAdd({{lanes.Type}} a, {{lanes.Type}} b, {{lanes.Type}} c) =>
                {{(target.PortableFusedMultiplyAdd ? $"{lanes.Class}.FusedMultiplyAdd(a, b, c)" : MultiplyAddByIntrinsic())}};
            """
        );

    private string MultiplyAddByIntrinsic() =>
        row.Lanes switch
        {
            4 => "Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.FusedMultiplyAdd(c, a, b)",
            8 => "Fma.MultiplyAdd(a, b, c)",
            _ => "Avx512F.FusedMultiplyAdd(a, b, c)",
        };

    private string Fold(string name, string summary, Func<string, string, string> combine) =>
        row.Lanes == 4 ? FoldOfFour(name, summary, combine) : FoldOfHalves(name, summary, combine);

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
                var indices = {{lanes.Class}}.Create({{Numbers(Enumerable.Range(0, row.Lanes))}});
                return {{lanes.Class}}.AndNot(v, {{lanes.Class}}.Equals(indices, {{lanes.Class}}.Create(position)).AsSingle());
            }
            """
        );

    private string Tail()
    {
        var kept = Enumerable.Range(row.Lanes - row.TailClasses, row.TailClasses);
        var order = kept.Concat(Enumerable.Repeat(row.Lanes, row.Lanes - row.TailClasses));
        return CodeBlock.Render(
            $$"""
            /// <summary>The last vector overlaps the one before: its {{row.TailClasses}} new lanes move to the front, 0 follows.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Tail({{lanes.Type}} v) =>
                {{lanes.Class}}.Shuffle(v, {{lanes.Class}}.Create({{Numbers(order)}}));
            """
        );
    }

    private string FilledRow()
    {
        var elements = Enumerable.Range(0, row.Lanes).Select(lane => lane < plan.Classes ? Element(lane) : "missing");
        var stores = Enumerable.Range(0, plan.Classes).Select(lane => CodeBlock.Render($"{Element(lane)} = v.GetElement({lane});"));
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
