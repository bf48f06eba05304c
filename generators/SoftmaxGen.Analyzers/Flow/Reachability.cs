using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Code that is never executed, and conditions that keep a mistake from being one.</summary>
internal static class Reachability
{
    /// <summary>What the compiler knows of constant conditions and of jumps.</summary>
    public static bool IsReachable(IOperation operation) =>
        !Nesting.Ancestors(operation).Any(outer => IsLeftOut(outer, operation))
        && (
            operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || operation.SemanticModel?.AnalyzeControlFlow(statement)
                is not { Succeeded: true, StartPointIsReachable: false }
        );

    /// <summary>Whether the program decides something by the operation.</summary>
    public static bool IsCondition(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IIsPatternOperation { Pattern: not IConstantPatternOperation } || IsConditionOf(outer, inner))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConditionOf(IOperation outer, IOperation inner) =>
        outer switch
        {
            IConditionalOperation choice => choice.Condition == inner,
            ISwitchOperation choice => choice.Value == inner,
            ISwitchExpressionOperation choice => choice.Value == inner,
            IWhileLoopOperation loop => loop.Condition == inner,
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } binary => binary.LeftOperand == inner,
            _ => false,
        };

    private static bool IsLeftOut(IOperation outer, IOperation operation) =>
        outer is IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool value } } choice
        && (value ? choice.WhenFalse : choice.WhenTrue)?.Syntax.Span.Contains(operation.Syntax.Span) == true;
}
