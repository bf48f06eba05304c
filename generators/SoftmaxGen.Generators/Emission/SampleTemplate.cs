using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Draws a class by the inverse of the cumulative distribution.</summary>
internal sealed class SampleTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    public string Entry() =>
        plan.SamplesInOnePiece
            ? CodeBlock.Stack(EntryInOnePiece(), Threshold())
            : CodeBlock.Stack(EntryInPieces(), Threshold(), PieceMethods());

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
            private static double SumOfRow{{code.Suffix}}({{code.Lanes.Input("logits")}}, out {{code.Lanes.T}} largest)
            {
                {{code.Max("max")}}
                {{code.Reference()}}

                {{code.Sum(sum)}}

                largest = {{code.Lanes.ToElement("max")}};
                return {{(code.IsScalar ? "sum" : code.Lanes.ToElement("sum"))}};
            }

            /// <summary>The probabilities of {{plan.SampleBuffer}} classes of a row.</summary>
            {{Attributes.Inline}}
            private static void PieceOfRow{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "probabilities"
            )}}, {{code.Lanes.T}} largest, double sumOfRow)
            {
                var max = {{code.InEveryLane("largest")}};
                var sum = {{(code.IsScalar ? "sumOfRow" : code.Lanes.Constant(code.Lanes.T == "double" ? "sumOfRow" : $"({code.Lanes.T})sumOfRow"))}};
                {{code.Reference()}}
                {{code.Reciprocal}}
                for ({{code.Lanes.Index}} i = 0; i < {{plan.SampleBuffer}}; i += {{(code.IsScalar ? "1" : CodeBlock.Render($"{((VectorSyntax)code.Lanes).Count}"))}})
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
            internal static int Sample(ReadOnlySpan<{{T}}> logits, {{T}} uniform)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireUniform(uniform);

                Span<{{T}}> probabilities = stackalloc {{T}}[{{plan.Classes}}];
                {{dispatch.Name("SoftmaxOfRow", "Softmax")}}(logits, probabilities);
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
            internal static int Sample(ReadOnlySpan<{{T}}> logits, {{T}} uniform)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireUniform(uniform);

                var sum = SumOfRow(logits, out var largest);
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

    private string Threshold() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Where the cumulative sum passes the sampled class. 1 counts as the largest {{T}} below it.</summary>
            {{Attributes.Inline}}
            private static double Threshold({{T}} uniform, double total)
            {
                if ({{(plan.Options.ZeroWhereMasked ? "!(total > 0)" : "double.IsNaN(total)")}})
                {
                    ThrowNoDistribution();
                }

                {{(
                T == "double"
                    ? "// Times the total it is less than the total after rounding too, so that there is always a result."
                    : ""
            )}}
                return (uniform < {{Element.One}} ? uniform : {{Element.LargestBelowOne}}) * total;
            }
            """
        );

    private string PieceMethods() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static double SumOfRow(ReadOnlySpan<{{T}}> logits, out {{T}} largest)
            {
                {{dispatch.Call("SumOfRow", ["logits"], ["out largest"], returns: true)}}
            }

            /// <summary>The probabilities from class <paramref name="start"/> on. The last piece may be shorter than the buffer.</summary>
            {{Attributes.Inline}}
            private static ReadOnlySpan<{{T}}> PieceOfRow(ReadOnlySpan<{{T}}> logits, int start, Span<{{T}}> buffer, {{T}} largest, double sum)
            {
                var from = Math.Min(start, {{plan.Classes - plan.SampleBuffer}});
                PieceOfRow(logits.Slice(from, {{plan.SampleBuffer}}), buffer, largest, sum);
                return buffer.Slice(start - from);
            }

            {{Attributes.Inline}}
            private static void PieceOfRow(ReadOnlySpan<{{T}}> logits, Span<{{T}}> probabilities, {{T}} largest, double sum)
            {
                {{dispatch.Call("PieceOfRow", ["logits", "probabilities"], ["largest", "sum"], returns: false)}}
            }
            """
        );
}
