using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// What the options of both attributes may be. Numbers are judged as the kernels use them, rounded to the element type; what
/// may not be negative may not be so before rounding either.
/// </summary>
internal static class OptionRules
{
    private const int MaxOutputs = 1 << 20;
    private const int MaxWeights = 4096;
    private const double MaxTemperature = 1 << 20;
    private const double MinTemperature = 1 / MaxTemperature;

    public static IEnumerable<HeadViolation> Violations(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        CancellationToken cancellation
    ) =>
        (attribute.IsSigmoid ? OfSigmoid(type, attribute) : OfSoftmax(type, attribute, cancellation)).Concat(
            OfBoth(type, attribute)
        );

    private static IEnumerable<HeadViolation> OfSoftmax(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        CancellationToken cancellation
    )
    {
        var aboutLabels = LabelRules.Violations(type, attribute, cancellation).ToList();
        foreach (var violation in aboutLabels)
        {
            yield return violation;
        }

        // Without a class count there is nothing to compare the number of weights with.
        var classes = aboutLabels.Count == 0 ? OptionReader.ClassesOf(attribute) : (int?)null;
        foreach (var violation in OfWeights(type, attribute, OptionNames.ClassWeights, OptionNames.Classes, classes))
        {
            yield return violation;
        }

        var temperature = OptionReader.TemperatureOf(attribute);
        if (OptionReader.Rounded(temperature, attribute) is not (>= MinTemperature and <= MaxTemperature))
        {
            yield return About(
                OptionNames.Temperature,
                HeadRule.TemperatureOutOfRange,
                type.Name,
                InWords(temperature)
            );
        }

        if (attribute.Int32(OptionNames.FullyMasked) is { } row && !Enum.IsDefined(typeof(FullyMaskedRow), row))
        {
            yield return About(OptionNames.FullyMasked, HeadRule.FullyMaskedUndefined, type.Name, row);
        }
    }

    private static IEnumerable<HeadViolation> OfSigmoid(INamedTypeSymbol type, HeadAttribute attribute)
    {
        var outputs = attribute.Int32(OptionNames.Outputs) ?? 0;
        var isInRange = outputs is >= 1 and <= MaxOutputs;
        if (!isInRange)
        {
            yield return About(OptionNames.Outputs, HeadRule.OutputsOutOfRange, type.Name, outputs);
        }

        foreach (
            var violation in OfWeights(
                type,
                attribute,
                OptionNames.PositiveWeights,
                OptionNames.Outputs,
                isInRange ? outputs : null
            )
        )
        {
            yield return violation;
        }
    }

    private static IEnumerable<HeadViolation> OfBoth(INamedTypeSymbol type, HeadAttribute attribute)
    {
        if (
            attribute.Type(OptionNames.Element) is
            { SpecialType: not (SpecialType.System_Single or SpecialType.System_Double) } element
        )
        {
            yield return About(OptionNames.Element, HeadRule.ElementUnsupported, type.Name, element.ToDisplayString());
        }

        var smoothing = OptionReader.SmoothingOf(attribute);
        if (smoothing is not >= 0 || OptionReader.Rounded(smoothing, attribute) is not < 1)
        {
            yield return About(
                OptionNames.LabelSmoothing,
                HeadRule.SmoothingOutOfRange,
                type.Name,
                InWords(smoothing),
                OptionReader.ElementOf(attribute).Keyword()
            );
        }
    }

    private static IEnumerable<HeadViolation> OfWeights(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        string option,
        string countOption,
        int? count
    )
    {
        if (attribute.Doubles(option) is not { } weights)
        {
            yield break;
        }

        if (count is { } needed && (weights.Length != needed || needed > MaxWeights))
        {
            yield return About(option, HeadRule.WeightCount, type.Name, option, weights.Length, countOption, needed);
        }

        // One is enough to say what is wrong.
        if (IndexOfBad(weights, attribute) is { } index)
        {
            yield return About(
                option,
                HeadRule.WeightOutOfRange,
                type.Name,
                option,
                index,
                InWords(weights[index]),
                OptionReader.ElementOf(attribute).Keyword()
            ) with
            {
                Item = index,
            };
        }
    }

    private static int? IndexOfBad(ImmutableArray<double> weights, HeadAttribute attribute)
    {
        for (var index = 0; index < weights.Length; index++)
        {
            if (weights[index] is not >= 0 || OptionReader.Rounded(weights[index], attribute) is not <= double.MaxValue)
            {
                return index;
            }
        }

        return null;
    }

    private static string InWords(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static HeadViolation About(string option, HeadRule rule, params object[] arguments) =>
        new(rule, arguments) { Option = option };
}
