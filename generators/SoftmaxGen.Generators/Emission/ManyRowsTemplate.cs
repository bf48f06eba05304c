using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Many rows in passes over all of them. A row by itself waits for its maximum, then for its sum; here the processor has
/// other rows to work on meanwhile, and what there is one of for each row is computed for all at once, in lanes.
/// </summary>
internal sealed class ManyRowsTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, plan.RowOf(batch));
    private readonly VectorSyntax lanes = new(batch.Lanes, batch.PortableMath);

    private string Suffix => lanes.Suffix;

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            LabelLosses(),
            LabelGradients(),
            LargestOfRows(),
            LogOfSums(),
            new RowPassTemplate(code, attributes).Render(),
            ReferenceOfRow(),
            LaneOf(lanes, "float"),
            LaneOf(lanes, "int")
        );

    private string Softmax() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The probabilities of {{batch.Lanes}} rows. Between the passes their terms are in a buffer.</summary>
            {{attributes.Entry}}
            private static void SoftmaxMany{{Suffix}}(ref float logits, ref float probabilities, ref float terms)
            {
                var max = LargestOfRows{{Suffix}}(ref logits);
                {{References()}}
                var sum = {{lanes.Zero}};
                {{ForEachRow(
                $"LaneOf(ref sum, row) = TermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, ReferenceOfRow(ref rows, row), LaneOf(ref shift, row));"
            )}}

                {{ForEachRow(
                $"QuotientsOfRow{Suffix}({TermsOf}, {lanes.RowOf("probabilities")}, LaneOf(ref sum, row), 1f);"
            )}}
            }
            """
        );

    private string LogSoftmax() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The logarithms of the probabilities of {{batch.Lanes}} rows.</summary>
            {{attributes.Entry}}
            private static void LogSoftmaxMany{{Suffix}}(ref float logits, ref float logProbabilities)
            {
                var log = LogOfSums{{Suffix}}(ref logits, out var max);
                {{ForEachRow(
                $"DifferencesOfRow{Suffix}({lanes.RowOf("logits")}, {lanes.RowOf("logProbabilities")}, LaneOf(ref max, row), LaneOf(ref log, row));"
            )}}
            }
            """
        );

    private string References() =>
        CodeBlock.Lines(
            "var shift = LargeOf(max);",
            "var top = max - shift;",
            $"var rows = new Reference{Suffix}(top);"
        );

    private string LabelLosses() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows.</summary>
            {{attributes.Entry}}
            private static void LabelLossesMany{{Suffix}}(ref float logits, ref int labels, ref float losses)
            {
                var log = LogOfSums{{Suffix}}(ref logits, out var max);
                (max - ElementsOfLabels{{Suffix}}(ref logits, ref labels) + log).StoreUnsafe(ref losses);
            }
            """
        );

    private string LabelGradients() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows, and their gradients, times <paramref name="scale"/>.</summary>
            {{attributes.Entry}}
            private static void LabelGradientsMany{{Suffix}}(ref float logits, ref int labels, ref float gradients, ref float losses, float scale, ref float terms)
            {
                var logit = ElementsOfLabels{{Suffix}}(ref logits, ref labels);
                var max = LargestOfRows{{Suffix}}(ref logits, out var first);
                {{References()}}
                var sum = {{lanes.Zero}};
                var others = {{lanes.Zero}};
                {{ForEachRow(
                $"LaneOf(ref sum, row) = GradientTermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, LaneOf(ref first, row), ReferenceOfRow(ref rows, row), LaneOf(ref shift, row), out LaneOf(ref others, row));"
            )}}

                {{ForEachRow(
                $"QuotientsOfRow{Suffix}({TermsOf}, {lanes.RowOf("gradients")}, LaneOf(ref sum, row), scale);"
            )}}

                (max - logit + LogOnePlus(others / Exp(top, rows))).StoreUnsafe(ref losses);

                // p - 1 would cancel where the label has the largest logit.
                {{code.Reciprocal}}
                var isFirst = {{lanes.Class}}.Equals({{lanes.Class}}.LoadUnsafe(ref labels), first).AsSingle();
                var ofLabel = Select(isFirst, -(others / sum), {{code.Quotient(
                "Exp(logit - shift, rows)"
            )}} - {{lanes.Constant("1f")}});
                ofLabel *= {{lanes.Constant("scale")}};
                {{ForEachRow(
                "ElementOfLabel(ref gradients, ref labels, row) = LaneOf(ref ofLabel, row);"
            )}}
            }
            """
        );

    private string LargestOfRows() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logit of each row.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LargestOfRows{{Suffix}}(ref float logits)
            {
                var max = {{lanes.Zero}};
                {{ForEachRow($"LaneOf(ref max, row) = LargestOfRow{Suffix}({lanes.RowOf("logits")});")}}

                return max;
            }

            /// <summary>The largest logit of each row, and where it stands first.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LargestOfRows{{Suffix}}(ref float logits, out {{lanes.IntType}} first)
            {
                var max = {{lanes.Zero}};
                first = {{lanes.IntType}}.Zero;
                {{ForEachRow(
                $"LaneOf(ref max, row) = LargestOfRow{Suffix}({lanes.RowOf("logits")}, out LaneOf(ref first, row));"
            )}}

                return max;
            }
            """
        );

    private string LogOfSums() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logit of each row, and how far log-sum-exp lies above it.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOfSums{{Suffix}}(ref float logits, out {{lanes.Type}} max)
            {
                max = LargestOfRows{{Suffix}}(ref logits, out var first);
                {{References()}}
                var others = {{lanes.Zero}};
                {{ForEachRow(
                $"LaneOf(ref others, row) = OthersOfRow{Suffix}({lanes.RowOf("logits")}, LaneOf(ref first, row), ReferenceOfRow(ref rows, row), LaneOf(ref shift, row));"
            )}}

                return LogOnePlus(others / Exp(top, rows));
            }
            """
        );

    /// <summary>A row starts anew in the buffer for each vector: none overlaps another, as they may in a row.</summary>
    private string TermsOf => CodeBlock.Render($"ref Unsafe.Add(ref terms, row * {TermsPerRow(code.Row)})");

    /// <summary>The size of the buffer for the terms of as many rows as are taken at once.</summary>
    public static int BufferSize(KernelPlan plan, BatchPlan batch) => batch.Lanes * TermsPerRow(plan.RowOf(batch));

    private static int TermsPerRow(RowPlan row) => row.Vectors * row.Lanes;

    private string ForEachRow(string body) =>
        CodeBlock.Render(
            $$"""
            for (nuint row = 0; row < {{batch.Lanes}}; row++)
            {
                {{body}}
            }
            """
        );

    private string ReferenceOfRow() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The reference of one row, in every lane, from those of many.</summary>
            {{Attributes.Inline}}
            private static Reference{{Suffix}} ReferenceOfRow(ref Reference{{Suffix}} rows, nuint row)
            {
                Reference{{Suffix}} reference;
                reference.Floor = {{lanes.Constant("LaneOf(ref rows.Floor, row)")}};
                reference.Rounder = {{lanes.Constant("LaneOf(ref rows.Rounder, row)")}};
                return reference;
            }
            """
        );

    public static string LaneOf(VectorSyntax lanes, string element) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static ref {{element}} LaneOf(ref {{lanes.Class}}<{{element}}> v, nuint lane) =>
                ref Unsafe.Add(ref Unsafe.As<{{lanes.Class}}<{{element}}>, {{element}}>(ref v), lane);
            """
        );
}
