using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Declarations about which the syntax of one part says everything: partial, in no other type, without base, parameters and
/// members. Most heads are such, and no rule about declarations speaks of them. Every keystroke asks for each head, so the answer is kept as
/// long as the syntax, which an edit of another file leaves as it is.
/// </summary>
internal sealed class PlainDeclaration
{
    private static readonly ConditionalWeakTable<SyntaxNode, PlainDeclaration> Known = new();

    private readonly bool isPlain;
    private Model? model;

    private PlainDeclaration(SyntaxNode syntax) =>
        isPlain = syntax is TypeDeclarationSyntax type && HasNothingButName(type) && CanBeExtended(type);

    /// <summary>Null for declarations that more has to be asked about.</summary>
    public static PlainDeclaration? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var parts = type.DeclaringSyntaxReferences;
        if (parts.Length != 1)
        {
            return null;
        }

        var known = Known.GetValue(parts[0].GetSyntax(cancellation), syntax => new PlainDeclaration(syntax));
        return known.isPlain ? known : null;
    }

    /// <summary>The model of the type, which the syntax says as well.</summary>
    public EquatableArray<TypeModel> TypesOf(INamedTypeSymbol type) =>
        (model ??= new Model(HeadParser.TypesOf(type))).Types;

    private static bool HasNothingButName(TypeDeclarationSyntax type) =>
        type is { TypeParameterList: null, BaseList: null, Members.Count: 0, Parent: not TypeDeclarationSyntax }
        && !type.ChildNodes().OfType<ParameterListSyntax>().Any();

    private static bool CanBeExtended(TypeDeclarationSyntax type) =>
        !type.Identifier.IsMissing
        && Declarations.IsPartial(type)
        && !type.Modifiers.Any(Declarations.IsFileKeyword)
        && !GeneratedMembers.AllNames.Contains(type.Identifier.ValueText)
        && HeadRules.IsNewEnough(((CSharpParseOptions)type.SyntaxTree.Options).LanguageVersion);

    /// <summary>A reference, which threads exchange whole.</summary>
    private sealed record Model(EquatableArray<TypeModel> Types);
}
