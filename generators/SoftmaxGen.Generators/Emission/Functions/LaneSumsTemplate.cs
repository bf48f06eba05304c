using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>The eight lanes that the groups of a long row add up in.</summary>
internal static class LaneSumsTemplate
{
    public static string Struct(VectorSyntax lanes) => lanes.Element.Bits == 32 ? InDouble(lanes) : Compensated(lanes);

    private static string InDouble(VectorSyntax lanes) =>
        lanes.Count switch
        {
            4 => Struct(
                lanes,
                "private Vector128<double> lanes0, lanes2, lanes4, lanes6;",
                "Vector128<float> lanes0To3, Vector128<float> lanes4To7",
                """
                lanes0 += Vector128.WidenLower(lanes0To3);
                lanes2 += Vector128.WidenUpper(lanes0To3);
                lanes4 += Vector128.WidenLower(lanes4To7);
                lanes6 += Vector128.WidenUpper(lanes4To7);
                """,
                """
                var two = InLanes();
                """,
                "(lanes0 + lanes4) + (lanes2 + lanes6)"
            ),
            8 => Struct(
                lanes,
                "private Vector256<double> lanes0, lanes4;",
                "Vector256<float> eight",
                """
                lanes0 += Vector256.WidenLower(eight);
                lanes4 += Vector256.WidenUpper(eight);
                """,
                """
                var four = InLanes();
                var two = Vector256.GetLower(four) + Vector256.GetUpper(four);
                """,
                "lanes0 + lanes4"
            ),
            _ => Struct(
                lanes,
                "private Vector512<double> lanes;",
                "Vector512<float> sixteen",
                """
                var eight = Vector512.GetLower(sixteen) + Vector512.GetUpper(sixteen);
                lanes += Vector512.WidenLower(Vector256.ToVector512Unsafe(eight));
                """,
                """
                var four = Vector512.GetLower(lanes) + Vector512.GetUpper(lanes);
                var two = Vector256.GetLower(four) + Vector256.GetUpper(four);
                """,
                "lanes"
            ),
        };

    private static string Struct(
        VectorSyntax lanes,
        string fields,
        string group,
        string add,
        string fold,
        string inLanes
    ) =>
        CodeBlock.Render(
            $$"""
            /// <summary>A sum over a long row: groups of 32 classes are added in float down to eight lanes, and these in double.</summary>
            internal struct LaneSums{{lanes.Suffix}}
            {
                {{fields}}

                {{Attributes.Inline}}
                public void Add({{group}})
                {
                    {{add}}
                }

                /// <summary>The sum in the lanes of one vector.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.Class}}<double> InLanes() => {{inLanes}};

                /// <summary>The sum, in every lane of a vector.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.Type}} Total()
                {
                    {{fold}}
                    return {{lanes.Constant("(float)(Vector128.ToScalar(two) + Vector128.GetElement(two, 1))")}};
                }
            }
            """
        );

    /// <summary>Doubles have no wider type: what the additions of groups round off is added in the end.</summary>
    private static string Compensated(VectorSyntax lanes)
    {
        var parts = Enumerable
            .Range(0, CanonicalSum.FoldedLanes / lanes.Count)
            .Select(part => CodeBlock.Render($"{part * lanes.Count}"))
            .ToList();
        return CodeBlock.Render(
            $$"""
                /// <summary>A sum over a long row: groups of 32 classes are added down to eight lanes, and these with what is rounded off.</summary>
                internal struct LaneSums{{lanes.Suffix}}
                {
                    private CompensatedSum{{lanes.Suffix}} {{string.Join(", ", parts.Select(part => "lanes" + part))}};

                    {{Attributes.Inline}}
                    public void Add({{string.Join(", ", parts.Select(part => $"{lanes.Type} group{part}"))}})
                    {
                        {{CodeBlock.Lines(parts.Select(part => $"lanes{part}.Add(group{part});"))}}
                    }

                    /// <summary>The sum in the lanes of one vector.</summary>
                    {{Attributes.Inline}}
                    public readonly {{lanes.Type}} InLanes() => {{CanonicalSum.OfVectors(
                    [.. parts.Select(part => $"lanes{part}.Total()")],
                    lanes.Count
                )}};

                    /// <summary>The sum, in every lane of a vector.</summary>
                    {{Attributes.Inline}}
                    public readonly {{lanes.Type}} Total() => SumOfLanes(InLanes());
                }
                """
        );
    }
}
