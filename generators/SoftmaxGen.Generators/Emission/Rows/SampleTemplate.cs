using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>Draws a class by the inverse of the cumulative distribution.</summary>
internal sealed class SampleTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    public string Entry() =>
        plan.SamplesInOnePiece ? EntryInOnePiece() : CodeBlock.Stack(EntryInPieces(), PieceMethods());

    /// <summary>What long rows need beside softmax: their sum, and the probabilities of one piece.</summary>
    public static string RowMethods(RowCode code)
    {
        var plan = code.Plan;
        if (plan.SamplesInOnePiece)
        {
            return "";
        }

        var sum = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")]);
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{code.Access}} static double SumOfRow{{code.Suffix}}({{code.Lanes.Input("logits")}}, out {{code.Lanes.T}} largest)
            {
                {{code.Max("max")}}
                {{code.Reference()}}

                {{code.Sum(sum)}}

                largest = {{code.Lanes.ToElement("max")}};
                return {{(code.IsScalar ? "sum" : code.Lanes.ToElement("sum"))}};
            }

            /// <summary>The probabilities of a piece of a row.</summary>
            {{Attributes.Inline}}
            {{code.Access}} static void PieceOfRow{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "probabilities"
            )}}, {{code.Lanes.T}} largest, double sumOfRow)
            {
                var max = {{code.InEveryLane("largest")}};
                var sum = {{(code.IsScalar ? "sumOfRow" : code.Lanes.Constant(code.Lanes.T == "double" ? "sumOfRow" : $"({code.Lanes.T})sumOfRow"))}};
                {{code.Reference()}}
                {{code.Reciprocal}}
                for ({{code.Lanes.Index}} i = 0; i < {{(code.IsScalar ? "probabilities.Length" : CodeBlock.Render($"{plan.SampleBuffer}"))}}; i += {{(code.IsScalar ? "1" : CodeBlock.Render($"{((VectorSyntax)code.Lanes).Count}"))}})
                {
                    {{code.Lanes.Store(ProbabilityAt(code), "probabilities", "i")}}
                }
            }
            """
        );
    }

    /// <summary>The same operations as softmax, which keeps exponentials in the output.</summary>
    private static string ProbabilityAt(RowCode code) =>
        code.IsWide
            ? $"(double)({code.Lanes.T}){code.Exp("logits[i]")} / sum"
            : code.Quotient(code.Exp(code.Lanes.Load("logits", "i")));

    private string EntryInOnePiece() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static int Sample(ReadOnlySpan<{{T}}> logits, {{T}} uniform, string head)
            {
                RequireRow(logits.Length, Parameter.Logits, head);
                RequireUniform(uniform);

                Span<{{T}}> probabilities = stackalloc {{T}}[{{plan.Classes}}];
                {{dispatch.Call("Softmax", ["logits", "probabilities"])}};
                var total = 0.0;
                foreach (var probability in probabilities)
                {
                    total += probability;
                }

                var threshold = Threshold(uniform, total);
                var cumulative = 0.0;
                var label = 0;
                while ((cumulative += probabilities[label]) <= threshold)
                {
                    label++;
                }

                return label;
            }
            """
        );

    private string EntryInPieces() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static int Sample(ReadOnlySpan<{{T}}> logits, {{T}} uniform, string head)
            {
                RequireRow(logits.Length, Parameter.Logits, head);
                RequireUniform(uniform);

                var sum = {{dispatch.Call("SumOfRow", ["logits"], "out var largest")}};
                Span<{{T}}> buffer = stackalloc {{T}}[{{plan.SampleBuffer}}];
                var total = 0.0;
                for (var start = 0; start < {{plan.Classes}}; start += {{plan.SampleBuffer}})
                {
                    foreach (var probability in PieceOfRow(logits, start, buffer, largest, sum))
                    {
                        total += probability;
                    }
                }

                var threshold = Threshold(uniform, total);
                var cumulative = 0.0;
                for (var start = 0; ; start += {{plan.SampleBuffer}})
                {
                    var probabilities = PieceOfRow(logits, start, buffer, largest, sum);
                    for (var i = 0; i < probabilities.Length; i++)
                    {
                        cumulative += probabilities[i];
                        if (cumulative > threshold)
                        {
                            return start + i;
                        }
                    }
                }
            }
            """
        );

    private string PieceMethods() =>
        CodeBlock.Stack(
            dispatch.Method("SumOfRow", "double", ["logits"], new Dispatch.Parameter($"out {T}", "largest")),
            CodeBlock.Render(
                $$"""
                /// <summary>The probabilities from class <paramref name="start"/> on. The last piece may be shorter than the buffer.</summary>
                {{Attributes.Inline}}
                private static ReadOnlySpan<{{T}}> PieceOfRow(ReadOnlySpan<{{T}}> logits, int start, Span<{{T}}> buffer, {{T}} largest, double sum)
                {
                    var from = Math.Min(start, {{plan.Classes - plan.SampleBuffer}});
                    var piece = logits.Slice(from, {{plan.SampleBuffer}});
                    {{dispatch.Call("PieceOfRow", ["piece", "buffer"], "largest", "sum")}};
                    return buffer.Slice(start - from);
                }
                """
            ),
            PieceOfRow()
        );

    /// <summary>The choice of the width, for a piece of a row.</summary>
    private string PieceOfRow() =>
        dispatch.Method(
            "PieceOfRow",
            "void",
            ["logits", "probabilities"],
            row => CodeBlock.Render($"MemoryMarshal.CreateSpan(ref {row}, {plan.SampleBuffer})"),
            new Dispatch.Parameter(T, "largest"),
            new Dispatch.Parameter("double", "sum")
        );
}
