namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>What a declaration can get wrong.</summary>
internal enum HeadRule
{
    ClassesOutOfRange,
    NotPartial,
    FileLocal,
    NameTaken,
    LanguageTooOld,
}

/// <summary>A rule that a declaration breaks, with the arguments of its message.</summary>
internal sealed record HeadViolation(HeadRule Rule, params object[] Arguments);
