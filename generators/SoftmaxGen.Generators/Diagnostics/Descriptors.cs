using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>The rules about declarations, each with its page under docs/rules.</summary>
internal static class Descriptors
{
    private const string Category = "SoftmaxGen";

    private static readonly DiagnosticDescriptor ClassesOutOfRange = Error(
        "SMG0001",
        "The class count is out of range",
        "Classes of '{0}' is {1}: write [SoftmaxHead(Classes = n)] with n from 2 to 1048576"
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

    public static DiagnosticDescriptor Of(HeadRule rule) =>
        rule switch
        {
            HeadRule.ClassesOutOfRange => ClassesOutOfRange,
            HeadRule.NotPartial => NotPartial,
            HeadRule.FileLocal => FileLocal,
            HeadRule.NameTaken => NameTaken,
            HeadRule.LanguageTooOld => LanguageTooOld,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No descriptor."),
        };

    public static IEnumerable<DiagnosticDescriptor> All => Enum.GetValues(typeof(HeadRule)).Cast<HeadRule>().Select(Of);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            Category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/{id}.md"
        );
}
