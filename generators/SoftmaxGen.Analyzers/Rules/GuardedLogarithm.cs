using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>
/// How people keep a logarithm from being infinite: <c>p + 1e-9f</c>, <c>MathF.Max(p, 1e-9f)</c>, <c>Math.Clamp(p, 1e-9f, 1)</c>.
/// </summary>
internal static class GuardedLogarithm
{
    /// <summary>What is larger changes more than a zero.</summary>
    private const double LargestGuard = 1e-4;

    /// <summary>The value that is guarded, or the value itself.</summary>
    public static (IOperation Value, bool IsGuarded) Unguarded(IOperation value, MemberFlow flow) =>
        value switch
        {
            IConversionOperation { IsImplicit: true } conversion => Unguarded(conversion.Operand, flow),
            IParenthesizedOperation parentheses => Unguarded(parentheses.Operand, flow),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum => Other(
                sum.LeftOperand,
                sum.RightOperand,
                flow
            ) ?? (value, false),
            IInvocationOperation { Arguments: [var a, var b] } call when IsMathematics(call, "Max") => Other(
                a.Value,
                b.Value,
                flow
            ) ?? (value, false),
            IInvocationOperation { Arguments: [var clamped, var min, var max] } call
                when IsMathematics(call, "Clamp") && IsGuard(min.Value, flow) && IsCloseTo1(max.Value, flow) => (
                clamped.Value,
                true
            ),
            _ => (value, false),
        };

    private static (IOperation, bool)? Other(IOperation a, IOperation b, MemberFlow flow) =>
        IsGuard(b, flow) ? (a, true)
        : IsGuard(a, flow) ? (b, true)
        : null;

    private static bool IsGuard(IOperation operation, MemberFlow flow) =>
        flow.Numbers.RealOf(operation) is > 0 and <= LargestGuard;

    private static bool IsCloseTo1(IOperation operation, MemberFlow flow) =>
        flow.Numbers.RealOf(operation) is >= 1 - LargestGuard and <= 1;

    private static bool IsMathematics(IInvocationOperation call, string name) =>
        call.TargetMethod.Name == name && Mathematics.Has(call.TargetMethod);
}
