using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>Reads an annotated type into a model; one that breaks a rule has none.</summary>
internal static class HeadParser
{
    public const string AttributeName = "SoftmaxGen.SoftmaxHeadAttribute";

    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    public static bool IsHeadAttribute(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() == AttributeName;

    public static HeadModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];

        // A second attribute on another part is the compiler's error, and both would write the same file.
        var isSecond = type.GetAttributes().Count(IsHeadAttribute) > 1;
        return isSecond || HeadRules.Violations(type, attribute, cancellation).Any()
            ? null
            : new HeadModel(
                type.ContainingNamespace.IsGlobalNamespace
                    ? null
                    : type.ContainingNamespace.ToDisplayString(NamespaceFormat),
                ContainingTypes(type).Select(ToModel).ToEquatableArray(),
                ShadowedNames.Of(type).ToEquatableArray(),
                type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) },
                new SoftmaxOptions(ClassesOf(attribute))
            );
    }

    public static int ClassesOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Classes").Value.Value is int classes
            ? classes
            : 0;

    /// <summary>The type and those around it, the outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ContainingTypes(outer).Append(type) : [type];

    private static TypeModel ToModel(INamedTypeSymbol type) =>
        new(KeywordOf(type), Escaped(type.Name), TypeParametersOf(type));

    private static string KeywordOf(INamedTypeSymbol type) =>
        (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };

    private static string TypeParametersOf(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Escaped(parameter.Name)))}>";

    /// <summary>Keywords need the sign, reserved or not; for every other name in lower case it silences CS8981.</summary>
    private static string Escaped(string name) => name.Any(char.IsUpper) ? name : "@" + name;
}
