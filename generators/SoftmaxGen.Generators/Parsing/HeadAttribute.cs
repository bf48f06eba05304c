using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// An attribute that makes a type a head, and its named arguments. What is not written, or is null, is null here.
/// </summary>
internal sealed class HeadAttribute
{
    public const string Namespace = "SoftmaxGen";
    public const string SoftmaxName = "SoftmaxHeadAttribute";
    public const string SigmoidName = "SigmoidHeadAttribute";

    private readonly AttributeData data;
    private bool? hasErrors;

    private HeadAttribute(AttributeData data, bool isSigmoid)
    {
        this.data = data;
        IsSigmoid = isSigmoid;
    }

    public bool IsSigmoid { get; }

    public SyntaxReference? Syntax => data.ApplicationSyntaxReference;

    /// <summary>
    /// Whether the compiler does not understand it, which it reports itself. Nothing can be said about the arguments then.
    /// </summary>
    public bool HasErrors =>
        hasErrors ??=
            data.AttributeConstructor is null
            || HasErrorIn(data.NamedArguments)
            || (Type(OptionNames.Labels) is INamedTypeSymbol labels && LabelEnum.HasErrors(labels));

    /// <summary>All of a type, in the order of its declarations.</summary>
    public static IEnumerable<HeadAttribute> AllOf(INamedTypeSymbol type) =>
        type.GetAttributes().Select(TryCreate).OfType<HeadAttribute>();

    /// <summary>Whether a type has exactly one, of either kind.</summary>
    public static bool IsOneOn(INamedTypeSymbol type)
    {
        var count = 0;
        foreach (var attribute in type.GetAttributes())
        {
            count += IsOurs(attribute) ? 1 : 0;
        }

        return count == 1;
    }

    public static HeadAttribute? TryCreate(AttributeData data) =>
        IsOurs(data) ? new HeadAttribute(data, isSigmoid: data.AttributeClass!.Name == SigmoidName) : null;

    public int? Int32(string name) =>
        Find(name) is { Kind: not TypedConstantKind.Array, Value: int value } ? value : null;

    public double? Double(string name) =>
        Find(name) is { Kind: not TypedConstantKind.Array, Value: double value } ? value : null;

    public ITypeSymbol? Type(string name) =>
        Find(name) is { Kind: TypedConstantKind.Type, Value: ITypeSymbol value } ? value : null;

    public ImmutableArray<double>? Doubles(string name) =>
        Find(name) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(item => item.Value).OfType<double>().ToImmutableArray()
            : null;

    // Every keystroke asks, for every head, so this allocates nothing.
    private TypedConstant Find(string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return default;
    }

    /// <summary>Whether it stands in the namespace of the package. To display a name takes longer than to compare it.</summary>
    private static bool IsOurs(AttributeData data) =>
        data.AttributeClass
            is {
                Name: SoftmaxName or SigmoidName,
                ContainingType: null,
                Arity: 0,
                ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true }
            };

    private static bool HasErrorIn(ImmutableArray<KeyValuePair<string, TypedConstant>> arguments)
    {
        foreach (var argument in arguments)
        {
            if (IsError(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsError(TypedConstant constant) =>
        constant.Kind switch
        {
            TypedConstantKind.Error => true,
            TypedConstantKind.Array => !constant.IsNull && constant.Values.Any(IsError),
            TypedConstantKind.Type => constant.Value is ITypeSymbol { TypeKind: TypeKind.Error },
            _ => false,
        };
}
