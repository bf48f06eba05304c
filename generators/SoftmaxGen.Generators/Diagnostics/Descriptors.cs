using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>The rules about declarations, each with its page under docs/rules.</summary>
internal static class Descriptors
{
    public const string Category = "SoftmaxGen";

    /// <summary>Before the descriptors, which are made with it.</summary>
    private static readonly string Repository = typeof(Descriptors)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryUrl")
        .Value;

    private static readonly DiagnosticDescriptor ClassesOutOfRange = Error(
        "SMG0001",
        "The class count is out of range",
        "The class count of '{0}' is {1}: write [SoftmaxHead(Classes = n)] with n from 2 to 1048576, or Labels = typeof(E) of an enum with as many members"
    );

    private static readonly DiagnosticDescriptor NotPartial = Error(
        "SMG0002",
        "A head and the types around it are partial",
        "'{0}' is not partial: add the modifier, so that the methods of the head '{1}' can be generated into it"
    );

    private static readonly DiagnosticDescriptor FileLocal = Error(
        "SMG0003",
        "A head is visible outside its file",
        "'{0}' is file-local, and generated code is another file: remove the modifier 'file' from it"
    );

    private static readonly DiagnosticDescriptor NameTaken = Error(
        "SMG0004",
        "A name that the head generates is taken",
        "'{0}' already has '{1}', which the head generates: rename it, or put the head on a type of its own"
    );

    private static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "SMG0005",
        "The language version is too old",
        "The methods of '{0}' need C# 9 or newer, and the project uses C# {1}: set <LangVersion>9.0</LangVersion> in the project file"
    );

    private static readonly DiagnosticDescriptor OutputsOutOfRange = Error(
        "SMG0006",
        "The output count is out of range",
        "Outputs of '{0}' is {1}: write [SigmoidHead(Outputs = n)] with n from 1 to 1048576"
    );

    private static readonly DiagnosticDescriptor TwoHeads = Error(
        "SMG0007",
        "A type is one head",
        "'{0}' has [SoftmaxHead] and [SigmoidHead], whose methods share names: remove one of them, or put it on a type of its own"
    );

    private static readonly DiagnosticDescriptor LabelsNotEnum = Error(
        "SMG0008",
        "Labels is an enum",
        "Labels of '{0}' is '{1}', which is no enum: write typeof(E) of an enum whose members are the classes, or leave it out"
    );

    private static readonly DiagnosticDescriptor LabelValues = Error(
        "SMG0009",
        "The members of the label enum are 0 to n - 1",
        "The members of '{1}' are the classes of '{0}', so number them from 0 to {2}, each once: {3}"
    );

    private static readonly DiagnosticDescriptor LabelFlags = Error(
        "SMG0023",
        "The label enum is no set of flags",
        "'{1}' is a set of flags, of which several may be set, and a row of '{0}' has one class: write an enum whose members are the classes, from 0 on, or take a [SigmoidHead] with an output for each flag"
    );

    private static readonly DiagnosticDescriptor LabelsHidden = Error(
        "SMG0010",
        "The label enum is visible wherever the head is",
        "The methods of '{0}' cannot name the enum '{1}': {2}"
    );

    private static readonly DiagnosticDescriptor ClassesDisagree = Error(
        "SMG0011",
        "Classes and Labels agree",
        "Classes of '{0}' is {1}, and '{2}' has {3} members: remove Classes, as Labels gives the class count"
    );

    private static readonly DiagnosticDescriptor ElementUnsupported = Error(
        "SMG0012",
        "The element type is float or double",
        "Element of '{0}' is '{1}': write typeof(float) or typeof(double), or leave it out for float"
    );

    private static readonly DiagnosticDescriptor TemperatureOutOfRange = Error(
        "SMG0013",
        "The temperature is out of range",
        "Temperature of '{0}' is {1}: write a number from 2^-20 to 2^20, which is about 0.00000095 to 1048576"
    );

    private static readonly DiagnosticDescriptor SmoothingOutOfRange = Error(
        "SMG0014",
        "The label smoothing is out of range",
        "LabelSmoothing of '{0}' is {1}: write a number from 0 to below 1, also after rounding to {2}"
    );

    private static readonly DiagnosticDescriptor WeightCount = Error(
        "SMG0015",
        "There is one weight for each class or output",
        "{1} of '{0}' has the length {2}, and {3} is {4}: write that many values, which is possible up to 4096, or leave {1} out"
    );

    private static readonly DiagnosticDescriptor WeightOutOfRange = Error(
        "SMG0016",
        "A weight is finite and not negative",
        "{1}[{2}] of '{0}' is {3}: write a number from 0 to the largest {4}"
    );

    private static readonly DiagnosticDescriptor FullyMaskedUndefined = Error(
        "SMG0017",
        "FullyMasked is one of its members",
        "FullyMasked of '{0}' is {1}, which is none of its members: write FullyMasked.NaN or FullyMasked.Zero"
    );

    private static readonly DiagnosticDescriptor TargetTooOld = Error(
        "SMG0018",
        "The target has spans",
        "The methods of '{0}' take spans, and the project has no System.Span<T> that can be used: reference the package System.Memory, or target .NET Standard 2.1, .NET Core 2.1 or newer"
    );

    private static readonly DiagnosticDescriptor PackageHidden = Error(
        "SMG0022",
        "The package's types have their full names",
        "The methods of '{0}' take a global::SoftmaxGen.Reduction, which is missing, ambiguous, behind an extern alias or a type of the project itself: reference the package SoftmaxGen once, without Aliases, and declare no type of its names"
    );

    private static readonly DiagnosticDescriptor WrittenByGenerator = Error(
        "SMG0024",
        "A head stands in a file that the compiler is given",
        "'{0}' is written by another generator, such as that of Razor, and no generator sees what others write, so it has no members: declare it in a .cs file"
    );

    private static readonly DiagnosticDescriptor WeightsAllZero = Advice(
        "SMG0019",
        "A class weight is not 0",
        "All ClassWeights of '{0}' are 0, also after rounding to {1}, so losses of labels are 0 and means over labels NaN: write a weight above 0, or leave ClassWeights out",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor IgnoredClass = Advice(
        "SMG0020",
        "IgnoreIndex is no class",
        "IgnoreIndex of '{0}' is {1}, which is a class: rows with that label do not count; write a number that is no class, such as -1, if they should",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor WeightsAllOne = Advice(
        "SMG0021",
        "Weights that are all 1 can be left out",
        "{1} of '{0}' are all 1 and change nothing: leave {1} out, which saves the multiplications",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor IgnoreIndexNoLabel = Advice(
        "SMG0025",
        "A label can be IgnoreIndex",
        "IgnoreIndex of '{0}' is {1}, and '{2}' is made of {3}, which has no such number, so no label of it marks a row that does not count: make the enum of int, or write a number that {3} has and that is no class",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor LabelCountsOthers = Advice(
        "SMG0026",
        "A label enum has no member for the number of the others",
        "The member '{1}' of '{2}' is a class of '{0}', the last one, and its name says that it counts the others: remove it, and use '{0}.Classes'",
        DiagnosticSeverity.Info
    );

    public static DiagnosticDescriptor Of(HeadRule rule) =>
        rule switch
        {
            HeadRule.ClassesOutOfRange => ClassesOutOfRange,
            HeadRule.NotPartial => NotPartial,
            HeadRule.FileLocal => FileLocal,
            HeadRule.NameTaken => NameTaken,
            HeadRule.LanguageTooOld => LanguageTooOld,
            HeadRule.OutputsOutOfRange => OutputsOutOfRange,
            HeadRule.TwoHeads => TwoHeads,
            HeadRule.LabelsNotEnum => LabelsNotEnum,
            HeadRule.LabelValues => LabelValues,
            HeadRule.LabelFlags => LabelFlags,
            HeadRule.LabelsHidden => LabelsHidden,
            HeadRule.ClassesDisagree => ClassesDisagree,
            HeadRule.ElementUnsupported => ElementUnsupported,
            HeadRule.TemperatureOutOfRange => TemperatureOutOfRange,
            HeadRule.SmoothingOutOfRange => SmoothingOutOfRange,
            HeadRule.WeightCount => WeightCount,
            HeadRule.WeightOutOfRange => WeightOutOfRange,
            HeadRule.FullyMaskedUndefined => FullyMaskedUndefined,
            HeadRule.TargetTooOld => TargetTooOld,
            HeadRule.PackageHidden => PackageHidden,
            HeadRule.WrittenByGenerator => WrittenByGenerator,
            HeadRule.WeightsAllZero => WeightsAllZero,
            HeadRule.IgnoredClass => IgnoredClass,
            HeadRule.WeightsAllOne => WeightsAllOne,
            HeadRule.IgnoreIndexNoLabel => IgnoreIndexNoLabel,
            HeadRule.LabelCountsOthers => LabelCountsOthers,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No descriptor."),
        };

    public static IEnumerable<DiagnosticDescriptor> All => Enum.GetValues(typeof(HeadRule)).Cast<HeadRule>().Select(Of);

    /// <summary>Where the project lives stands in the build, from where the package has it too.</summary>
    public static string HelpLinkOf(string id) => $"{Repository}/blob/main/docs/rules/{id}.md";

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error);

    /// <summary>The head has code.</summary>
    private static DiagnosticDescriptor Advice(string id, string title, string message, DiagnosticSeverity severity) =>
        Create(id, title, message, severity);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkOf(id));
}
