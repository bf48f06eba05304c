using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary><c>for (int i = start; i &lt; bound; i += step)</c>, where nothing else changes the index.</summary>
/// <param name="Loop">The whole loop.</param>
/// <param name="Index">What is counted.</param>
/// <param name="Start">The first value of the index.</param>
/// <param name="Bound">Where it ends.</param>
/// <param name="Step">By how much the index grows.</param>
internal sealed record CountedLoop(IForLoopOperation Loop, ILocalSymbol Index, long Start, IOperation Bound, long Step)
{
    public static CountedLoop? Of(IOperation? operation, MemberFlow flow) =>
        operation is IForLoopOperation { Before: [var start], AtLoopBottom: [var step] } loop
        && DeclaratorOf(start) is { Symbol: var index } declarator
        && StartOf(declarator) is { } first
        && StepOf(step, index, flow) is { } width
        && BoundOf(loop.Condition, index) is { } bound
        && IsOnlyStepped(index, step, flow)
            ? new CountedLoop(loop, index, first, bound, width)
            : null;

    public bool IsIndex(IOperation operation) => IsReference(operation, Index);

    public static bool IsReference(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static IVariableDeclaratorOperation? DeclaratorOf(IOperation start) =>
        start is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] }
            ? declarator
            : null;

    private static long? StartOf(IVariableDeclaratorOperation declarator) =>
        declarator.GetVariableInitializer() is { Value: var value } ? KnownNumber.ConstantOf(value) : null;

    private static long? StepOf(IOperation step, ILocalSymbol index, MemberFlow flow) =>
        step is IExpressionStatementOperation { Operation: var operation }
            ? operation switch
            {
                IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment
                    when IsReference(increment.Target, index) => 1,
                ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum
                    when IsReference(sum.Target, index) => flow.Numbers.Of(sum.Value),
                _ => null,
            }
            : null;

    private static IOperation? BoundOf(IOperation? condition, ILocalSymbol index) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } less
        && IsReference(less.LeftOperand, index)
            ? less.RightOperand
            : null;

    private static bool IsOnlyStepped(ILocalSymbol index, IOperation step, MemberFlow flow) =>
        flow
            .Uses.Of(index)
            .All(reference => SymbolUse.Of(reference).Kind == UseKind.Read || reference.Parent?.Parent == step);
}
