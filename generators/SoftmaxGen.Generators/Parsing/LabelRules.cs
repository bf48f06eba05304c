using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Diagnostics;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>What the classes of a softmax head may be: a number, or the members of an enum.</summary>
internal static class LabelRules
{
    private const int MinClasses = 2;
    private const int MaxClasses = 1 << 20;

    public static IEnumerable<HeadViolation> Violations(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        CancellationToken cancellation
    )
    {
        var count = OptionReader.ClassesOf(attribute);
        if (LabelEnum.Of(attribute) is { } labels)
        {
            // What cannot be named is not looked into: it may be a part of a type without type arguments.
            var reason = ReasonToHide(type, labels, cancellation);
            return reason is null
                ? ViolationsOf(type, labels, attribute.Int32(OptionNames.Classes))
                : [AboutLabels(HeadRule.LabelsHidden, type.Name, labels.ToDisplayString(), reason)];
        }

        if (attribute.Type(OptionNames.Labels) is { } other)
        {
            return [AboutLabels(HeadRule.LabelsNotEnum, type.Name, other.ToDisplayString())];
        }

        return IsInRange(count) ? [] : [AboutClasses(HeadRule.ClassesOutOfRange, type.Name, count)];
    }

    private static IEnumerable<HeadViolation> ViolationsOf(INamedTypeSymbol type, INamedTypeSymbol labels, int? classes)
    {
        var count = LabelEnum.CountOf(labels);
        if (!IsInRange(count))
        {
            yield return AboutLabels(HeadRule.ClassesOutOfRange, type.Name, count);
            yield break;
        }

        if (LabelEnum.GapIn(labels) is { } gap)
        {
            yield return LabelEnum.IsFlags(labels)
                ? AboutLabels(HeadRule.LabelFlags, type.Name, labels.ToDisplayString())
                : AboutLabels(HeadRule.LabelValues, type.Name, labels.ToDisplayString(), count - 1, gap);
        }

        if (classes is { } written && written != count)
        {
            yield return AboutClasses(HeadRule.ClassesDisagree, type.Name, written, labels.ToDisplayString(), count);
        }
    }

    /// <summary>Why the generated methods, which are public and in a file of their own, cannot name the enum.</summary>
    private static string? ReasonToHide(INamedTypeSymbol type, INamedTypeSymbol labels, CancellationToken cancellation)
    {
        var around = Declarations.ContainingTypes(labels).ToList();
        return around.FirstOrDefault(outer => Declarations.IsFileLocal(outer, cancellation)) is { } local
                ? $"'{local.Name}' is file-local, so remove the modifier 'file' from it"
            : around.Any(outer => outer.IsGenericType) ? "it stands in a generic type, so declare it outside"
            : !TypeVisibility.IsVisibleWherever(labels, type)
                ? $"it is less accessible than '{type.Name}', so make it as accessible"
            : null;
    }

    private static bool IsInRange(int classes) => classes is >= MinClasses and <= MaxClasses;

    private static HeadViolation AboutLabels(HeadRule rule, params object[] arguments) =>
        new(rule, arguments) { Option = OptionNames.Labels };

    private static HeadViolation AboutClasses(HeadRule rule, params object[] arguments) =>
        new(rule, arguments) { Option = OptionNames.Classes };
}
