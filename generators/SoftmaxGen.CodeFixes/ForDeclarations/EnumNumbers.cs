using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.ForDeclarations;

/// <summary>Whether a solution depends on the numbers of an enum: it converts one to a number, or a number to one.</summary>
internal static class EnumNumbers
{
    public static async Task<bool> AreUsedAsync(
        INamedTypeSymbol type,
        Solution solution,
        CancellationToken cancellation
    )
    {
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var casts = root?.DescendantNodes().OfType<CastExpressionSyntax>().ToList() ?? [];
            if (
                casts.Count > 0
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
                && casts.Any(cast => IsOf(type, cast, model, cancellation))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A referenced project's enum is another symbol in each compilation, of the same name.</summary>
    private static bool IsOf(
        INamedTypeSymbol type,
        CastExpressionSyntax cast,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        var (from, to) = (
            model.GetTypeInfo(cast.Expression, cancellation).Type,
            model.GetTypeInfo(cast, cancellation).Type
        );
        var other =
            IsSame(from) ? to
            : IsSame(to) ? from
            : null;
        return IsNumber(other) && !IsSame(other);

        bool IsSame(ITypeSymbol? other) =>
            other is not null
            && other.TypeKind == TypeKind.Enum
            && other.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                == type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type
            is { TypeKind: TypeKind.Enum, SpecialType: SpecialType.None }
                or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double };
}
