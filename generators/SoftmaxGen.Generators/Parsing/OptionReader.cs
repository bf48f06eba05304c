using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Reads the arguments of an attribute into options. A default that is written gives the same options as one that is not.
/// The rules ask here too, so it gives a value whatever the user wrote.
/// </summary>
internal static class OptionReader
{
    public static HeadOptions Read(HeadAttribute attribute, Compilation compilation) =>
        attribute.IsSigmoid
            ? new SigmoidOptions(
                attribute.Int32(OptionNames.Outputs) ?? 0,
                ElementOf(attribute),
                SmoothingOf(attribute),
                WeightsOf(attribute, OptionNames.PositiveWeights)
            )
            : new SoftmaxOptions(
                ClassesOf(attribute),
                LabelEnum.Of(attribute) is { } labels ? LabelEnum.ToModel(labels, compilation) : null,
                ElementOf(attribute),
                TemperatureOf(attribute),
                SmoothingOf(attribute),
                attribute.Int32(OptionNames.IgnoreIndex),
                WeightsOf(attribute, OptionNames.ClassWeights),
                (FullyMaskedRow)(attribute.Int32(OptionNames.FullyMasked) ?? (int)FullyMaskedRow.NaN)
            );

    /// <summary>The class count that is written, else that of the labels, else 0.</summary>
    public static int ClassesOf(HeadAttribute attribute) =>
        attribute.Int32(OptionNames.Classes) ?? (LabelEnum.Of(attribute) is { } labels ? LabelEnum.CountOf(labels) : 0);

    public static ElementType ElementOf(HeadAttribute attribute) =>
        attribute.Type(OptionNames.Element) is { SpecialType: SpecialType.System_Double }
            ? ElementType.Double
            : ElementType.Float;

    public static double TemperatureOf(HeadAttribute attribute) => attribute.Double(OptionNames.Temperature) ?? 1;

    public static double SmoothingOf(HeadAttribute attribute) =>
        WithoutNegativeZero(attribute.Double(OptionNames.LabelSmoothing) ?? 0);

    /// <summary>A number as the kernels use it.</summary>
    public static double Rounded(double value, HeadAttribute attribute) =>
        ElementOf(attribute) == ElementType.Float ? (float)value : value;

    private static EquatableArray<double> WeightsOf(HeadAttribute attribute, string option) =>
        attribute.Doubles(option)?.Select(WithoutNegativeZero).ToEquatableArray() ?? default;

    /// <summary>Equal options must give equal text, and -0 equals 0 but is written otherwise.</summary>
    private static double WithoutNegativeZero(double value) => value + 0.0;
}
