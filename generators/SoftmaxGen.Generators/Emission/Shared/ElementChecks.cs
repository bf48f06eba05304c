using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>The checks that know the element type, and not the class count.</summary>
internal sealed class ElementChecks(ElementType elementType, bool hasVectors, Attributes attributes)
{
    private readonly ElementSyntax element = ElementSyntax.Of(elementType);

    private string T => element.Type;

    public string Render() =>
        CodeBlock.Stack(
            SameOrApart(),
            new ApartTemplate(hasVectors).Render(T, T),
            new ApartTemplate(hasVectors).Render("int", T),
            new ApartTemplate(hasVectors).Render(T, "int"),
            new ApartTemplate(hasVectors).Render(T, "bool"),
            Uniform(),
            IsMasked()
        );

    private string SameOrApart() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The output may be the input itself. Where it begins inside, writing would change what is still to be read.</summary>
            {{Attributes.Inline}}
            internal static void RequireSameOrApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, Parameter parameter)
            {
                {{(hasVectors ? ApartTemplate.Distance(T, T) : "")}}
                if ({{(hasVectors ? $"distance != 0 && {ApartTemplate.BytesOverlap(T, T)}" : OverlapInPart)}})
                {
                    ThrowOverlap(parameter);
                }
            }

            /// <summary>The same for two rows, of known length.</summary>
            {{Attributes.Inline}}
            internal static void RequireSameRowOrApart(ReadOnlySpan<{{T}}> input, Span<{{T}}> output, int length, Parameter parameter)
            {
                {{(hasVectors ? ApartTemplate.Distance(T, T) : "")}}
                if ({{(
                hasVectors
                    ? $"unchecked((nuint)(distance + (length * sizeof({T})) - 1)) < (nuint)((2 * length * sizeof({T})) - 1) && distance != 0"
                    : OverlapInPart
            )}})
                {
                    ThrowOverlap(parameter);
                }
            }
            """
        );

    private const string OverlapInPart = "MemoryExtensions.Overlaps(input, output, out var distance) && distance != 0";

    private string Uniform() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            internal static void RequireUniform({{T}} uniform)
            {
                if (!(uniform >= {{element.Zero}} && uniform <= {{element.One}}))
                {
                    ThrowUniform(uniform);
                }
            }

            {{attributes.Throw}}
            private static void ThrowUniform({{T}} uniform) =>
                throw new ArgumentOutOfRangeException("uniform", uniform, "The uniform number lies in [0, 1], as a random generator gives it.");

            /// <summary>Where the cumulative sum passes the sampled class. 1 counts as the largest {{T}} below it.</summary>
            {{Attributes.Inline}}
            internal static double Threshold({{T}} uniform, double total)
            {
                if (!(total > 0))
                {
                    ThrowNoDistribution();
                }

                {{(
                T == "double"
                    ? "// Times the total it is less than the total after rounding too, so that there is always a result."
                    : ""
            )}}
                return (uniform < {{element.One}} ? uniform : {{element.LargestBelowOne}}) * total;
            }
            """
        );

    private string IsMasked() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Whether every logit is -infinity.</summary>
            {{Attributes.Inline}}
            internal static bool IsMasked(ReadOnlySpan<{{T}}> logits)
            {
                foreach (var logit in logits)
                {
                    if (logit != {{T}}.NegativeInfinity)
                    {
                        return false;
                    }
                }

                return true;
            }
            """
        );
}
