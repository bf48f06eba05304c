using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// Many rows in passes over all of them. A row by itself waits for its maximum, then for its sum; here the processor has
/// other rows to work on meanwhile, and what there is one of for each row is computed for all at once, in lanes.
/// </summary>
internal sealed class ManyRowsTemplate(KernelPlan plan, BatchPlan batch, Attributes attributes)
{
    private readonly SingleRowCode code = RowCode.Of(plan, batch.Row);
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
            Folds(),
            ReferenceOfRow(),
            AlignedStart(),
            LaneOf(lanes, "float"),
            LaneOf(lanes, "int")
        );

    private string Softmax() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The probabilities of {{batch.Lanes}} rows at a time. Between the passes their terms are in a buffer.</summary>
            {{attributes.Entry}}
            private static nuint SoftmaxMany{{Suffix}}(ref float logits, ref float probabilities, nuint rows)
            {
                {{Buffer(withTerms: true)}}
                var max = LargestOfRows{{Suffix}}(ref logits, ref buffer);
                do
                {
                    {{References()}}
                    {{ForEachRow(
                $"TermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, {ReferenceOfThis}){AsFloats}.StoreUnsafe({LineOf("buffer")});"
            )}}

                    var sum = SumOfRows{{Suffix}}(ref buffer);
                    {{Reciprocals()}}
                    {{NextMax("max = LargestOfRows")}}

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
            /// <summary>The logarithms of the probabilities of {{batch.Lanes}} rows at a time.</summary>
            {{attributes.Entry}}
            private static nuint LogSoftmaxMany{{Suffix}}(ref float logits, ref float logProbabilities, nuint rows)
            {
                {{Buffer(withTerms: false)}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var max = LargestOfRows{{Suffix}}(ref logits, ref buffer);
                    {{TileCode.StopAtLarge(lanes)}}
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

    private string LabelLosses() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows at a time.</summary>
            {{attributes.Entry}}
            private static nuint LabelLossesMany{{Suffix}}(ref float logits, ref int labels, ref float losses, nuint rows)
            {
                {{Buffer(withTerms: false)}}
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var max = LargestOfRows{{Suffix}}(ref logits, ref buffer);
                    {{TileCode.StopAtLarge(lanes)}}
                    var log = LogOfSums{{Suffix}}(ref logits, ref buffer, max);
                    (max - ElementsOfLabels{{Suffix}}(ref logits, ref labels) + log).StoreUnsafe(ref losses);

                    {{Next("logits")}}
                    {{NextOfList("labels")}}
                    {{NextOfList("losses")}}
                }

                return rows;
            }
            """
        );

    private string LabelGradients() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The losses of the labels of {{batch.Lanes}} rows at a time, and their gradients, times <paramref name="scale"/>.</summary>
            {{attributes.Entry}}
            private static nuint LabelGradientsMany{{Suffix}}(ref float logits, ref int labels, ref float gradients, ref float losses, float scale, nuint rows)
            {
                {{Buffer(withTerms: true)}}
                var factor = {{lanes.Constant("scale")}};
                ref var othersInLanes = ref Unsafe.Add(ref buffer, {{LineFloats}});
                for (; rows >= {{batch.Lanes}}; rows -= {{batch.Lanes}})
                {
                    var logit = ElementsOfLabels{{Suffix}}(ref logits, ref labels);
                    var max = LargestOfRows{{Suffix}}(ref logits, ref buffer);
                    {{References()}}
                    var first = {{lanes.IntType}}.Zero;
                    {{ForEachRow(
                CodeBlock.Lines(
                    $"GradientTermsOfRow{Suffix}({lanes.RowOf("logits")}, {TermsOf}, LaneOf(ref max, row), {ReferenceOfThis}, out LaneOf(ref first, row), out var othersOfRow){AsFloats}.StoreUnsafe({LineOf("buffer")});",
                    $"othersOfRow{AsFloats}.StoreUnsafe({LineOf("othersInLanes")});"
                )
            )}}

                    var sum = SumOfRows{{Suffix}}(ref buffer);
                    var others = SumOfRows{{Suffix}}(ref othersInLanes);
                    {{Reciprocals()}}
                    {{ForEachRow(
                $"GradientOfRow{Suffix}({TermsOf}, {lanes.RowOf("gradients")}, LaneOf(ref minusSum, row), LaneOf(ref reciprocal, row), factor);"
            )}}

                    (max - logit + LogOnePlus(others / Exp(max, references))).StoreUnsafe(ref losses);

                    // p - 1 would cancel where the label has the largest logit.
                    var isFirst = {{lanes.Class}}.Equals({{lanes.Class}}.LoadUnsafe(ref labels), first).AsSingle();
                    var ofLabel = Select(isFirst, -(others / sum), {{code.Quotient(
                "Exp(logit, references)"
            )}} - {{lanes.Constant("1f")}});
                    ofLabel *= factor;
                    {{ForEachRow(
                "ElementOfLabel(ref gradients, ref labels, row) = LaneOf(ref ofLabel, row);"
            )}}

                    {{Next("logits")}}
                    {{Next("gradients")}}
                    {{NextOfList("labels")}}
                    {{NextOfList("losses")}}
                }

                return rows;
            }
            """
        );

    private string References() =>
        CodeBlock.Lines(TileCode.StopAtLarge(lanes), $"var references = new Reference{Suffix}(max);");

    private string Reciprocals() =>
        CodeBlock.Lines($"var reciprocal = {lanes.Constant("1f")} / sum;", "var minusSum = -sum;");

    private string NextMax(string statement) =>
        CodeBlock.Render(
            $$"""
            rows -= {{batch.Lanes}};
            if (rows >= {{batch.Lanes}})
            {
                // Of the next rows, while the sums of these are under way.
                {{Next("logits")}}
                {{statement}}{{Suffix}}(ref logits, ref buffer);
            }
            """
        );

    private string Next(string rows) =>
        CodeBlock.Render($"{rows} = ref Unsafe.Add(ref {rows}, {batch.Lanes * plan.Classes});");

    private string NextOfList(string list) => CodeBlock.Render($"{list} = ref Unsafe.Add(ref {list}, {batch.Lanes});");

    private bool IsOneVector => code.Row.Vectors == 1;

    private string LargestOfRows() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logit of each row.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LargestOfRows{{Suffix}}(ref float logits, ref float buffer)
            {
                {{(
                IsOneVector
                    ? ""
                    : ForEachRow($"MaxInLanesOfRow{Suffix}({lanes.RowOf("logits")}).StoreUnsafe({LineOf("buffer")});")
            )}}

                return MaxOfRows{{Suffix}}(ref {{(IsOneVector ? "logits" : "buffer")}});
            }
            """
        );

    private string LogOfSums() =>
        CodeBlock.Render(
            $$"""
            /// <summary>How far log-sum-exp of each row lies above its largest logit.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LogOfSums{{Suffix}}(ref float logits, ref float buffer, {{lanes.Type}} max)
            {
                var references = new Reference{{Suffix}}(max);
                {{ForEachRow(
                $"OthersOfRow{Suffix}({lanes.RowOf("logits")}, LaneOf(ref max, row), {ReferenceOfThis}){AsFloats}.StoreUnsafe({LineOf("buffer")});"
            )}}

                return LogOnePlus(SumOfRows{{Suffix}}(ref buffer) / Exp(max, references));
            }
            """
        );

    private string Folds()
    {
        var folds = new RowsFoldTemplate(batch);
        return CodeBlock.Stack(
            folds.Max(row => VectorOf(IsOneVector ? row * plan.Classes : row * batch.Lanes)),
            folds.Sum(),
            folds.Shuffles()
        );
    }

    private string VectorOf(int offset) =>
        code.Row.Shape == RowShape.Joined
            ? $"LoadHalves(ref {(offset == 0 ? "rows" : CodeBlock.Render($"Unsafe.Add(ref rows, {offset})"))})"
            : lanes.Load("rows", CodeBlock.Render($"{offset}"));

    private const string ReferenceOfThis = "ReferenceOfRow(ref references, row)";

    private string AsFloats => batch.SumsInDouble ? ".AsSingle()" : "";

    /// <summary>The vector that a buffer has for a row.</summary>
    private string LineOf(string buffer) => CodeBlock.Render($"ref Unsafe.Add(ref {buffer}, row * {batch.Lanes})");

    private int LineFloats => batch.Lanes * batch.Lanes;

    /// <summary>A row starts anew among the terms for each vector: none overlaps another, as they may in a row.</summary>
    private string TermsOf => CodeBlock.Render($"ref Unsafe.Add(ref terms, row * {TermsPerRow})");

    private int TermsPerRow => code.Row.Vectors * code.Row.Lanes;

    /// <summary>What is kept between the passes: two vectors for each row, then the terms where they are needed.</summary>
    private string Buffer(bool withTerms)
    {
        var lines = 2 * LineFloats;
        var floats = lines + (withTerms ? batch.Lanes * TermsPerRow : 0);
        return CodeBlock.Lines(
            CodeBlock.Render($"Span<float> memory = stackalloc float[{floats + batch.Lanes}];"),
            $"ref var buffer = ref AlignedStart{Suffix}(memory);",
            withTerms ? CodeBlock.Render($"ref var terms = ref Unsafe.Add(ref buffer, {lines});") : ""
        );
    }

    private string AlignedStart() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The first element that a vector of aligned memory begins with: no access crosses a cache line.</summary>
            {{Attributes.Inline}}
            private static ref float AlignedStart{{Suffix}}(Span<float> memory)
            {
                ref var start = ref MemoryMarshal.GetReference(memory);
                var address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref start);
                return ref Unsafe.AddByteOffset(ref start, -address & {{(batch.Lanes * sizeof(float)) - 1}});
            }
            """
        );

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
