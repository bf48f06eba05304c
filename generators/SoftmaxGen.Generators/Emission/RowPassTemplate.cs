namespace SoftmaxGen.Generators.Emission;

/// <summary>The single passes over a row that many rows are computed in.</summary>
internal sealed class RowPassTemplate(SingleRowCode row, Attributes attributes)
{
    private readonly SingleRowCode code = row.KeepingLogits;

    private LaneSyntax Lanes => code.Lanes;

    private string Suffix => code.Suffix;

    public string Render() =>
        CodeBlock.Stack(
            LargestOfRow(),
            FirstLargestOfRow(),
            TermsOfRow(),
            OthersOfRow(),
            GradientTermsOfRow(),
            QuotientsOfRow(),
            DifferencesOfRow()
        );

    private string LargestOfRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static float LargestOfRow{{Suffix}}({{Lanes.Input("logits")}})
            {
                {{code.Load(Operand.Logits)}}
                {{code.Max("max")}}
                return {{code.Result("max")}};
            }
            """
        );

    private string FirstLargestOfRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static float LargestOfRow{{Suffix}}({{Lanes.Input("logits")}}, out int firstOfRow)
            {
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}
                firstOfRow = first;
                return {{code.Result("max")}};
            }
            """
        );

    private string TermsOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Writes the terms of a row into a buffer, and returns their sum.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static float TermsOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "terms"
            )}}, Reference{{Suffix}} row, float shiftOfRow)
            {
                {{code.Load(Operand.Logits)}}
                var shift = {{Lanes.Constant("shiftOfRow")}};
                {{code.SumIntoBuffer(Pass(new RowSum("sum", "e")))}}
                return {{code.Result("sum")}};
            }
            """
        );

    private string OthersOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The sum of the terms of a row without its largest.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static float OthersOfRow{{Suffix}}({{Lanes.Input("logits")}}, int first, Reference{{Suffix}} row, float shiftOfRow)
            {
                {{code.Load(Operand.Logits)}}
                var shift = {{Lanes.Constant("shiftOfRow")}};
                {{code.Sum(Pass(OthersSum) with { StoredIn = null })}}
                return {{code.Result("others")}};
            }
            """
        );

    private string GradientTermsOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Writes the terms of a row into a buffer, and returns their sum, with and without the largest.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static float GradientTermsOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "terms"
            )}}, int first, Reference{{Suffix}} row, float shiftOfRow, out float othersOfRow)
            {
                {{code.Load(Operand.Logits)}}
                var shift = {{Lanes.Constant("shiftOfRow")}};
                {{code.SumIntoBuffer(Pass(new RowSum("sum", "e"), OthersSum))}}
                othersOfRow = {{code.Result("others")}};
                return {{code.Result("sum")}};
            }
            """
        );

    private static readonly RowSum OthersSum = new("others", "e", WithoutFirst: true);

    private SumPass Pass(params RowSum[] sums) => new([Operand.Logits], [code.Exponential], sums, "terms");

    private string QuotientsOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Divides the terms of a row by their sum, and multiplies by <paramref name="scale"/>.</summary>
            {{Attributes.Inline}}
            private static void QuotientsOfRow{{Suffix}}({{Lanes.Input("terms")}}, {{Lanes.Output(
                "output"
            )}}, float sumOfRow, float scale)
            {
                var sum = {{Lanes.Constant("sumOfRow")}};
                {{code.Reciprocal}}
                var factor = {{Lanes.Constant("scale")}};
                {{code.MapBuffer("terms", e => $"{code.Quotient(e)} * factor", "output")}}
            }
            """
        );

    private string DifferencesOfRow()
    {
        var map = new MapPass([Operand.Logits], [], local => $"{local("z")} - max - log", "logProbabilities");
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void DifferencesOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "logProbabilities"
            )}}, float largest, float logOfRow)
            {
                {{code.Load(Operand.Logits)}}
                var max = {{Lanes.Constant("largest")}};
                var log = {{Lanes.Constant("logOfRow")}};
                {{code.Map(map)}}
            }
            """
        );
    }
}
