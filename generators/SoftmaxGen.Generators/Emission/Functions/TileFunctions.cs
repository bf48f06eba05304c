using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>What the kernels of a tile call, which have one class of every row in each vector, whatever the class count.</summary>
internal sealed class TileFunctions(VectorSyntax lanes)
{
    private bool IsFloat => lanes.Element.Bits == 32;

    public string Render() =>
        CodeBlock.Stack(
            IndexWhere(),
            WithoutFirst(),
            AddWithoutFirst(),
            WhereLabel(),
            OfLabel(),
            WhereLargest(),
            IsFloat ? SumInDouble() : "",
            ShuffleTemplate.OfTiles(lanes),
            IsFloat && lanes.Bits == 512 ? Collect() : ""
        );

    private string IndexWhere() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The index in the lanes where the logit is the largest one.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.IntType}} IndexWhere({{lanes.Type}} z, {{lanes.Type}} max, int index, {{lanes.IntType}} otherwise) =>
                {{lanes.AsIntegers(
                $"Select({lanes.Class}.Equals(z, max), {lanes.AsElements(lanes.Integers("index"))}, {lanes.AsElements("otherwise")})"
            )}};
            """
        );

    private string WithoutFirst() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The terms of a class, with 0 in the rows where it is the one to leave out.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} WithoutFirst({{lanes.Type}} e, {{lanes.IntType}} first, int index) =>
                {{(
                lanes.Bits == 512 ? $"Select({NotFirst}, e, {lanes.Zero})" : $"{lanes.Class}.AndNot(e, {IsFirst})"
            )}};
            """
        );

    private string AddWithoutFirst() =>
        CodeBlock.Render(
            $$"""
            /// <summary>A sum and the terms of a class, but for the rows where it is the one to leave out.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} AddWithoutFirst({{lanes.Type}} sum, {{lanes.Type}} e, {{lanes.IntType}} first, int index) =>
                {{(
                lanes.Bits == 512 ? $"Select({NotFirst}, sum + e, sum)" : $"sum + {lanes.Class}.AndNot(e, {IsFirst})"
            )}};
            """
        );

    private string IsFirst => lanes.WhereEqual("first", lanes.Integers("index"));

    /// <summary>The mask of an addition, which AVX-512 has.</summary>
    private string NotFirst => "~" + IsFirst;

    private string WhereLargest() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The term of a class in the rows where its logit is the largest one.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} WhereLargest({{lanes.Type}} z, {{lanes.Type}} max, {{lanes.Type}} e, {{lanes.Type}} otherwise) =>
                Select({{lanes.Class}}.Equals(z, max), e, otherwise);
            """
        );

    private string WhereLabel() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The logit of a class in the rows that have it as label.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} WhereLabel({{lanes.IntType}} label, int index, {{lanes.Type}} z, {{lanes.Type}} otherwise) =>
                Select({{lanes.WhereEqual("label", lanes.Integers("index"))}}, z, otherwise);
            """
        );

    private string OfLabel() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The gradient of a class: p, and p - 1 in the rows that have it as label.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} OfLabel({{lanes.Type}} p, {{lanes.IntType}} label, int index, {{lanes.Type}} isFirst, {{lanes.Type}} ofFirst) =>
                WhereLabel(label, index, Select(isFirst, ofFirst, p - {{lanes.Constant(lanes.Element.One)}}), p);
            """
        );

    private string SumInDouble()
    {
        var addends = Enumerable.Range(0, 8).Select(lane => CodeBlock.Render($"t{lane}")).ToList();
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of eight lanes of each row: added in double, rounded once.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} SumInDouble({{string.Join(", ", addends.Select(t => $"{lanes.Type} {t}"))}})
            {
                var lower = {{Folded("WidenLower")}};
                var upper = {{Folded("WidenUpper")}};
                return {{lanes.Class}}.Narrow(lower, upper);
            }
            """
        );

        string Folded(string widen) =>
            CanonicalSum.OfVectors([.. addends.Select(t => $"{lanes.Class}.{widen}({t})")], lanes: 1);
    }

    private string Collect() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Elements of both, in any order: from 0 on those of a, from 16 on those of b.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Collect({{lanes.Type}} a, {{lanes.Type}} b, Vector512<int> places) =>
                Avx512F.PermuteVar16x32x2(a, places, b);

            /// <summary>Pairs of elements of both, in any order: from 0 on those of a, from 8 on those of b.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} Collect({{lanes.Type}} a, {{lanes.Type}} b, Vector512<long> places) =>
                Vector512.AsSingle(Avx512F.PermuteVar8x64x2(Vector512.AsDouble(a), places, Vector512.AsDouble(b)));
            """
        );
}
