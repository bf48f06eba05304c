using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

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

    public static string Struct(RowPlan row, int outputs) =>
        row.Element == ElementType.Double ? Compensated(row, outputs) : InDouble(row, outputs);

    private static string InDouble(RowPlan row, int outputs) =>
        row.Lanes switch
        {
            4 => Struct(
                row,
                outputs,
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
                row,
                outputs,
                "private Vector256<double> lanes0, lanes4;",
                "Vector256<float> losses",
                """
                lanes0 += Vector256.WidenLower(losses);
                lanes4 += Vector256.WidenUpper(losses);
                """,
                """
                var four = lanes0 + lanes4;
                var two = four.GetLower() + four.GetUpper();
                """
            ),
            _ => Struct(
                row,
                outputs,
                "private Vector512<double> lanes;",
                "Vector512<float> losses",
                """
                lanes += Vector512.WidenLower(losses);
                lanes += Vector512.WidenUpper(losses);
                """,
                """
                var four = lanes.GetLower() + lanes.GetUpper();
                var two = four.GetLower() + four.GetUpper();
                """
            ),
        };

    private static string Struct(RowPlan row, int outputs, string fields, string parameters, string add, string fold)
    {
        var lanes = (VectorSyntax)LaneSyntax.Of(row);
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of a row's losses in eight lanes, in double.</summary>
            private struct OutputSums{{lanes.Suffix}}
            {
                {{fields}}

                {{Attributes.Inline}}
                public void Add({{parameters}})
                {
                    {{add}}
                }

                /// <summary>The mean over the outputs, rounded once.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.T}} Mean()
                {
                    {{fold}}
                    return ({{lanes.T}})((two.ToScalar() + two.GetElement(1)) / {{outputs}});
                }
            }
            """
        );
    }

    private static string Compensated(RowPlan row, int outputs)
    {
        var lanes = (VectorSyntax)LaneSyntax.Of(row);
        var parts = Enumerable
            .Range(0, Lanes / row.Lanes)
            .Select(part => CodeBlock.Render($"{part * row.Lanes}"))
            .ToList();
        var fold = CanonicalSum.OfVectors([.. parts.Select(part => $"lanes{part}.Total()")], row.Lanes);
        return CodeBlock.Stack(
            CompensatedSumTemplate.Struct(lanes),
            CodeBlock.Render(
                $$"""
                /// <summary>The sum of a row's losses in eight lanes, with what the additions round off.</summary>
                private struct OutputSums{{lanes.Suffix}}
                {
                    private CompensatedSum{{lanes.Suffix}} {{string.Join(", ", parts.Select(part => $"lanes{part}"))}};

                    {{Attributes.Inline}}
                    public void Add({{string.Join(", ", parts.Select(part => $"{lanes.Type} losses{part}"))}})
                    {
                        {{CodeBlock.Lines(parts.Select(part => $"lanes{part}.Add(losses{part});"))}}
                    }

                    /// <summary>The mean over the outputs.</summary>
                    {{Attributes.Inline}}
                    public readonly double Mean()
                    {
                        {{Fold(row.Lanes, fold)}}
                        return (two.ToScalar() + two.GetElement(1)) / {{outputs}};
                    }
                }
                """
            )
        );
    }

    private static string Fold(int lanes, string sum) =>
        lanes switch
        {
            2 => $"var two = {sum};",
            4 => CodeBlock.Lines($"var four = {sum};", "var two = four.GetLower() + four.GetUpper();"),
            _ => CodeBlock.Lines(
                $"var eight = {sum};",
                "var four = eight.GetLower() + eight.GetUpper();",
                "var two = four.GetLower() + four.GetUpper();"
            ),
        };
}
