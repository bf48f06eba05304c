using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The labels: whether a logit is 0 or above. A comparison needs no width of its own for every machine.</summary>
internal sealed class PredictTemplate
{
    /// <summary>The labels that a vector of bytes holds.</summary>
    private const int Labels = 16;

    private readonly ElementSyntax element;

    private PredictTemplate(ElementSyntax element) => this.element = element;

    private string T => element.Type;

    /// <summary>Writes the labels of all logits.</summary>
    public const string Call = "PredictEach(logits, labels)";

    /// <param name="element">The type of the logits.</param>
    /// <param name="narrowest">The width that computes them, if there is one.</param>
    public static string Render(ElementSyntax element, VectorSyntax? narrowest)
    {
        var template = new PredictTemplate(element);
        return CodeBlock.Stack(
            template.Choice(narrowest),
            narrowest is null ? "" : template.Vector(),
            template.Scalar()
        );
    }

    private string Choice(VectorSyntax? narrowest)
    {
        var signature = $"internal static void PredictEach(ReadOnlySpan<{T}> logits, Span<bool> labels)";
        const string Scalar = "PredictScalar(logits, labels)";
        const string Vector =
            "Predict128(ref MemoryMarshal.GetReference(logits), ref MemoryMarshal.GetReference(labels), (nuint)labels.Length)";
        return narrowest is null
            ? CodeBlock.Lines(Attributes.Inline, $"{signature} => {Scalar};")
            : Dispatch.OfStatements(signature, [(narrowest, Vector)], Scalar);
    }

    private string Vector()
    {
        var count = Labels / (128 / element.Bits);
        var masks = Enumerable.Range(0, count).Select(Mask).ToList();
        var narrow = Enumerable.Range(0, count).Select(i => CodeBlock.Render($"part{i}")).ToList();
        while (narrow.Count > 1)
        {
            narrow =
            [
                .. Enumerable
                    .Range(0, narrow.Count / 2)
                    .Select(i => $"Vector128.Narrow({narrow[2 * i]}, {narrow[(2 * i) + 1]})"),
            ];
        }

        return CodeBlock.Render(
            $$"""
            /// <summary>Whether each logit is 0 or above.</summary>
            {{Attributes.Inline}}
            private static void Predict128(ref {{T}} logits, ref bool labels, nuint count)
            {
                nuint i = 0;
                for (; i + {{Labels}} <= count; i += {{Labels}})
                {
                    {{CodeBlock.Lines(masks)}}
                    var bytes = {{narrow[0]}} & Vector128.Create((sbyte)1);
                    Vector128.StoreUnsafe(Vector128.AsByte(bytes), ref Unsafe.As<bool, byte>(ref labels), i);
                }

                for (; i < count; i++)
                {
                    Unsafe.Add(ref labels, i) = Unsafe.Add(ref logits, i) >= {{element.Zero}};
                }
            }
            """
        );
    }

    private string Mask(int part)
    {
        var first = part * 128 / element.Bits;
        var offset = first == 0 ? "i" : $"i + {CodeBlock.Render($"{first}")}";
        return CodeBlock.Render(
            $"var part{part} = Vector128.As{element.IntegerName}(Vector128.GreaterThanOrEqual(Vector128.LoadUnsafe(ref logits, {offset}), Vector128<{T}>.Zero));"
        );
    }

    private string Scalar() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void PredictScalar(ReadOnlySpan<{{T}}> logits, Span<bool> labels)
            {
                for (var i = 0; i < labels.Length; i++)
                {
                    labels[i] = logits[i] >= {{element.Zero}};
                }
            }
            """
        );
}
