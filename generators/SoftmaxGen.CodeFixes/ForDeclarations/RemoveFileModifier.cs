using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>
/// Makes a file-local head, or the type around it, visible in its assembly. Not where that may break something: where a type or
/// namespace has the name, where another file names anything so, or where the file has more such types, which its members may
/// use.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFileModifier)), Shared]
public sealed class RemoveFileModifier : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.Of(HeadRule.FileLocal).Id];

    private protected override string Title => "Remove 'file'";

    internal override async Task<SolutionEdit?> FindEditAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var declaration = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (
            root is null
            || declaration is null
            || model?.GetDeclaredSymbol(declaration, cancellation) is not { } type
            || HandWritten.DocumentOf(document.Project.Solution, declaration) is null
        )
        {
            return null;
        }

        var parts = Declarations.Parts(type, cancellation).ToList();
        if (
            root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsFileLocal).Except(parts).Any()
            || IsTaken(type, model.Compilation)
            || IsNamedElsewhere(type, root, model.Compilation, cancellation)
        )
        {
            return null;
        }

        return async (editors, token) =>
        {
            var editor = await editors.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            foreach (var part in parts)
            {
                editor.ReplaceNode(part, (current, _) => WithoutFile((BaseTypeDeclarationSyntax)current));
            }
        };
    }

    private static bool IsTaken(INamedTypeSymbol type, Compilation compilation)
    {
        // Namespaces of all assemblies together.
        var space = compilation.GetCompilationNamespace(type.ContainingNamespace) ?? type.ContainingNamespace;
        return space.GetTypeMembers(type.Name, type.Arity).Length > 1
            || space.GetNamespaceMembers().Any(inner => inner.Name == type.Name);
    }

    /// <summary>Whatever such a name means now, it would mean this type.</summary>
    private static bool IsNamedElsewhere(
        INamedTypeSymbol type,
        SyntaxNode root,
        Compilation compilation,
        CancellationToken cancellation
    ) =>
        compilation
            .SyntaxTrees.Where(tree => tree != root.SyntaxTree)
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Name);

    private static bool IsFileLocal(MemberDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(SyntaxKind.FileKeyword);

    private static BaseTypeDeclarationSyntax WithoutFile(BaseTypeDeclarationSyntax declaration)
    {
        if (!IsFileLocal(declaration))
        {
            return declaration;
        }

        var next = FileKeywordOf(declaration).GetNextToken();
        var moved = declaration.ReplaceToken(
            next,
            next.WithLeadingTrivia(FileKeywordOf(declaration).LeadingTrivia.AddRange(next.LeadingTrivia))
        );
        return (BaseTypeDeclarationSyntax)moved.WithModifiers(moved.Modifiers.Remove(FileKeywordOf(moved)));
    }

    private static SyntaxToken FileKeywordOf(BaseTypeDeclarationSyntax declaration) =>
        declaration.Modifiers.First(Declarations.IsFileKeyword);
}
