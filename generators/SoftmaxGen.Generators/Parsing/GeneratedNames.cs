using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>Whether the user's type already has what a head generates.</summary>
internal static class GeneratedNames
{
    /// <summary>The names that cannot be generated into the type because it, a member or a type parameter has them.</summary>
    public static IEnumerable<string> TakenBy(INamedTypeSymbol type, HeadAttribute attribute)
    {
        if (!MayTakeAny(type))
        {
            return [];
        }

        var generated = GeneratedMembers.Of(attribute);
        return generated.Names.Where(name =>
            type.Name == name
            || IsTypeParameter(type, name)
            || IsPrimaryParameter(type, name)
            || IsAbstractInBase(type, name, generated)
            || type.GetMembers(name).Any(member => !IsGenerated(member) && Clashes(member, generated))
        );
    }

    /// <summary>Most heads declare nothing, and nothing needs to be compared then.</summary>
    private static bool MayTakeAny(INamedTypeSymbol type) =>
        HeadParser.HasBaseClass(type)
        || GeneratedMembers.AllNames.Contains(type.Name)
        || Declarations.NamesIn(type).Any(GeneratedMembers.AllNames.Contains);

    /// <summary>The parameters of a primary constructor are in scope where the members are, and would lose to them.</summary>
    private static bool IsPrimaryParameter(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter => parameter.Name == name)
            && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax)
        );

    /// <summary>A generated method would hide an abstract one, which then cannot be overridden.</summary>
    private static bool IsAbstractInBase(INamedTypeSymbol type, string name, GeneratedMembers generated)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(name).Any(member => member.IsAbstract && Clashes(member, generated)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An analyzer sees the type with the generated members in it.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.ToDisplayString() == "System.CodeDom.Compiler.GeneratedCodeAttribute"
                && attribute.ConstructorArguments.FirstOrDefault()
                    is { Kind: TypedConstantKind.Primitive, Value: "SoftmaxGen" }
            );

    private static bool IsTypeParameter(INamedTypeSymbol type, string name) =>
        type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>An overload of the user's own, with other parameters, may stand beside a generated method.</summary>
    private static bool Clashes(ISymbol member, GeneratedMembers generated) =>
        member is not IMethodSymbol method
        || generated.Others.Contains(method.Name)
        || (
            method.Arity == 0 && generated.Overloads(method.Name).Any(list => list.SequenceEqual(ParametersOf(method)))
        );

    /// <summary>Methods cannot differ by <c>ref</c>, <c>in</c> and <c>out</c> alone.</summary>
    private static IEnumerable<string> ParametersOf(IMethodSymbol method) =>
        method.Parameters.Select(parameter =>
            (parameter.RefKind == RefKind.None ? "" : GeneratedMembers.ByReference) + parameter.Type.ToDisplayString()
        );
}
