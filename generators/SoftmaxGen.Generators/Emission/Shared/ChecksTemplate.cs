using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>The checks of arguments that know neither class count nor element type, and all that throws for them.</summary>
internal sealed class ChecksTemplate(bool hasVectors, Attributes attributes)
{
    public string Render() =>
        CodeBlock.Stack(Parameters(), Lengths(), ApartTemplate.OverlapMethod(hasVectors), Labels(), Throws());

    private static string Parameters()
    {
        var names = Checked.Names;
        return CodeBlock.Render(
            $$"""
            /// <summary>A parameter of a public member.</summary>
            internal enum Parameter
            {
                {{CodeBlock.Lines(names.Select(name => $"{Checked.Member(name)},"))}}
            }

            /// <summary>What an element of a row belongs to.</summary>
            internal enum Noun
            {
                Class,
                Output,
            }

            private static string NameOf(Noun noun) => noun == Noun.Class ? "class" : "output";

            private static string NameOf(Parameter parameter) =>
                parameter switch
                {
                    {{CodeBlock.Lines(
                names.Take(names.Count - 1).Select(name => $"{Checked.Parameter(name)} => \"{name}\",")
            )}}
                    _ => "{{names[names.Count - 1]}}",
                };
            """
        );
    }

    private static string Lengths() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            internal static void RequireSameLength(int wanted, int length, Parameter parameter)
            {
                if (length != wanted)
                {
                    ThrowSameLength(wanted, length, parameter);
                }
            }

            {{Attributes.Inline}}
            internal static void RequireOnePerRow(int rows, int length, Parameter parameter)
            {
                if (length != rows)
                {
                    ThrowOnePerRow(rows, length, parameter);
                }
            }

            {{Attributes.Inline}}
            internal static void RequireReduction(Reduction reduction)
            {
                if (reduction != Reduction.Mean && reduction != Reduction.Sum)
                {
                    ThrowReduction(reduction);
                }
            }
            """
        );

    private string Labels() =>
        CodeBlock.Stack(
            RequireLabels(
                "",
                "",
                "if (!Vector128.LessThanAll(Vector128.AsUInt32(four), Vector128.Create((uint)classes)))",
                "label < 0 || label >= classes"
            ),
            RequireLabels(
                ", int ignored",
                ", ignored",
                """
                var isClass = Vector128.LessThan(Vector128.AsUInt32(four), Vector128.Create((uint)classes));
                var isIgnored = Vector128.Equals(four, Vector128.Create(ignored));
                if ((Vector128.AsInt32(isClass) | isIgnored) != Vector128<int>.AllBitsSet)
                """,
                "(label < 0 || label >= classes) && label != ignored"
            )
        );

    /// <summary>Stops at the first four labels that have one to throw for.</summary>
    private string RequireLabels(string parameter, string argument, string ifNotAll, string isNoLabel) =>
        CodeBlock.Render(
            $$"""
            /// <summary>Every label has to be a class index{{(
                parameter.Length == 0 ? "" : ", or the one of rows that are ignored"
            )}}.</summary>
            {{attributes.Entry}}
            internal static void RequireLabels(ReadOnlySpan<int> labels, int classes{{parameter}}, string head)
            {
                var row = 0;
                {{(hasVectors ? SkipFours(ifNotAll) : "")}}
                for (; row < labels.Length; row++)
                {
                    var label = labels[row];
                    if ({{isNoLabel}})
                    {
                        ThrowLabels(row, label, classes{{argument}}, head);
                    }
                }
            }
            """
        );

    private static string SkipFours(string ifNotAll) =>
        CodeBlock.Render(
            $$"""
            for (; row + 4 <= labels.Length; row += 4)
            {
                var four = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(labels), (nuint)row);
                {{ifNotAll}}
                {
                    break;
                }
            }
            """
        );

    /// <summary>
    /// What throws is kept out of the methods that check, and what makes the exception out of what throws: the JIT looks into a
    /// method of less than 100 bytes only, and sees that it does not return.
    /// </summary>
    private string Throws() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                {{attributes.Throw}}
                internal static void ThrowLength(int length, int wanted, Noun noun, Parameter parameter, string head) =>
                    throw WrongLength(length, wanted, noun, parameter, head);

                private static ArgumentException WrongLength(int length, int wanted, Noun noun, Parameter parameter, string head) =>
                    Wrong(parameter, $"{head} takes rows of exactly {Elements(wanted)}, one per {NameOf(noun)}, but ", length, ".");

                {{attributes.Throw}}
                internal static void ThrowRows(int length, int wanted, Noun noun, Parameter parameter, string head) =>
                    throw WrongRows(length, wanted, noun, parameter, head);

                private static ArgumentException WrongRows(int length, int wanted, Noun noun, Parameter parameter, string head) =>
                    Wrong(parameter, $"{head} takes whole rows of {Elements(wanted)}, one per {NameOf(noun)}, but ", length, $", which is no multiple of {wanted}.");

                {{attributes.Throw}}
                private static void ThrowSameLength(int wanted, int length, Parameter parameter) =>
                    throw Wrong(parameter, "", length, $", but {wanted} are wanted, as in the first argument.");

                {{attributes.Throw}}
                private static void ThrowOnePerRow(int rows, int length, Parameter parameter) =>
                    throw Wrong(parameter, "", length, $", but {rows} are wanted: one per row.");

                private static ArgumentException Wrong(Parameter parameter, string before, int length, string behind) =>
                    new ArgumentException($"{before}'{NameOf(parameter)}' has {Elements(length)}{behind}", NameOf(parameter));

                private static string Elements(int count) => count == 1 ? "1 element" : $"{count} elements";

                {{attributes.Throw}}
                internal static void ThrowOverlap(Parameter parameter) =>
                    throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input in part: pass the same memory, or memory apart from it.", NameOf(parameter));

                {{attributes.Throw}}
                internal static void ThrowNotApart(Parameter parameter) =>
                    throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input: pass memory apart from it.", NameOf(parameter));

                {{attributes.Throw}}
                private static void ThrowReduction(Reduction reduction) =>
                    throw new ArgumentOutOfRangeException("reduction", reduction, "A batch of losses is reduced by Reduction.Mean or Reduction.Sum.");

                {{attributes.Throw}}
                internal static void ThrowTop(int labels, int values, int classes) => throw WrongTop(labels, values, classes);

                private static ArgumentException WrongTop(int labels, int values, int classes) =>
                    new ArgumentException($"TopK writes as many labels as values, at most {classes}, " + $"but 'labels' has {Elements(labels)} and 'values' {values}.", labels > classes ? "labels" : "values");

                {{attributes.Throw}}
                internal static void ThrowNoDistribution() =>
                    throw new ArgumentException("The row has no distribution to sample from: a logit is NaN or +infinity, or all are -infinity.", "logits");

                internal static string LabelRange(int classes, string head) =>
                    $"A label of {head} is a class index from 0 to {classes - 1}";

                internal static string OrIgnored(int ignored) => $", or {ignored} where the row is to be ignored";
                """
            ),
            ThrowsOfLabels("int", attributes)
        );

    /// <summary>What throws for labels of one type.</summary>
    public static string ThrowsOfLabels(string type, Attributes attributes)
    {
        return CodeBlock.Stack(
            Of("", "", "{LabelRange(classes, head)}."),
            Of(", int ignored", ", ignored", "{LabelRange(classes, head)}{OrIgnored(ignored)}.")
        );

        string Of(string parameter, string argument, string range) =>
            CodeBlock.Render(
                $$"""
                {{attributes.Throw}}
                internal static void ThrowLabel({{type}} label, int classes{{parameter}}, string head) =>
                    throw new ArgumentOutOfRangeException("label", label, $"{{range}}");

                {{attributes.Throw}}
                internal static void ThrowLabels(int row, {{type}} label, int classes{{parameter}}, string head) =>
                    throw new ArgumentOutOfRangeException("labels", label, WrongLabel(row, label, classes{{argument}}, head));

                private static string WrongLabel(int row, {{type}} label, int classes{{parameter}}, string head) =>
                    $"The label of row {row} is {label}. {{range}}";
                """
            );
    }
}
