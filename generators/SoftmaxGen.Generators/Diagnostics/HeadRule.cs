namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>What a declaration can get wrong.</summary>
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
    LabelsHidden,
    ClassesDisagree,
    ElementUnsupported,
    TemperatureOutOfRange,
    SmoothingOutOfRange,
    WeightCount,
    WeightOutOfRange,
    FullyMaskedUndefined,
}

/// <summary>A rule that a declaration breaks, with the arguments of its message.</summary>
internal sealed record HeadViolation(HeadRule Rule, params object[] Arguments)
{
    /// <summary>The named argument at fault, or null where it is the declaration.</summary>
    public string? Option { get; init; }
}
