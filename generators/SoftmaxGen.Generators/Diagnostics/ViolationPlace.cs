using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Generators.Diagnostics;

/// <summary>Where in the source a violation is shown: the narrowest text that has to change.</summary>
internal sealed class ViolationPlace(
    INamedTypeSymbol head,
    AttributeSyntax attribute,
    Compilation compilation,
    CancellationToken cancellation
)
{
    /// <summary>The argument's value, the name, the keyword; where that is in another assembly, the name of the head.</summary>
    public Location Of(HeadViolation violation) =>
        violation.Rule switch
        {
            HeadRule.NotPartial => NameOf(Parts(violation.Symbol!).First(part => !Declarations.IsPartial(part))),
            HeadRule.FileLocal => Parts(violation.Symbol!)
                .SelectMany(part => part.Modifiers)
                .First(Declarations.IsFileKeyword)
                .GetLocation(),
            HeadRule.TwoHeads => SecondAttribute,
            _ when violation.Symbol is { } symbol => NameOf(symbol),
            _ => ValueOf(violation)?.GetLocation() ?? attribute.Name.GetLocation(),
        };

    /// <summary>The attribute, for a violation that is shown elsewhere: the head that it is about.</summary>
    public IEnumerable<Location> HeadOf(HeadViolation violation) =>
        violation.Symbol is null ? [] : [attribute.GetLocation()];

    /// <summary>The compiler rejects the attribute of a delegate, which is no such declaration.</summary>
    private Location NameOfHead =>
        attribute.Parent?.Parent is BaseTypeDeclarationSyntax declaration
            ? NameOf(declaration)
            : attribute.Name.GetLocation();

    private Location SecondAttribute =>
        HeadAttribute
            .AllOf(head)
            .Select(written => written.Syntax!.GetSyntax(cancellation))
            .First(written => written != attribute)
            .GetLocation();

    /// <summary>Those in the file of the attribute first, where an editor shows them while it is open.</summary>
    private IEnumerable<BaseTypeDeclarationSyntax> Parts(ISymbol type) =>
        Declarations
            .Parts((INamedTypeSymbol)type, cancellation)
            .OrderBy(part => part.SyntaxTree != attribute.SyntaxTree);

    private Location NameOf(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol, head)
            ? NameOfHead
            : symbol.Locations.FirstOrDefault(IsInSource) ?? NameOfHead;

    private static Location NameOf(BaseTypeDeclarationSyntax declaration) => declaration.Identifier.GetLocation();

    private bool IsInSource(Location location) =>
        location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    private SyntaxNode? ValueOf(HeadViolation violation)
    {
        var value = attribute
            .ArgumentList?.Arguments.FirstOrDefault(written =>
                written.NameEquals is { } name && name.Name.Identifier.ValueText == violation.Option
            )
            ?.Expression;
        return violation.Item is { } item && ItemsOf(value) is { } items && item < items.Count ? items[item] : value;
    }

    /// <summary>
    /// The items of an array. A collection expression has no node in the oldest compiler that the generator runs in: its elements
    /// are told by what they hold, an expression alone, which a spread is not.
    /// </summary>
    private static IReadOnlyList<SyntaxNode>? ItemsOf(ExpressionSyntax? array) =>
        array switch
        {
            null => null,
            ArrayCreationExpressionSyntax created => created.Initializer?.Expressions,
            ImplicitArrayCreationExpressionSyntax created => created.Initializer.Expressions,
            _ => ElementsOf(array),
        };

    private static IReadOnlyList<SyntaxNode>? ElementsOf(ExpressionSyntax collection)
    {
        var elements = collection.ChildNodes().ToList();
        return collection.GetFirstToken().IsKind(SyntaxKind.OpenBracketToken) && elements.All(IsExpressionAlone)
            ? elements
            : null;
    }

    private static bool IsExpressionAlone(SyntaxNode element) =>
        element.ChildNodesAndTokens() is { Count: 1 } parts && parts[0].AsNode() is ExpressionSyntax;
}
