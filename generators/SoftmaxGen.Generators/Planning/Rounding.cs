using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Rounds numbers to the element type.</summary>
internal static class Rounding
{
    public static double To(ElementType element, double value) => element == ElementType.Float ? (float)value : value;
}
