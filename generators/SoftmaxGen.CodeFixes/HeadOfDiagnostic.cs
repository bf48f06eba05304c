using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes;

/// <summary>The head that a diagnostic of a declaration is about.</summary>
internal static class HeadOfDiagnostic
{
    /// <summary>
    /// The diagnostic stands in the attribute of the head or, where it stands elsewhere, has the attribute as its additional
    /// location.
    /// </summary>
    public static async Task<INamedTypeSymbol?> FindAsync(
        Solution solution,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var location = diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;
        if (
            solution.GetDocument(location.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || root.FindNode(location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
        )
        {
            return null;
        }

        return model.GetDeclaredSymbol(declaration, cancellation);
    }
}
