using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Expressions that make memory, with <c>stackalloc</c>, for which the compiler has no operation.</summary>
internal static class Creations
{
    public static bool IsStackalloc(IOperation operation) =>
        operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;

    /// <summary>The length in <c>new float[3]</c> or <c>stackalloc float[3]</c>; null where elements are written, or no length.</summary>
    public static ExpressionSyntax? SizeSyntaxOf(SyntaxNode creation) =>
        creation switch
        {
            ArrayCreationExpressionSyntax { Initializer: null } array => SizeOf(array.Type),
            StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax type } => SizeOf(type),
            _ => null,
        };

    /// <summary>The number of elements that a <c>stackalloc</c> lists, or null.</summary>
    public static int? StackallocElements(IOperation operation) => ListOf(operation)?.Expressions.Count;

    /// <summary>The elements that a <c>stackalloc</c> lists.</summary>
    public static IEnumerable<IOperation> StackallocElementsOf(IOperation operation) =>
        ListOf(operation) is { } list
            ? list.Expressions.Select(element => operation.SemanticModel?.GetOperation(element)).OfType<IOperation>()
            : [];

    private static InitializerExpressionSyntax? ListOf(IOperation operation) =>
        operation.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax array => array.Initializer,
            ImplicitStackAllocArrayCreationExpressionSyntax array => array.Initializer,
            _ => null,
        };

    private static ExpressionSyntax? SizeOf(ArrayTypeSyntax type) =>
        type.RankSpecifiers is [{ Sizes: [var size and not OmittedArraySizeExpressionSyntax] }] ? size : null;
}
