using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>Reads a type with one of the attributes into a model; one that breaks a rule has none.</summary>
internal static class HeadParser
{
    public const string SoftmaxAttribute = HeadAttribute.Namespace + "." + HeadAttribute.SoftmaxName;
    public const string SigmoidAttribute = HeadAttribute.Namespace + "." + HeadAttribute.SigmoidName;

    public static HeadModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Parse(
            (INamedTypeSymbol)context.TargetSymbol,
            context.Attributes[0],
            context.SemanticModel.Compilation,
            cancellation
        );

    public static HeadModel? Parse(
        INamedTypeSymbol type,
        AttributeData data,
        Compilation compilation,
        CancellationToken cancellation
    ) =>
        // A second attribute on another part is the compiler's error, and both would write the same file.
        HeadAttribute.IsOneOn(type)
        && Declarations.HasName(type)
        && HeadAttribute.TryCreate(data) is { HasErrors: false } attribute
        && !HeadRules.Violations(type, attribute, cancellation).Any()
            ? ToModel(type, attribute, compilation, cancellation)
            : null;

    public static bool HasBaseClass(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };

    private static HeadModel ToModel(
        INamedTypeSymbol type,
        HeadAttribute attribute,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        var plain = PlainDeclaration.Of(type, cancellation);
        return new(
            NamespaceName.Of(type.ContainingNamespace),
            plain?.TypesOf(type) ?? TypesOf(type),
            plain is null && HasBaseClass(type),
            OptionReader.Read(attribute, compilation)
        );
    }

    /// <summary>The declarations from the outermost containing type to the annotated one.</summary>
    public static EquatableArray<TypeModel> TypesOf(INamedTypeSymbol type) =>
        Declarations.ContainingTypes(type).Select(ToModel).ToEquatableArray();

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
