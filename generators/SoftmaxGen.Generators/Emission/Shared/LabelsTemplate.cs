using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>What heads need whose labels are made of an integer type other than int.</summary>
internal sealed class LabelsTemplate(LabelSpan form, ElementType element, bool hasVectors, Attributes attributes)
{
    private string T => ElementSyntax.Of(element).Type;

    private string U => form.Type;

    public string Render() =>
        CodeBlock.Stack(
            new ApartTemplate(hasVectors).Render(T, U),
            new ApartTemplate(hasVectors).Render(U, T),
            RequireLabels("", "", ""),
            RequireLabels(", int ignored", ", ignored", " && index != ignored"),
            form.IsWide ? CodeBlock.Stack(ToIndex(), ChecksTemplate.ThrowsOfLabels(U, attributes)) : "",
            ToIndices(),
            new TopKTemplate(form, element, attributes).Render()
        );

    private string RequireLabels(string parameter, string argument, string orIgnored) =>
        CodeBlock.Render(
            $$"""
            /// <summary>Every label has to be a class index{{(parameter.Length == 0 ? "" : ", or the one of rows that are ignored")}}.</summary>
            {{attributes.Entry}}
            internal static void RequireLabels(ReadOnlySpan<{{U}}> labels, int classes{{parameter}}, string head)
            {
                for (var row = 0; row < labels.Length; row++)
                {
                    int index = {{(
                !form.IsWide ? "labels[row]"
                : parameter.Length == 0 ? "ToIndex(labels[row], -1)"
                : "ToIndex(labels[row], ignored == int.MaxValue ? int.MinValue : int.MaxValue)"
            )}};
                    if ({{(orIgnored.Length == 0 ? "index < 0 || index >= classes" : "(index < 0 || index >= classes)")}}{{orIgnored}})
                    {
                        {{(form.IsWide ? "" : "Checks.")}}ThrowLabels(row, labels[row], classes{{argument}}, head);
                    }
                }
            }
            """
        );

    private string ToIndex() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class index; for what no int can hold, a number that is no label.</summary>
            {{Attributes.Inline}}
            internal static int ToIndex({{U}} label, int noLabel) => {{form.IsInt("label")}} ? (int)label : noLabel;
            """
        );

    private string ToIndices() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The class indices of some labels.</summary>
            {{Attributes.Inline}}
            internal static ReadOnlySpan<int> ToIndices(ReadOnlySpan<{{U}}> labels, Span<int> indices{{(
                form.IsWide ? ", int noLabel" : ""
            )}})
            {
                for (var row = 0; row < labels.Length; row++)
                {
                    indices[row] = {{(form.IsWide ? "ToIndex(labels[row], noLabel)" : "labels[row]")}};
                }

                return indices.Slice(0, labels.Length);
            }
            """
        );
}
