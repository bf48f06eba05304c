using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// Many rows in passes over all of them. A row by itself waits for its maximum, then for its sum; here the processor has
/// other rows to work on meanwhile, and what there is one of for each row is computed for all at once, in lanes.
/// </summary>
internal sealed partial class ManyRowsTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, batch.Row);
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    private string Suffix => lanes.Suffix;

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            LabelLosses(),
            LabelGradients(),
            LargestOfRows(),
            LogOfSums(isSmoothed: false),
            IsSmoothed ? LogOfSums(isSmoothed: true) : "",
            new RowPassTemplate(code, attributes).Render(),
            plan.Options.Temperature is null ? "" : LaneAccessTemplate.ReferenceOfRow(lanes)
        );

    private string Softmax() =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The probabilities")}}
            {{attributes.Entry}}
            private static nuint SoftmaxMany{{Suffix}}(ref {{T}} logits, ref {{T}} probabilities, nuint rows)
            {
                {{Buffer(lines: 1, withTerms: true)}}
                var max = {{LargestOfLogits}};
                do
                {
                    {{References()}}
                    {{ForEachRow(
                StoreLine($"TermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, {ReferenceOfThis})", "buffer")
            )}}

                    var sum = SumOfRows{{Suffix}}(ref buffer);
                    {{Reciprocals()}}
                    {{NextMax()}}

                    {{ForEachRow(
                $"ProbabilitiesOfRow{Suffix}({TermsOf}, {lanes.RowOf("probabilities")}, LaneOf(ref minusSum, row), LaneOf(ref reciprocal, row));"
            )}}

                    {{Next("probabilities")}}
                }
                while (rows >= {{batch.Lanes}});

                return rows;
            }
            """
        );

    private string LogSoftmax() =>
        CodeBlock.Render(
            $$"""
            {{RowRun.Documentation("The logarithms of the probabilities")}}
            {{attributes.Entry}}
            private static nuint LogSoftmaxMany{{Suffix}}(ref {{T}} logits, ref {{T}} logProbabilities, nuint rows)
            {
                {{Buffer(lines: 1, withTerms: false)}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var max = {{LargestOfLogits}};
                    {{RowRun.StopAtLarge(lanes)}}
                    var log = LogOfSums{{Suffix}}(ref logits, ref buffer, max);
                    {{ForEachRow(
                $"DifferencesOfRow{Suffix}({lanes.RowOf("logits")}, {lanes.RowOf("logProbabilities")}, LaneOf(ref max, row), LaneOf(ref log, row));"
            )}}

                    {{Next("logits")}}
                    {{Next("logProbabilities")}}
                }

                return rows;
            }
            """
        );

    private string References() =>
        CodeBlock.Lines(RowRun.StopAtLarge(lanes), $"var references = new Reference{Suffix}(max);");

    private string Reciprocals() =>
        CodeBlock.Lines($"var reciprocal = {lanes.Constant(lanes.Element.One)} / sum;", "var minusSum = -sum;");

    private string NextMax() =>
        CodeBlock.Render(
            $$"""
            rows -= {{batch.Lanes}};
            if (rows >= {{batch.Lanes}})
            {
                // Of the next rows, while the sums of these are under way.
                {{Next("logits")}}
                max = {{LargestOfLogits}};
            }
            """
        );

    private string Next(string rows) => RowRun.Advance(rows, batch.Lanes * plan.Classes);

    private string NextOfList(string list) => RowRun.Advance(list, batch.Lanes);

    private bool IsOneVector => code.Row.Vectors == 1;

    /// <summary>A row of one vector is folded as it is; else a buffer has the vector of each row.</summary>
    private string LargestOfLogits =>
        IsOneVector ? $"LargestOfRows{Suffix}(ref logits)" : $"LargestOfRows{Suffix}(ref logits, ref buffer)";

    private string LargestOfRows() =>
        IsOneVector
            ? CodeBlock.Stack(
                folds.Max("private", "LargestOfRows", row => VectorOf(row * plan.Classes)),
                batch.WidensSums || plan.Element == ElementType.Double ? "" : folds.Sum("private", isWidened: false)
            )
            : CodeBlock.Render(
                $$"""
                /// <summary>The largest logit of each row.</summary>
                {{Attributes.Inline}}
                private static {{lanes.Type}} LargestOfRows{{Suffix}}(ref {{T}} logits, ref {{T}} buffer)
                {
                    {{ForEachRow(
                    lanes.Store($"MaxInLanesOfRow{Suffix}({lanes.RowOf("logits")})", LineOf("buffer"), "0")
                )}}

                    return MaxOfRows{{Suffix}}(ref buffer);
                }
                """
            );

    private readonly RowsFoldTemplate folds = new(LaneSyntax.Of(batch));

    private string VectorOf(int offset) =>
        code.Row.Shape == RowShape.Joined
            ? $"LoadHalves(ref {(offset == 0 ? "rows" : CodeBlock.Render($"Unsafe.Add(ref rows, {offset})"))})"
            : lanes.Load("rows", CodeBlock.Render($"{offset}"));

    private const string ReferenceOfThis = "ReferenceOfRow(ref references, row)";

    /// <summary>Stores what a row has in its vector of a buffer.</summary>
    private string StoreLine(string value, string buffer) =>
        lanes.Store(batch.WidensSums ? lanes.AsElements(value) : value, LineOf(buffer), "0");

    private string LineOf(string buffer) => CodeBlock.Render($"Unsafe.Add(ref {buffer}, row * {batch.Lanes})");

    private int LineElements => batch.Lanes * batch.Lanes;

    /// <summary>A row starts anew among the terms for each vector: none overlaps another, as they may in a row.</summary>
    private string TermsOf => CodeBlock.Render($"ref Unsafe.Add(ref terms, row * {TermsPerRow})");

    private int TermsPerRow => code.Row.Vectors * code.Row.Lanes;

    /// <summary>What is kept between the passes: a vector or two for each row, then the terms where they are needed.</summary>
    private string Buffer(int lines, bool withTerms)
    {
        var elements = (lines * LineElements) + (withTerms ? batch.Lanes * TermsPerRow : 0);
        return CodeBlock.Lines(
            CodeBlock.Render($"Span<{T}> memory = stackalloc {T}[{elements + batch.Lanes}];"),
            $"ref var buffer = ref AlignedStart{Suffix}(memory);",
            withTerms ? CodeBlock.Render($"ref var terms = ref Unsafe.Add(ref buffer, {lines * LineElements});") : ""
        );
    }

    private string ForEachRow(string body) =>
        CodeBlock.Render(
            $$"""
            for (nuint row = 0; row < {{batch.Lanes}}; row++)
            {
                {{body}}
            }
            """
        );
}
