using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The checks of arguments. What throws is kept out of the methods that check.</summary>
internal sealed class GuardTemplate(HeadModel head, KernelPlan plan, Attributes attributes)
{
    public string Render() =>
        CodeBlock.Stack(RequireRow(), RequireSameOrApart(), RequireLabel(), RequireUniform(), Throwers());

    private string RequireRow() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireRow(int length, string parameter)
            {
                if (length != {{plan.Classes}})
                {
                    ThrowLength(length, parameter);
                }
            }
            """
        );

    private string RequireSameOrApart() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The output may be the input itself. Where it begins inside, writing would change what is still to be read.</summary>
            {{Attributes.Inline}}
            private static void RequireSameOrApart(ReadOnlySpan<float> input, Span<float> output, string parameter)
            {
                {{OverlapTest()}}
                {
                    ThrowOverlap(parameter);
                }
            }
            """
        );

    private string OverlapTest() =>
        plan.Rows.Count == 0
            ? "if (input.Overlaps(output, out var distance) && distance != 0)"
            : CodeBlock.Render(
                $$"""
                var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
                if (distance != 0 && distance > -{{plan.Classes * sizeof(float)}} && distance < {{plan.Classes
                    * sizeof(float)}})
                """
            );

    private string RequireLabel() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireLabel(int label)
            {
                if (label < 0 || label >= {{plan.Classes}})
                {
                    ThrowLabel(label);
                }
            }
            """
        );

    private static string RequireUniform() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void RequireUniform(float uniform)
            {
                if (!(uniform >= 0f && uniform <= 1f))
                {
                    ThrowUniform(uniform);
                }
            }
            """
        );

    private string Throwers() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowLength(int length, string parameter) =>
                throw new ArgumentException($"{{head.Type.PlainName}} takes rows of exactly {{plan.Classes}} elements, one per class, but '{parameter}' has {length}.", parameter);

            {{attributes.Throw}}
            private static void ThrowOverlap(string parameter) =>
                throw new ArgumentException($"'{parameter}' overlaps an input in part: pass the same memory, or memory apart from it.", parameter);

            {{attributes.Throw}}
            private static void ThrowLabel(int label) =>
                throw new ArgumentOutOfRangeException(nameof(label), label, "A label of {{head.Type.PlainName}} is a class index from 0 to {{plan.Classes
                - 1}}.");

            {{attributes.Throw}}
            private static void ThrowUniform(float uniform) =>
                throw new ArgumentOutOfRangeException(nameof(uniform), uniform, "The uniform number lies in [0, 1], as a random generator gives it.");

            {{attributes.Throw}}
            private static void ThrowNoDistribution() =>
                throw new ArgumentException("The row has no distribution to sample from: a logit is NaN or +infinity, or all are -infinity.", "logits");
            """
        );
}
