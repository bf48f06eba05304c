using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>What a declaration can get wrong, and at the end what is legal but hardly meant.</summary>
internal enum HeadRule
{
    ClassesOutOfRange,
    NotPartial,
    FileLocal,
    NameTaken,
    LanguageTooOld,
    OutputsOutOfRange,
    TwoHeads,
    LabelsNotEnum,
    LabelValues,
    LabelFlags,
    LabelsHidden,
    ClassesDisagree,
    ElementUnsupported,
    TemperatureOutOfRange,
    SmoothingOutOfRange,
    WeightCount,
    WeightOutOfRange,
    FullyMaskedUndefined,
    TargetTooOld,
    PackageHidden,
    WrittenByGenerator,
    WeightsAllZero,
    IgnoredClass,
    WeightsAllOne,
    IgnoreIndexNoLabel,
    LabelCountsOthers,
}

/// <summary>A rule that a declaration breaks, with the arguments of its message.</summary>
internal sealed record HeadViolation(HeadRule Rule, params object[] Arguments)
{
    /// <summary>The named argument at fault, or null where it is the declaration.</summary>
    public string? Option { get; init; }

    /// <summary>The item of that argument's array at fault, or null where it is all of it.</summary>
    public int? Item { get; init; }

    /// <summary>The type, member or parameter at fault, or null where it is the attribute.</summary>
    public ISymbol? Symbol { get; init; }
}
