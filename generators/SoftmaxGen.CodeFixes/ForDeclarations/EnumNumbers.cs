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
        // In another project it is another symbol.
        var name = NameOf(type);
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var casts = root?.DescendantNodes().OfType<CastExpressionSyntax>().ToList() ?? [];
            if (
                casts.Count > 0
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
                && casts.Any(cast => IsOf(name, cast, model, cancellation))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(
        string name,
        CastExpressionSyntax cast,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        var from = model.GetTypeInfo(cast.Expression, cancellation).Type;
        var to = model.GetTypeInfo(cast, cancellation).Type;
        return (IsEnum(from, name), IsEnum(to, name)) switch
        {
            (true, false) => IsNumber(to),
            (false, true) => IsNumber(from),
            _ => false,
        };
    }

    private static bool IsEnum(ITypeSymbol? type, string name) =>
        type is { TypeKind: TypeKind.Enum } && NameOf(type) == name;

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsNumber(ITypeSymbol? type) =>
        type
            is { TypeKind: TypeKind.Enum, SpecialType: SpecialType.None }
                or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double };
}
