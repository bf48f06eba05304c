using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Fields that hold what their declaration says: read-only ones that nothing else may write.</summary>
internal static class FixedFields
{
    /// <summary>The initial value, or null where it is not certain or stands in another file.</summary>
    public static IOperation? ValueOf(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        return
            field.IsReadOnly
            && !IsWrittenLater(field)
            && reference.SemanticModel is { } model
            && field.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            && declaration.SyntaxTree == model.SyntaxTree
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? model.GetOperation(value)
            : null;
    }

    /// <summary>Constructors and <c>init</c> accessors may.</summary>
    private static bool IsWrittenLater(IFieldSymbol field) =>
        field
            .ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(method =>
                method.IsStatic == field.IsStatic
                && !method.IsImplicitlyDeclared
                && (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly)
            );
}
