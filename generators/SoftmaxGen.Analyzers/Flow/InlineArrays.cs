using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Structs whose type says how many elements they hold.</summary>
internal static class InlineArrays
{
    public static int? LengthOf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && type.GetAttributes().FirstOrDefault(IsInlineArray)
            is { ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: int length }] }
            ? length
            : null;

    private static bool IsInlineArray(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace: { Name: "CompilerServices" } };
}
