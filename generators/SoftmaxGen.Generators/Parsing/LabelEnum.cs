using System.Globalization;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>An enum whose members are the classes.</summary>
internal static class LabelEnum
{
    public static INamedTypeSymbol? Of(HeadAttribute attribute) =>
        attribute.Type(OptionNames.Labels) is INamedTypeSymbol { TypeKind: TypeKind.Enum } labels ? labels : null;

    public static LabelType ToModel(INamedTypeSymbol labels, Compilation compilation)
    {
        var name = labels.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var alias = AliasOf(labels, compilation);
        return new(
            alias is null ? name : alias + name.Substring(ReferenceAliases.Global.Length),
            labels.EnumUnderlyingType!.ToDisplayString(),
            alias,
            LabelWarnings.Of(labels, compilation)
        );
    }

    /// <summary>What the assembly of a type is called where the type alone is not enough, or null.</summary>
    private static string? AliasOf(INamedTypeSymbol type, Compilation compilation)
    {
        var own = ReferenceAliases.Of(type, compilation);
        return own is null || (ReferenceAliases.IsGlobal(type, compilation) && IsOnlyOne(type, compilation))
            ? null
            : own;
    }

    private static bool IsOnlyOne(INamedTypeSymbol type, Compilation compilation)
    {
        var types = string.Join("+", Declarations.ContainingTypes(type).Select(part => part.MetadataName));
        var space = type.ContainingNamespace;
        return compilation.GetTypesByMetadataName(space.IsGlobalNamespace ? types : $"{space}.{types}").Length == 1;
    }

    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol labels) =>
        labels.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst);

    public static int CountOf(INamedTypeSymbol labels) => PlainEnum.CountOf(labels) ?? Members(labels).Count();

    /// <summary>Whether a member has a value that the compiler cannot compute, which it reports itself.</summary>
    public static bool HasErrors(INamedTypeSymbol labels) =>
        labels.TypeKind == TypeKind.Enum
        && PlainEnum.CountOf(labels) is null
        && Members(labels).Any(member => !member.HasConstantValue);

    /// <summary>Whether its values are meant to be combined.</summary>
    public static bool IsFlags(INamedTypeSymbol labels) =>
        SymbolAttributes.Of(labels, "System.FlagsAttribute") is not null;

    /// <summary>Whether the type that the enum is made of has the number.</summary>
    public static bool CanBe(INamedTypeSymbol labels, int number) =>
        labels.EnumUnderlyingType!.SpecialType switch
        {
            SpecialType.System_Byte => number is >= byte.MinValue and <= byte.MaxValue,
            SpecialType.System_SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
            SpecialType.System_Int16 => number is >= short.MinValue and <= short.MaxValue,
            SpecialType.System_UInt16 => number is >= ushort.MinValue and <= ushort.MaxValue,
            SpecialType.System_UInt32 or SpecialType.System_UInt64 => number >= 0,
            _ => true,
        };

    /// <summary>What keeps the values from being 0 to n - 1, each once, as a message says it; null where nothing does.</summary>
    public static string? GapIn(INamedTypeSymbol labels)
    {
        if (PlainEnum.CountOf(labels) is not null)
        {
            return null;
        }

        var members = Members(labels)
            .Select(member => (member.Name, Value: ValueOf(member)))
            .OrderBy(member => member.Value)
            .ToList();
        for (var index = 0; index < members.Count; index++)
        {
            var (name, value) = members[index];
            if (value < index)
            {
                return value < 0
                    ? FormattableString.Invariant($"'{name}' is {value}")
                    : FormattableString.Invariant($"'{members[index - 1].Name}' and '{name}' are both {value}");
            }

            if (value > index)
            {
                return FormattableString.Invariant($"'{name}' is {value}, and none is {index}");
            }
        }

        return null;
    }

    /// <summary>The type holds the whole range of long and ulong.</summary>
    public static decimal ValueOf(IFieldSymbol member) =>
        Convert.ToDecimal(member.ConstantValue, CultureInfo.InvariantCulture);
}
