using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>
/// The largest scores of a row. The outputs are a heap while the row is read, with the last of the largest at its root; then
/// the root moves to the end until they are in order.
/// </summary>
internal sealed class TopKTemplate(LabelSpan form, ElementType elementType, Attributes attributes)
{
    private readonly string element = ElementSyntax.Of(elementType).Type;

    public string Render() => CodeBlock.Stack(Entry(), Sink());

    private string Entry() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest scores of a row with their labels, as many as the spans hold.</summary>
            {{attributes.Entry}}
            internal static void LargestScores(ReadOnlySpan<{{element}}> scores, Span<{{form.Type}}> labels, Span<{{element}}> values)
            {
                if (labels.Length != values.Length || labels.Length > scores.Length)
                {
                    ThrowTop(labels.Length, values.Length, scores.Length);
                }

                RequireApart(scores, labels, Parameter.Labels);
                RequireApart(scores, values, Parameter.Values);
                RequireApart((ReadOnlySpan<{{form.Type}}>)labels, values, Parameter.Values);
                var last = labels.Length - 1;
                if (last < 0)
                {
                    return;
                }

                for (var i = 0; i <= last; i++)
                {
                    values[i] = scores[i];
                    labels[i] = {{form.FromIndex("i")}};
                }

                // The last of the largest comes to the root, and leaves it where a score comes before it.
                for (var i = last / 2; i >= 0; i--)
                {
                    Sink(values, labels, i, last);
                }

                for (var i = last + 1; i < scores.Length; i++)
                {
                    if (!(scores[i] <= values[0]) && ComesBefore(scores[i], i, values[0], {{Index("labels[0]")}}))
                    {
                        values[0] = scores[i];
                        labels[0] = {{form.FromIndex("i")}};
                        Sink(values, labels, 0, last);
                    }
                }

                for (; last > 0; last--)
                {
                    (values[0], values[last]) = (values[last], values[0]);
                    (labels[0], labels[last]) = (labels[last], labels[0]);
                    Sink(values, labels, 0, last - 1);
                }
            }
            """
        );

    private string Sink() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Moves an element of the heap down, until none below it comes later.</summary>
            {{attributes.Entry}}
            private static void Sink(Span<{{element}}> values, Span<{{form.Type}}> labels, int parent, int last)
            {
                for (var child = (2 * parent) + 1; child <= last; child = (2 * parent) + 1)
                {
                    if (child < last && ComesBefore(values[child], {{Index(
                "labels[child]"
            )}}, values[child + 1], {{Index("labels[child + 1]")}}))
                    {
                        child++;
                    }

                    if (ComesBefore(values[child], {{Index("labels[child]")}}, values[parent], {{Index(
                "labels[parent]"
            )}}))
                    {
                        return;
                    }

                    (values[parent], values[child]) = (values[child], values[parent]);
                    (labels[parent], labels[child]) = (labels[child], labels[parent]);
                    parent = child;
                }
            }
            """
        );

    /// <summary>A label that was written here is an index that an int holds.</summary>
    private string Index(string label) => form.IsWide ? $"(int){label}" : label;

    /// <summary>What all forms of labels share.</summary>
    public static string Shared(ElementType elementType)
    {
        var element = ElementSyntax.Of(elementType).Type;
        return CodeBlock.Render(
            $$"""
            /// <summary>Whether a score comes before another: it is larger, or NaN, or the same and of a lower class.</summary>
            {{Attributes.Inline}}
            internal static bool ComesBefore({{element}} a, int indexOfA, {{element}} b, int indexOfB) =>
                {{element}}.IsNaN(a) ? !{{element}}.IsNaN(b) || indexOfA < indexOfB : a > b || (a == b && indexOfA < indexOfB);
            """
        );
    }
}
