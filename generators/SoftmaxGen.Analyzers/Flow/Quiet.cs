using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Whether statements leave some memory as it is, although others may know it: nothing in them runs unknown code.</summary>
internal sealed class Quiet(HeadMembers heads, OwnMemory own)
{
    /// <summary>
    /// Whether the statements write only to other memory of this member, but for the first call and for what happens
    /// after the second.
    /// </summary>
    public bool Leaves(Memory memory, IReadOnlyList<IOperation> statements, IOperation first, IOperation second)
    {
        // In a loop, what comes after the second call comes before it as well.
        var after = IsRepeated(second, statements) ? [] : Nesting.Ancestors(second).Prepend(second).ToList();
        return statements
            .SelectMany(statement => statement.DescendantsAndSelf())
            .All(operation => operation == first || after.Contains(operation) || IsHarmless(operation, memory));
    }

    private static bool IsRepeated(IOperation call, IReadOnlyList<IOperation> statements) =>
        Nesting
            .Ancestors(call)
            .TakeWhile(outer => outer.Parent != statements[0].Parent)
            .Append(statements[statements.Count - 1])
            .Any(outer => outer is ILoopOperation);

    private bool IsHarmless(IOperation operation, Memory memory) =>
        operation switch
        {
            { Type.TypeKind: TypeKind.Dynamic } => false,
            IInvocationOperation invocation => heads.CallOf(invocation) is { } call
                ? own.WritesElsewhere(call, memory)
                : IsPure(invocation.TargetMethod),
            ISimpleAssignmentOperation assignment => IsLocalOrElsewhere(assignment.Target, memory),
            ICompoundAssignmentOperation assignment => IsLocalOrElsewhere(assignment.Target, memory)
                && assignment.OperatorMethod is null,
            IIncrementOrDecrementOperation step => IsLocalOrElsewhere(step.Target, memory)
                && step.OperatorMethod is null,
            IPropertyReferenceOperation property => SpanMethods.IsOfMemory(property.Property),
            IBinaryOperation binary => binary.OperatorMethod is null,
            IUnaryOperation unary => unary.OperatorMethod is null,
            IConversionOperation conversion => conversion.OperatorMethod is null
                || SpanMethods.IsSpan(conversion.OperatorMethod.ContainingType)
                || conversion.Type is { Name: "Index", ContainingNamespace.Name: "System" },
            IExpressionStatementOperation or IBlockOperation or IEmptyOperation or IDiscardOperation => true,
            // Where a value is yielded, others go on.
            IReturnOperation => operation.Kind == OperationKind.Return,
            IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableInitializerOperation =>
                true,
            IVariableDeclaratorOperation declarator => !declarator.Symbol.IsRef,
            IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In },
            ILiteralOperation or IDefaultValueOperation or ILocalReferenceOperation or IParameterReferenceOperation =>
                true,
            IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => true,
            IInlineArrayAccessOperation or IRangeOperation or IConditionalOperation or IBranchOperation => true,
            IArrayCreationOperation or IArrayInitializerOperation => true,
            // Other collections add the elements one by one.
            ICollectionExpressionOperation { Type: var type } => type is IArrayTypeSymbol || SpanMethods.IsSpan(type),
            IForLoopOperation or IWhileLoopOperation or INameOfOperation => true,
            IForEachLoopOperation loop => loop.Collection.Type is IArrayTypeSymbol
                || SpanMethods.IsSpan(loop.Collection.Type),
            _ => Creations.IsStackalloc(operation),
        };

    /// <summary>A variable of the member, which is no element of any memory, or memory that is known to be other.</summary>
    private bool IsLocalOrElsewhere(IOperation target, Memory memory) =>
        target switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } => !IsHeldBy(local, memory),
            IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: true } => own.IsElsewhere(
                instance,
                memory
            ),
            IArrayElementReferenceOperation element => own.IsElsewhere(element.ArrayReference, memory),
            IImplicitIndexerReferenceOperation element => own.IsElsewhere(element.Instance, memory),
            IInlineArrayAccessOperation element => own.IsElsewhere(element.Instance, memory),
            _ => false,
        };

    /// <summary>An inline array is the memory itself.</summary>
    private static bool IsHeldBy(ILocalSymbol local, Memory memory) =>
        SymbolEqualityComparer.Default.Equals(local, memory.Symbol);

    private static bool IsPure(IMethodSymbol method) =>
        SpanMethods.KindOf(method) != SpanMethod.Other || Mathematics.Has(method);
}
