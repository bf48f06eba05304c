using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Structs whose type says how many elements they hold.</summary>
internal static class InlineArrays
{
    private const string Attribute = "System.Runtime.CompilerServices.InlineArrayAttribute";

    public static bool Is(ITypeSymbol? type) => type is not null && LengthOf(type) is not null;

    public static int? LengthOf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && SymbolAttributes.Of(type, Attribute)
            is { ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: int length }] }
            ? length
            : null;
}
