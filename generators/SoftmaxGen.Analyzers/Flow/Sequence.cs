using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Which operations are always executed before others.</summary>
internal static class Sequence
{
    /// <summary>
    /// The statements from the one that always executes the first operation to the one that contains the second, or
    /// null where the second may be reached without the first.
    /// </summary>
    public static IReadOnlyList<IOperation>? Between(IOperation first, IOperation second, SymbolUses uses)
    {
        if (
            uses.HasLabels
            || StatementThatExecutes(first) is not { Parent: { } block } statement
            || StatementsOf(block) is not { } statements
        )
        {
            return null;
        }

        var later = Nesting.Ancestors(second).FirstOrDefault(outer => outer.Parent == block);
        if (later is null || Nesting.FunctionAround(second) != Nesting.FunctionAround(first))
        {
            return null;
        }

        var start = IndexOf(statements, statement);
        var end = IndexOf(statements, later);
        return start >= 0 && end > start ? [.. statements.Skip(start).Take(end - start + 1)] : null;
    }

    /// <summary>The statement in a block that cannot end without executing the operation, or null.</summary>
    private static IOperation? StatementThatExecutes(IOperation operation)
    {
        var outer = operation;
        while (outer.Parent is { } parent && StatementsOf(parent) is null)
        {
            if (!Executes(parent, outer))
            {
                return null;
            }

            outer = parent;
        }

        return outer;
    }

    private static bool Executes(IOperation outer, IOperation inner) =>
        outer switch
        {
            IExpressionStatementOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation =>
                true,
            IVariableDeclaratorOperation or IVariableInitializerOperation => true,
            IArgumentOperation or IConversionOperation or IUnaryOperation or ISimpleAssignmentOperation => true,
            ICompoundAssignmentOperation => true,
            IInvocationOperation => true,
            // The right side of && and || may be left out.
            IBinaryOperation binary => binary.LeftOperand == inner
                || binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr),
            _ => false,
        };

    private static IReadOnlyList<IOperation>? StatementsOf(IOperation operation) =>
        operation switch
        {
            IBlockOperation block => block.Operations,
            ISwitchCaseOperation section => section.Body,
            _ => null,
        };

    private static int IndexOf(IReadOnlyList<IOperation> statements, IOperation statement)
    {
        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index] == statement)
            {
                return index;
            }
        }

        return -1;
    }
}
