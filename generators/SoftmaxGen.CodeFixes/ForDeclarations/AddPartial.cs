using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>Adds the modifier to a head and every type around it that lacks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartial)), Shared]
public sealed class AddPartial : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.Of(HeadRule.NotPartial).Id];

    private protected override string Title => "Add 'partial' to the head and the types around it";

    internal override async Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var solution = document.Project.Solution;
        var head = await HeadOfDiagnostic.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false);
        if (head is null)
        {
            return null;
        }

        var declarations = Declarations
            .ContainingTypes(head)
            .SelectMany(type => Declarations.Parts(type, cancellation))
            .OfType<TypeDeclarationSyntax>()
            .Where(part => !Declarations.IsPartial(part))
            .Select(declaration => (Syntax: declaration, HandWritten.DocumentOf(solution, declaration)?.Id))
            .ToList();
        if (declarations.Any(declaration => declaration.Id is null))
        {
            return null;
        }

        return async (editors, token) =>
        {
            foreach (var (declaration, id) in declarations)
            {
                var editor = await editors.GetDocumentEditorAsync(id, token).ConfigureAwait(false);
                editor.ReplaceNode(declaration, (current, _) => WithPartial((TypeDeclarationSyntax)current));
            }
        };
    }

    /// <summary>The modifier is the last one. What stands before the keyword, such as documentation, then stands before it.</summary>
    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax declaration)
    {
        if (Declarations.IsPartial(declaration))
        {
            return declaration;
        }

        var partial = SyntaxFactory.Token(
            declaration.Keyword.LeadingTrivia,
            SyntaxKind.PartialKeyword,
            SyntaxFactory.TriviaList(SyntaxFactory.Space)
        );
        return declaration
            .WithKeyword(declaration.Keyword.WithLeadingTrivia())
            .WithModifiers(declaration.Modifiers.Add(partial));
    }
}
