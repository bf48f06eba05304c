using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Generators.Emission.Sigmoid;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>
/// The text of kernels by their plan. A head that is added or removed moves those behind it, and the compiler asks for them
/// again: they get the text that they had.
/// </summary>
internal sealed class TextMemo
{
    /// <summary>More plans than a project has at a time: old ones are forgotten together.</summary>
    private const int Capacity = 1024;

    private readonly ConcurrentDictionary<KernelPart, SourceText> texts = new();

    public SourceText Of(KernelPart part)
    {
        if (texts.Count > Capacity)
        {
            texts.Clear();
        }

        return texts.GetOrAdd(part, Render);
    }

    /// <summary>One is as good as another, so the compiler keeps the first.</summary>
    public override bool Equals(object? obj) => obj is TextMemo;

    public override int GetHashCode() => 0;

    private static SourceText Render(KernelPart part) =>
        SourceText.From(
            part switch
            {
                SoftmaxKernelPart softmax => KernelFile.Render(softmax.Plan, softmax.Target),
                LabelKernelPart labels => LabelKernelFile.Render(labels),
                SigmoidKernelPart sigmoid => OutputsFile.Render(sigmoid.Plan, sigmoid.Target),
                _ => throw new InvalidOperationException("A part of another kind."),
            },
            Encoding.UTF8
        );
}
