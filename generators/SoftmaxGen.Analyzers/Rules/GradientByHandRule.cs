using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>Softmax, then <c>gradient[label] -= 1</c>: the gradient of a cross-entropy written by hand.</summary>
internal static class GradientByHandRule
{
    public static IEnumerable<Diagnostic> Check(IOperation operation, MemberFlow flow)
    {
        if (
            LessOne(operation) is { } target
            && LabelElement.Of(target) is { } element
            && LabelElement.SoftmaxOf(element, operation, flow) is { Head.HasPlainGradient: true } softmax
            && softmax.Argument(Content.Logits) is { Syntax: var logits }
        )
        {
            var call =
                $"{softmax.Qualifier}CrossEntropyGradient({logits}, {element.Label.Syntax}, {element.Row.Syntax})";
            yield return UseDiagnostic.Create(
                UseDescriptors.GradientByHand,
                operation.Syntax,
                replacement: null,
                call,
                softmax.Member.FullName
            );
        }
    }

    /// <summary>What 1 is taken from, or null.</summary>
    private static IOperation? LessOne(IOperation operation) =>
        operation switch
        {
            ICompoundAssignmentOperation
            {
                OperatorKind: BinaryOperatorKind.Subtract,
                OperatorMethod: null,
                Target: var target,
                Value: var one,
            } when IsOne(one) => target,
            IIncrementOrDecrementOperation
            {
                Kind: OperationKind.Decrement,
                OperatorMethod: null,
                Target: var target,
            } => target,
            ISimpleAssignmentOperation { Target: var target, Value: var value }
                when Difference(value) is { } difference
                    && IsOne(difference.RightOperand)
                    && difference.LeftOperand.Syntax.IsEquivalentTo(target.Syntax, topLevel: false) => target,
            _ => null,
        };

    private static IBinaryOperation? Difference(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => Difference(conversion.Operand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, OperatorMethod: null } difference =>
                difference,
            _ => null,
        };

    private static bool IsOne(IOperation value) => value.ConstantValue is { HasValue: true, Value: 1f or 1.0 or 1 };
}
