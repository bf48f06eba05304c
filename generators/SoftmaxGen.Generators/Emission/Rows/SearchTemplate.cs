using System.Globalization;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>The largest element of a row and where it stands.</summary>
internal static class SearchTemplate
{
    /// <summary>How many bits a turn of the maximum takes: enough vectors to hide the latency of each.</summary>
    private const int BlockBits = 1024;

    /// <summary>The methods that looped kernels call; straight-line code has the row at hand.</summary>
    public static string Helpers(RowCode code) =>
        code is LoopedRow looped ? CodeBlock.Stack(MaxOfRow(looped), IndexOfFirst(looped)) : "";

    public static string Predict(RowCode code) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{code.Access}} static int Predict{{code.Suffix}}({{code.Lanes.Input("scores")}})
            {
                {{PredictBody(code)}}
            }
            """
        );

    private static string PredictBody(RowCode code) =>
        code switch
        {
            { IsScalar: true } => PredictScalar(code),
            StraightRow straight => PredictStraight(straight),
            _ => PredictLooped((LoopedRow)code),
        };

    private static string PredictScalar(RowCode code) =>
        CodeBlock.Render(
            $$"""
            var best = 0;
            for (var i = 0; i < scores.Length; i++)
            {
                var score = scores[i];
                if ({{code.Lanes.T}}.IsNaN(score))
                {
                    return i;
                }

                best = score > scores[best] ? i : best;
            }

            return best;
            """
        );

    private static string PredictStraight(StraightRow code) =>
        CodeBlock.Render(
            $$"""
            {{code.Load(Operand.Logits with { Row = "scores" })}}
            {{code.Max("max")}}
            var ordered = {{code.Bits(z => $"Matches({z}, {z})")}};
            var largest = {{code.Bits(z => $"Matches({z}, max)")}};
            return BitOperations.TrailingZeroCount(ordered == {{AllBits(code)}} ? largest : ~ordered);
            """
        );

    private static string AllBits(StraightRow code)
    {
        var bits = code.Row.Shape == RowShape.Filled ? code.Row.Lanes : code.Plan.Classes;
        var mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        return "0x" + mask.ToString("X", CultureInfo.InvariantCulture);
    }

    private static string PredictLooped(LoopedRow code)
    {
        var lanes = (VectorSyntax)code.Lanes;
        var everyLane = "0x" + ((1 << code.Row.Lanes) - 1).ToString("X", CultureInfo.InvariantCulture);
        return CodeBlock.Render(
            $$"""
            // NaN alone does not equal itself.
            var ordered = {{everyLane}}UL;
            {{code.ForEachVector("scores", i => Ordered("z", lanes, i))}}
            {{(code.Row.TailClasses > 0 ? Ordered("tail", lanes, code.TailText) : "")}}
            if (ordered == {{everyLane}})
            {
                return IndexOfFirst{{code.Suffix}}(ref scores, MaxOfRow{{code.Suffix}}(ref scores));
            }

            var nan = 0;
            while (nan < {{code.Plan.Classes - 1}} && !{{code.Lanes.T}}.IsNaN(Unsafe.Add(ref scores, nan)))
            {
                nan++;
            }

            return nan;
            """
        );
    }

    private static string Ordered(string local, VectorSyntax lanes, string offset) =>
        CodeBlock.Lines($"var {local} = {lanes.Load("scores", offset)};", $"ordered &= Matches({local}, {local});");

    private static string MaxOfRow(LoopedRow code) =>
        code.IsScalar
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                {{code.Access}} static double MaxOfRowScalar(ReadOnlySpan<{{code.Lanes.T}}> row)
                {
                    var max = {{code.InEveryLane("row[0]")}};
                    for (var i = 1; i < row.Length; i++)
                    {
                        max = {{code.Lanes.Max("row[i]", "max")}};
                    }

                    return max;
                }
                """
            )
            : MaxOfVectors(code);

    private static string MaxOfVectors(LoopedRow code)
    {
        var lanes = code.Lanes;
        var step = code.Row.Lanes;
        var blockClasses = BlockBits / lanes.Element.Bits;
        var parts = Enumerable.Range(0, blockClasses / step).ToList();
        var blockEnd = code.Plan.Classes / blockClasses * blockClasses;
        var rest = Enumerable
            .Range(0, (code.Plan.Classes - blockEnd) / step)
            .Select(part => (part, offset: CodeBlock.Render($"{blockEnd + (part * step)}")));
        var tail =
            code.Row.TailClasses > 0
                ? [(part: 0, offset: code.TailText)]
                : Enumerable.Empty<(int part, string offset)>();
        return CodeBlock.Render(
            $$"""
            /// <summary>The largest element, in every lane.</summary>
            {{Attributes.Inline}}
            {{code.Access}} static {{lanes.Type}} MaxOfRow{{code.Suffix}}({{lanes.Input("row")}}) => MaxOfLanes(MaxInLanes{{code.Suffix}}(ref row));

            /// <summary>The largest elements, one for each lane.</summary>
            {{Attributes.Inline}}
            {{code.Access}} static {{lanes.Type}} MaxInLanes{{code.Suffix}}({{lanes.Input("row")}})
            {
                {{CodeBlock.Lines(
                parts.Select(part => $"var {Name(part)} = {lanes.Load("row", Offset(part * step))};")
            )}}
                for (nuint i = {{blockClasses}}; i < {{blockEnd}}; i += {{blockClasses}})
                {
                    {{CodeBlock.Lines(
                parts.Select(part =>
                    $"{Name(part)} = {lanes.Max(Name(part), lanes.Load("row", part == 0 ? "i" : $"i + {Offset(part * step)}"))};"
                )
            )}}
                }

                {{CodeBlock.Lines(
                rest.Concat(tail).Select(item =>
                    $"{Name(item.part)} = {lanes.Max(Name(item.part), lanes.Load("row", item.offset))};"
                )
            )}}
                return {{parts.Skip(1).Aggregate(Name(0), (max, part) => lanes.Max(max, Name(part)))}};
            }
            """
        );
    }

    private static string IndexOfFirst(LoopedRow code) =>
        code.IsScalar
            ? CodeBlock.Render(
                $$"""
                /// <summary>The lowest index of the value. A row without it has a NaN, and every result is NaN.</summary>
                {{Attributes.Inline}}
                {{code.Access}} static int IndexOfFirstScalar(ReadOnlySpan<{{code.Lanes.T}}> row, double value)
                {
                    var i = 0;
                    while (i < row.Length - 1 && row[i] != value)
                    {
                        i++;
                    }

                    return i;
                }
                """
            )
            : CodeBlock.Render(
                $$"""
                /// <summary>The lowest index of the value. A row without it has a NaN, and every result is NaN.</summary>
                {{Attributes.Inline}}
                private static int IndexOfFirst{{code.Suffix}}({{code.Lanes.Input("row")}}, {{code.Lanes.Type}} value)
                {
                    {{code.ForEachVector("row", i => FoundAt(code, i))}}
                    return {{(
                    code.Row.TailClasses > 0
                        ? $"{code.TailText} + BitOperations.TrailingZeroCount(Matches({code.Lanes.Load("row", code.TailText)}, value))"
                        : CodeBlock.Render($"{code.Plan.Classes}")
                )}};
                }
                """
            );

    private static string FoundAt(LoopedRow code, string offset) =>
        CodeBlock.Render(
            $$"""
            var matches = Matches({{code.Lanes.Load("row", offset)}}, value);
            if (matches != 0)
            {
                return (int){{offset}} + BitOperations.TrailingZeroCount(matches);
            }
            """
        );

    private static string Name(int part) => CodeBlock.Render($"max{part}");

    private static string Offset(int offset) => CodeBlock.Render($"{offset}");
}
