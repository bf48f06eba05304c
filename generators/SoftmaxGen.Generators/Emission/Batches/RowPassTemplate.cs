using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>The single passes over a row that many rows are computed in.</summary>
internal sealed class RowPassTemplate(SingleRowCode row, Attributes attributes)
{
    private readonly SingleRowCode code = row.OfSmallLogits;

    private readonly LabelSyntax label = new(row.OfSmallLogits);

    private LaneSyntax Lanes => code.Lanes;

    private string T => Lanes.T;

    private string Suffix => code.Suffix;

    public string Render() =>
        CodeBlock.Stack(
            code.Row.Vectors == 1 ? "" : MaxInLanesOfRow(),
            TermsOfRow(),
            OthersOfRow(LabelSyntax.Plain(code)),
            label.IsSmoothed ? OthersOfRow(label) : "",
            GradientTermsOfRow(),
            QuotientsOfRow(),
            DifferencesOfRow()
        );

    private string MaxInLanesOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logits of a row, one for each lane.</summary>
            {{Attributes.Inline}}
            private static {{Lanes.Type}} MaxInLanesOfRow{{Suffix}}({{Lanes.Input("logits")}})
            {
                {{code.Load(Operand.Logits)}}
                return {{code.MaxInLanes}};
            }
            """
        );

    private string TermsOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Writes the terms of a row into a buffer, and returns their sum, in lanes.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static {{code.LaneSumType}} TermsOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "terms"
            )}}, Reference{{Suffix}} row)
            {
                {{code.Load(Operand.Logits)}}
                {{code.SumIntoBuffer(Pass(new RowSum("sum", "e")))}}
                return sum;
            }
            """
        );

    private string OthersOfRow(LabelSyntax label) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The sum of the terms of a row without its largest, in lanes{{label.AndSmoothed}}.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static {{code.LaneSumType}} OthersOfRow{{Suffix}}({{Lanes.Input(
                "logits"
            )}}, {{T}} largest, Reference{{Suffix}} row{{OutSmoothed(label)}})
            {
                {{LoadAndFirst(label)}}
                {{code.Sum(label.Pass(Pass(OthersSum)) with { StoredIn = null })}}
                {{label.SetSmoothed}}
                return others;
            }
            """
        );

    private string GradientTermsOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Writes the terms of a row into a buffer, and returns their sum, with and without the largest{{label.AndSmoothed}}.</summary>
            {{attributes.KernelOf(code.Row)}}
            private static {{code.LaneSumType}} GradientTermsOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "terms"
            )}}, {{T}} largest, Reference{{Suffix}} row, out {{Lanes.Element.Integer}} firstOfRow, out {{code.LaneSumType}} othersOfRow{{OutSmoothed(label)}})
            {
                {{LoadAndFirst(label)}}
                firstOfRow = first;
                {{code.SumIntoBuffer(label.Pass(Pass(new RowSum("sum", "e"), OthersSum)))}}
                othersOfRow = others;
                {{label.SetSmoothed}}
                return sum;
            }
            """
        );

    private string OutSmoothed(LabelSyntax label) => label.IsSmoothed ? $", out {code.LaneSumType} smoothedOfRow" : "";

    private string LoadAndFirst(LabelSyntax label) =>
        CodeBlock.Lines(
            code.Load([Operand.Logits, .. label.Inputs]),
            $"var max = {Lanes.Constant("largest")};",
            code.First("max"),
            label.ScaledMax
        );

    private static readonly RowSum OthersSum = new("others", "e", WithoutFirst: true);

    private SumPass Pass(params RowSum[] sums) =>
        new([Operand.Logits], [code.Exponential], sums, "terms", InLanes: true);

    private string QuotientsOfRow() =>
        CodeBlock.Stack(
            Quotients("ProbabilitiesOfRow", "Divides the terms of a row by their sum.", "", (e, _) => code.Quotient(e)),
            Quotients(
                "GradientOfRow",
                label.IsSmoothed
                    ? "The gradient of a row, without its label's part, times <paramref name=\"factor\"/>."
                    : "Divides the terms of a row by their sum, and multiplies by <paramref name=\"factor\"/>.",
                $"{(label.HasTotal ? $", {Lanes.Type} total" : "")}, {Lanes.Type} factor",
                (e, table) => $"{label.Gradient(code.Quotient(e), table)} * factor"
            )
        );

    private string Quotients(
        string name,
        string summary,
        string parameters,
        Func<string, Func<Operand, string>, string> value
    ) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static void {{name}}{{Suffix}}({{Lanes.Input("terms")}}, {{Lanes.Output(
                "output"
            )}}, {{T}} minusSumOfRow, {{T}} reciprocalOfRow{{parameters}})
            {
                var minusSum = {{Lanes.Constant("minusSumOfRow")}};
                var reciprocal = {{Lanes.Constant("reciprocalOfRow")}};
                {{code.MapBuffer("terms", value, "output")}}
            }
            """
        );

    private string DifferencesOfRow()
    {
        var logProbability = new LogProbability(code, "max");
        var map = new MapPass([Operand.Logits], [], local => logProbability.Of(local("z")), "logProbabilities");
        return CodeBlock.Render(
            $$"""
            /// <summary>The logarithms of the probabilities of a row.</summary>
            {{Attributes.Inline}}
            private static void DifferencesOfRow{{Suffix}}({{Lanes.Input("logits")}}, {{Lanes.Output(
                "logProbabilities"
            )}}, {{T}} largest, {{T}} logOfRow)
            {
                {{code.Load(Operand.Logits)}}
                var max = {{Lanes.Constant("largest")}};
                var log = {{Lanes.Constant("logOfRow")}};
                {{logProbability.ScaledLargest}}
                {{code.Map(map)}}
            }
            """
        );
    }
}
