using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>The constants of the elementary functions of one element type, and the functions of numbers, without vectors.</summary>
internal sealed class NumberFunctions(ElementType elementType, bool hasVectors)
{
    private readonly ElementSyntax element = ElementSyntax.Of(elementType);

    private readonly ExpTemplate exp = new(temperature: null);

    private string T => element.Type;

    public string Constants() =>
        CodeBlock.Stack(
            new ExpConstants(temperature: null).Render(element, hasVectors),
            LogTemplate.Constants(element, hasVectors)
        );

    public string Methods()
    {
        var scalar = new ScalarSyntax(element);
        return CodeBlock.Stack(
            exp.Methods(scalar),
            LogTemplate.ScalarMethods(scalar),
            LossTemplate.WeightedMethod(scalar),
            scalar.IsWider ? WeightedElement() : CompensatedSumTemplate.Struct(scalar),
            Max(),
            hasVectors ? CodeBlock.Stack(Access(), LabelAccessTemplate.Element(T, "internal", label => label)) : ""
        );
    }

    /// <summary>The weights of labels are elements, where scalar code is wider.</summary>
    private string WeightedElement() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            internal static {{T}} Weighted({{T}} t, {{T}} value) => t == {{element.Zero}} ? {{element.Zero}} : t * value;
            """
        );

    private static string Max() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The larger number; <paramref name="b"/> where one is NaN.</summary>
            {{Attributes.Inline}}
            internal static double Max(double a, double b) => a > b ? a : b;
            """
        );

    private string Access() =>
        CodeBlock.Render(
            $$"""
            /// <summary>An element of a span, which is not checked.</summary>
            {{Attributes.Inline}}
            internal static ref {{T}} At(ReadOnlySpan<{{T}}> elements, nuint index) =>
                ref Unsafe.Add(ref MemoryMarshal.GetReference(elements), index);

            {{Attributes.Inline}}
            internal static ref int At(ReadOnlySpan<int> elements, nuint index) =>
                ref Unsafe.Add(ref MemoryMarshal.GetReference(elements), index);
            """
        );
}
