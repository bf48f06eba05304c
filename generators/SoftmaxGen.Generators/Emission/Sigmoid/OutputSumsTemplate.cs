using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>
/// The sum of a row's losses: output j goes to lane j mod 8, floats in double and doubles with what their additions round
/// off; the lanes fold by halves. So the number of outputs alone sets the order, and rounding does not count.
/// </summary>
internal static class OutputSumsTemplate
{
    private const int Lanes = 8;

    /// <summary>How many vectors are added at once: as many as hold every lane.</summary>
    public static int VectorsPerAdd(int lanes) => Math.Max(1, Lanes / lanes);

    public static string Struct(VectorSyntax lanes) => lanes.Element.Bits == 64 ? Compensated(lanes) : InDouble(lanes);

    private static string InDouble(VectorSyntax lanes) =>
        lanes.Count switch
        {
            4 => Struct(
                lanes,
                "private Vector128<double> lanes0, lanes2, lanes4, lanes6;",
                "Vector128<float> losses0To3, Vector128<float> losses4To7",
                """
                lanes0 += Vector128.WidenLower(losses0To3);
                lanes2 += Vector128.WidenUpper(losses0To3);
                lanes4 += Vector128.WidenLower(losses4To7);
                lanes6 += Vector128.WidenUpper(losses4To7);
                """,
                "var two = (lanes0 + lanes4) + (lanes2 + lanes6);"
            ),
            8 => Struct(
                lanes,
                "private Vector256<double> lanes0, lanes4;",
                "Vector256<float> losses",
                """
                lanes0 += Vector256.WidenLower(losses);
                lanes4 += Vector256.WidenUpper(losses);
                """,
                """
                var four = lanes0 + lanes4;
                var two = Vector256.GetLower(four) + Vector256.GetUpper(four);
                """
            ),
            _ => Struct(
                lanes,
                "private Vector512<double> lanes;",
                "Vector512<float> losses",
                """
                lanes += Vector512.WidenLower(losses);
                lanes += Vector512.WidenUpper(losses);
                """,
                """
                var four = Vector512.GetLower(lanes) + Vector512.GetUpper(lanes);
                var two = Vector256.GetLower(four) + Vector256.GetUpper(four);
                """
            ),
        };

    private static string Struct(VectorSyntax lanes, string fields, string parameters, string add, string fold)
    {
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of a row's losses in eight lanes, in double.</summary>
            internal struct OutputSums{{lanes.Suffix}}
            {
                {{fields}}

                {{Attributes.Inline}}
                public void Add({{parameters}})
                {
                    {{add}}
                }

                /// <summary>The mean over the outputs, rounded once.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.T}} Mean(int outputs)
                {
                    {{fold}}
                    return ({{lanes.T}})((Vector128.ToScalar(two) + Vector128.GetElement(two, 1)) / outputs);
                }
            }
            """
        );
    }

    private static string Compensated(VectorSyntax lanes)
    {
        var parts = Enumerable
            .Range(0, Lanes / lanes.Count)
            .Select(part => CodeBlock.Render($"{part * lanes.Count}"))
            .ToList();
        var fold = CanonicalSum.OfVectors([.. parts.Select(part => $"lanes{part}.Total()")], lanes.Count);
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of a row's losses in eight lanes, with what the additions round off.</summary>
            internal struct OutputSums{{lanes.Suffix}}
            {
                private CompensatedSum{{lanes.Suffix}} {{string.Join(", ", parts.Select(part => $"lanes{part}"))}};

                {{Attributes.Inline}}
                public void Add({{string.Join(", ", parts.Select(part => $"{lanes.Type} losses{part}"))}})
                {
                    {{CodeBlock.Lines(parts.Select(part => $"lanes{part}.Add(losses{part});"))}}
                }

                /// <summary>The mean over the outputs.</summary>
                {{Attributes.Inline}}
                public readonly double Mean(int outputs)
                {
                    {{Fold(lanes.Count, fold)}}
                    return (Vector128.ToScalar(two) + Vector128.GetElement(two, 1)) / outputs;
                }
            }
            """
        );
    }

    private static string Fold(int lanes, string sum) =>
        lanes switch
        {
            2 => $"var two = {sum};",
            4 => CodeBlock.Lines(
                $"var four = {sum};",
                "var two = Vector256.GetLower(four) + Vector256.GetUpper(four);"
            ),
            _ => CodeBlock.Lines(
                $"var eight = {sum};",
                "var four = Vector512.GetLower(eight) + Vector512.GetUpper(eight);",
                "var two = Vector256.GetLower(four) + Vector256.GetUpper(four);"
            ),
        };
}
