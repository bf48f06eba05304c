using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Whether a public member of one type may name another type: wherever the first can be seen, the second must be visible
/// too. As the compiler does (CS0051), it asks of each type around the second that one around the first hides as much.
/// </summary>
internal static class TypeVisibility
{
    public static bool IsVisibleWherever(INamedTypeSymbol named, INamedTypeSymbol user)
    {
        var users = Declarations.ContainingTypes(user).ToList();
        return Declarations
            .ContainingTypes(named)
            .All(part =>
                part.DeclaredAccessibility == Accessibility.Public || users.Any(around => HidesAsMuch(around, part))
            );
    }

    private static bool HidesAsMuch(INamedTypeSymbol user, INamedTypeSymbol part)
    {
        var isPrivate = user.DeclaredAccessibility == Accessibility.Private;
        var inAssembly =
            user.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal || isPrivate;
        var inFamily = isPrivate
            ? TypesAround(user).Any(around => IsOrDerives(around, part.ContainingType))
            : user.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal
                && IsOrDerives(user.ContainingType, part.ContainingType);
        var inEither =
            user.DeclaredAccessibility == Accessibility.ProtectedOrInternal
            && IsOrDerives(user.ContainingType, part.ContainingType);
        var sharesInternals = SharesInternals(part, user);
        return part.DeclaredAccessibility switch
        {
            Accessibility.Internal => inAssembly && sharesInternals,
            Accessibility.Private => isPrivate && TypesAround(user).Any(around => IsSame(around, part.ContainingType)),
            Accessibility.Protected => inFamily,
            Accessibility.ProtectedAndInternal => inFamily && inAssembly && sharesInternals,
            Accessibility.ProtectedOrInternal => inFamily || ((inAssembly || inEither) && sharesInternals),
            _ => false,
        };
    }

    private static bool SharesInternals(ISymbol part, ISymbol user) =>
        IsSame(part.ContainingAssembly, user.ContainingAssembly)
        || part.ContainingAssembly.GivesAccessTo(user.ContainingAssembly);

    private static IEnumerable<INamedTypeSymbol> TypesAround(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Declarations.ContainingTypes(outer) : [];

    private static bool IsOrDerives(INamedTypeSymbol? type, INamedTypeSymbol? ancestor) =>
        type is not null && (IsSame(type, ancestor) || IsOrDerives(type.BaseType, ancestor));

    private static bool IsSame(ISymbol one, ISymbol? other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other?.OriginalDefinition);
}
