using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>Gives the members of an enum the numbers 0 to n - 1. Comments stay where they are.</summary>
internal static class EnumNumbering
{
    /// <summary>The numbers are those of the members in the order of declaration; where they just count, none is written.</summary>
    public static EnumDeclarationSyntax Renumber(EnumDeclarationSyntax declaration, IReadOnlyList<int> numbers)
    {
        var justCounts = numbers.Select((number, index) => number == index).All(isNext => isNext);
        var members = declaration.Members.Select(
            (member, index) => justCounts ? WithoutNumber(member) : WithNumber(member, numbers[index])
        );
        return declaration.WithMembers(SyntaxFactory.SeparatedList(members, declaration.Members.GetSeparators()));
    }

    private static EnumMemberDeclarationSyntax WithoutNumber(EnumMemberDeclarationSyntax member)
    {
        if (member.EqualsValue is not { } clause)
        {
            return member;
        }

        var end = clause.GetTrailingTrivia();
        var inner = member.Identifier.TrailingTrivia.Concat(clause.DescendantTrivia()).Except(end);
        return member
            .WithEqualsValue(null)
            .WithIdentifier(member.Identifier.WithTrailingTrivia(CommentsIn(inner).Concat(end)));
    }

    private static EnumMemberDeclarationSyntax WithNumber(EnumMemberDeclarationSyntax member, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var literal = SyntaxFactory.LiteralExpression(
            SyntaxKind.NumericLiteralExpression,
            SyntaxFactory.Literal(text, number)
        );
        if (member.EqualsValue is { } clause)
        {
            return clause.Value.ToString() == text
                ? member
                : member.WithEqualsValue(clause.WithValue(literal.WithTriviaFrom(clause.Value)));
        }

        var sign = SyntaxFactory.Token(
            SyntaxFactory.TriviaList(SyntaxFactory.Space),
            SyntaxKind.EqualsToken,
            SyntaxFactory.TriviaList(SyntaxFactory.Space)
        );
        return member
            .WithIdentifier(member.Identifier.WithTrailingTrivia())
            .WithEqualsValue(
                SyntaxFactory.EqualsValueClause(sign, literal.WithTrailingTrivia(member.Identifier.TrailingTrivia))
            );
    }

    private static IEnumerable<SyntaxTrivia> CommentsIn(IEnumerable<SyntaxTrivia> trivia)
    {
        var endsAtLine = false;
        foreach (var item in trivia)
        {
            if (item.IsKind(SyntaxKind.EndOfLineTrivia) && endsAtLine)
            {
                yield return item;
            }

            endsAtLine = item.IsKind(SyntaxKind.SingleLineCommentTrivia);
            if (endsAtLine || item.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                yield return SyntaxFactory.Space;
                yield return item;
            }
        }
    }
}
