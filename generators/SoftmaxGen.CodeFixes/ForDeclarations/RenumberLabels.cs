using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>
/// Numbers the members of a label enum from 0, in the order of their values. Not where the solution uses the numbers.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenumberLabels)), Shared]
public sealed class RenumberLabels : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.Of(HeadRule.LabelValues).Id];

    private protected override string Title => "Number the members of the label enum from 0";

    internal override async Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var solution = document.Project.Solution;
        var head = await HeadOfDiagnostic.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false);
        if (head is null || LabelsOf(head) is not { } labels)
        {
            return null;
        }

        // The enum of a referenced project may be known by its metadata alone.
        var source = await SymbolFinder.FindSourceDefinitionAsync(labels, solution, cancellation).ConfigureAwait(false);
        if (
            source?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                is not EnumDeclarationSyntax declaration
            || HandWritten.DocumentOf(solution, declaration) is not { } home
            || !CanBeNumbered(declaration, (INamedTypeSymbol)source)
            || await EnumNumbers.AreUsedAsync((INamedTypeSymbol)source, solution, cancellation).ConfigureAwait(false)
        )
        {
            return null;
        }

        var numbers = NumbersFor((INamedTypeSymbol)source);
        return async (editors, token) =>
        {
            var editor = await editors.GetDocumentEditorAsync(home.Id, token).ConfigureAwait(false);
            editor.ReplaceNode(
                declaration,
                (current, _) => EnumNumbering.Renumber((EnumDeclarationSyntax)current, numbers)
            );
        };
    }

    private static INamedTypeSymbol? LabelsOf(INamedTypeSymbol head) =>
        HeadAttribute.AllOf(head).Select(LabelEnum.Of).FirstOrDefault(labels => labels is not null);

    /// <summary>The new number of each member, in the order of declaration.</summary>
    private static ImmutableArray<int> NumbersFor(INamedTypeSymbol labels)
    {
        var members = LabelEnum.Members(labels).ToList();
        var sorted = members.OrderBy(LabelEnum.ValueOf).ToList();
        return members.Select(member => sorted.IndexOf(member)).ToImmutableArray();
    }

    /// <summary>
    /// Conditions may leave members out, a negative value is no class, what has a name means more than a number, and members of
    /// equal values are one thing by two names.
    /// </summary>
    private static bool CanBeNumbered(EnumDeclarationSyntax declaration, INamedTypeSymbol labels) =>
        !declaration.DescendantTrivia().Any(trivia => IsCondition(trivia) && IsInside(declaration, trivia))
        && !declaration.Members.Any(member =>
            member.EqualsValue is { } value && (value.ContainsDirectives || IsGiven(value))
        )
        && LabelEnum.Members(labels).Select(LabelEnum.ValueOf).All(value => value >= 0)
        && LabelEnum.Members(labels).Select(LabelEnum.ValueOf).Distinct().Count() == declaration.Members.Count;

    private static bool IsCondition(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.IfDirectiveTrivia);

    private static bool IsInside(EnumDeclarationSyntax declaration, SyntaxTrivia trivia) =>
        trivia.SpanStart > declaration.OpenBraceToken.SpanStart;

    /// <summary>Whether the value is more than a number: what a name stands for is written elsewhere.</summary>
    private static bool IsGiven(EqualsValueClauseSyntax value) =>
        value
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Parent is not MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax });
}
