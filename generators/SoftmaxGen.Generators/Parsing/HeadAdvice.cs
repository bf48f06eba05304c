using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// What is legal and has code, but is hardly meant. The generator does not ask. For a valid head, whose weights are as many
/// as its classes.
/// </summary>
internal static class HeadAdvice
{
    public static IEnumerable<HeadViolation> Of(INamedTypeSymbol type, HeadAttribute attribute) =>
        attribute.IsSigmoid ? OfSigmoid(type, attribute) : OfSoftmax(type, attribute);

    private static IEnumerable<HeadViolation> OfSoftmax(INamedTypeSymbol type, HeadAttribute attribute)
    {
        var weights = WeightsOf(attribute, OptionNames.ClassWeights);
        if (AreAll(weights, 0))
        {
            yield return About(
                OptionNames.ClassWeights,
                HeadRule.WeightsAllZero,
                type.Name,
                OptionReader.ElementOf(attribute).Keyword()
            );
        }

        if (AreAll(weights, 1))
        {
            yield return About(OptionNames.ClassWeights, HeadRule.WeightsAllOne, type.Name, OptionNames.ClassWeights);
        }

        var ignored = attribute.Int32(OptionNames.IgnoreIndex);
        if (ignored >= 0 && ignored < OptionReader.ClassesOf(attribute))
        {
            yield return About(OptionNames.IgnoreIndex, HeadRule.IgnoredClass, type.Name, ignored);
        }

        if (LabelEnum.Of(attribute) is { } labels)
        {
            foreach (var violation in OfLabels(type, labels, ignored))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<HeadViolation> OfLabels(INamedTypeSymbol type, INamedTypeSymbol labels, int? ignored)
    {
        if (ignored is { } index && !LabelEnum.CanBe(labels, index))
        {
            yield return About(
                OptionNames.IgnoreIndex,
                HeadRule.IgnoreIndexNoLabel,
                type.Name,
                index,
                labels.ToDisplayString(),
                labels.EnumUnderlyingType!.ToDisplayString()
            );
        }

        var last = LabelEnum.Members(labels).OrderBy(LabelEnum.ValueOf).Last();
        if (CountsOthers(last.Name, labels.Name))
        {
            yield return About(
                OptionNames.Labels,
                HeadRule.LabelCountsOthers,
                type.Name,
                last.Name,
                labels.ToDisplayString()
            );
        }
    }

    /// <summary>
    /// Count, and ActCount, ACT_COUNT, NumActs, NumberOfActs of an enum Act, as such members are usually called. Other counts, and
    /// the largest of something, may well be classes.
    /// </summary>
    private static bool CountsOthers(string member, string labels)
    {
        var name = Regex.Escape(labels.Replace("_", ""));
        return Regex.IsMatch(
            member.Replace("_", ""),
            $"^(Count|Sentinel|{name}s?Count|Num(ber)?(Of)?{name}(s|es)?)$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
    }

    /// <summary>
    /// Positive weights that are all 0 have a meaning: the loss of the negative targets alone, whose mean is no quotient of zeros.
    /// </summary>
    private static IEnumerable<HeadViolation> OfSigmoid(INamedTypeSymbol type, HeadAttribute attribute)
    {
        if (AreAll(WeightsOf(attribute, OptionNames.PositiveWeights), 1))
        {
            yield return About(
                OptionNames.PositiveWeights,
                HeadRule.WeightsAllOne,
                type.Name,
                OptionNames.PositiveWeights
            );
        }
    }

    /// <summary>As the kernels use them: a small weight may be 0 there.</summary>
    private static ImmutableArray<double> WeightsOf(HeadAttribute attribute, string option) =>
        attribute.Doubles(option) is { } weights
            ? weights.Select(weight => OptionReader.Rounded(weight, attribute)).ToImmutableArray()
            : ImmutableArray<double>.Empty;

    private static bool AreAll(ImmutableArray<double> weights, double value) =>
        !weights.IsEmpty && weights.All(weight => weight == value);

    private static HeadViolation About(string option, HeadRule rule, params object[] arguments) =>
        new(rule, arguments) { Option = option };
}
