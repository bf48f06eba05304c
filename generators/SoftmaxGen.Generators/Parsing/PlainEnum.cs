using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Enums whose members have no values written, so that they are 0 to n - 1. Every keystroke asks for each label enum, so
/// the answer is kept as long as the syntax, which an edit of another file leaves as it is.
/// </summary>
internal sealed class PlainEnum
{
    // What the smallest underlying type holds.
    private const int MaxMembersOfAnyType = 128;

    private static readonly ConditionalWeakTable<SyntaxNode, PlainEnum> Known = new();

    private readonly int? count;

    private PlainEnum(SyntaxNode syntax) =>
        count = syntax is EnumDeclarationSyntax labels && IsPlain(labels) ? labels.Members.Count : null;

    /// <summary>The number of members, or null for other enums.</summary>
    public static int? CountOf(INamedTypeSymbol labels)
    {
        var parts = labels.DeclaringSyntaxReferences;
        return parts.Length == 1 ? Known.GetValue(parts[0].GetSyntax(), syntax => new PlainEnum(syntax)).count : null;
    }

    private static bool IsPlain(EnumDeclarationSyntax labels) =>
        (labels.BaseList is null || labels.Members.Count <= MaxMembersOfAnyType)
        && labels.Members.All(member => member is { EqualsValue: null, Identifier.IsMissing: false })
        && labels.Members.Select(member => member.Identifier.ValueText).Distinct().Count() == labels.Members.Count;
}
