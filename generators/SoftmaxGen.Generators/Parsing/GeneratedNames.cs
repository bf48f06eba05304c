using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>Whether the user's type already has what a head generates.</summary>
internal static class GeneratedNames
{
    /// <summary>The names that cannot be generated into the type, each with what has it: the type, a parameter or a member.</summary>
    public static IEnumerable<(string Name, ISymbol Owner)> TakenBy(INamedTypeSymbol type, HeadAttribute attribute)
    {
        if (!MayTakeAny(type))
        {
            yield break;
        }

        var generated = GeneratedMembers.Of(attribute);
        foreach (var name in generated.Names)
        {
            var owner =
                type.Name == name
                    ? type
                    : TypeParameter(type, name)
                        ?? PrimaryParameter(type, name)
                        ?? AbstractInBase(type, name, generated)
                        ?? type.GetMembers(name)
                            .FirstOrDefault(member => !IsGenerated(member) && Clashes(member, generated));
            if (owner is not null)
            {
                yield return (name, owner);
            }
        }
    }

    /// <summary>Most heads declare nothing, and nothing needs to be compared then.</summary>
    private static bool MayTakeAny(INamedTypeSymbol type) =>
        HeadParser.HasBaseClass(type)
        || GeneratedMembers.AllNames.Contains(type.Name)
        || Declarations.NamesIn(type).Any(GeneratedMembers.AllNames.Contains);

    /// <summary>The parameters of a primary constructor are in scope where the members are, and would lose to them.</summary>
    private static ISymbol? PrimaryParameter(INamedTypeSymbol type, string name) =>
        type
            .InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter =>
                parameter.Name == name
                && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax() is TypeDeclarationSyntax
                )
            );

    /// <summary>A generated method would hide an abstract one, which then cannot be overridden.</summary>
    private static ISymbol? AbstractInBase(INamedTypeSymbol type, string name, GeneratedMembers generated)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var member = ancestor
                .GetMembers(name)
                .FirstOrDefault(candidate => candidate.IsAbstract && Clashes(candidate, generated));
            if (member is not null)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>An analyzer sees the type with the generated members in it.</summary>
    public static bool IsGenerated(ISymbol member) =>
        SymbolAttributes
            .Of(member, "System.CodeDom.Compiler.GeneratedCodeAttribute")
            ?.ConstructorArguments.FirstOrDefault()
            is { Kind: TypedConstantKind.Primitive, Value: "SoftmaxGen" };

    private static ISymbol? TypeParameter(INamedTypeSymbol type, string name) =>
        type.TypeParameters.FirstOrDefault(parameter => parameter.Name == name);

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
