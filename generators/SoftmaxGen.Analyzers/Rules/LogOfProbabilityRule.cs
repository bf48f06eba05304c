using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>
/// <c>-MathF.Log(p[label])</c> of a row of probabilities: a cross-entropy written by hand, with or without a guard against 0.
/// </summary>
internal static class LogOfProbabilityRule
{
    public static IEnumerable<Diagnostic> Check(IInvocationOperation invocation, MemberFlow flow)
    {
        if (
            IsLog(invocation)
            && Negation(invocation) is { } negation
            && GuardedLogarithm.Unguarded(invocation.Arguments[0].Value, flow) is var (guarded, isGuarded)
            && LabelElement.Of(guarded) is { } element
            && LabelElement.SoftmaxOf(element, invocation, flow) is { Head.HasPlainLoss: true } softmax
            && !IsInEntropy(negation, element.Row, flow)
        )
        {
            var logits = LabelElement.LogitsStillThere(softmax, negation, flow);
            // From probabilities the guard has its use: one may be 0.
            if (logits is not null || !isGuarded)
            {
                yield return Report(negation, element, softmax, logits, isGuarded, flow);
            }
        }
    }

    private static bool IsLog(IInvocationOperation invocation) =>
        invocation is { Arguments.Length: 1, TargetMethod.Name: "Log" } && Mathematics.Has(invocation.TargetMethod);

    /// <summary>The minus before the call, which may be converted first.</summary>
    private static IUnaryOperation? Negation(IOperation operation) =>
        operation.Parent switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus => minus,
            IConversionOperation { OperatorMethod: null, Type.SpecialType: var to } conversion
                when conversion.IsImplicit || to is SpecialType.System_Single or SpecialType.System_Double => Negation(
                conversion
            ),
            _ => null,
        };

    /// <summary>Whether the logarithm is weighted by a probability, as in an entropy.</summary>
    private static bool IsInEntropy(IUnaryOperation negation, IOperation row, MemberFlow flow) =>
        Nesting
            .Ancestors(negation)
            .TakeWhile(outer => outer is IConversionOperation or IBinaryOperation)
            .OfType<IBinaryOperation>()
            .Where(product => product.OperatorKind == BinaryOperatorKind.Multiply)
            .SelectMany(product => new[] { product.LeftOperand, product.RightOperand })
            .Where(factor => !factor.Syntax.Span.Contains(negation.Syntax.Span))
            .SelectMany(factor => factor.DescendantsAndSelf())
            .Any(part =>
                LabelElement.Of(part) is var (other, _)
                && flow.Origins.Of(other) is { } memory
                && memory.IsSame(flow.Origins.Of(row))
            );

    private static Diagnostic Report(
        IUnaryOperation negation,
        (IOperation Row, IOperation Label) element,
        HeadCall softmax,
        SyntaxNode? logits,
        bool isGuarded,
        MemberFlow flow
    )
    {
        var (row, label) = element;
        var member = logits is null ? "CrossEntropyFromProbabilities" : "CrossEntropy";
        var call = $"{softmax.Qualifier}{member}({logits ?? row.Syntax}, {label.Syntax})";
        return UseDiagnostic.Create(
            UseDescriptors.LogOfProbability,
            negation.Syntax,
            LeavesLocal(negation, row, label, flow)
                ? null
                : Replacement.OfAll(negation.Syntax, Converted(call, negation, softmax), $"Call '{member}'"),
            call,
            logits is null ? "gives the same"
                : isGuarded ? "is exact where the probability is close to 1, or 0, and finite without a guard"
                : "is exact where the probability is close to 1, or 0"
        );
    }

    /// <summary>Whether a local that is used for this alone, such as a guard, would be left with no use.</summary>
    private static bool LeavesLocal(IUnaryOperation negation, IOperation row, IOperation label, MemberFlow flow) =>
        negation
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(local =>
                !row.Syntax.Span.Contains(local.Syntax.Span) && !label.Syntax.Span.Contains(local.Syntax.Span)
            )
            .Any(local => flow.Uses.Of(local.Local).All(use => negation.Syntax.Span.Contains(use.Syntax.Span)));

    /// <summary><c>Math.Log</c> gives a double, and the type of a variable may depend on it.</summary>
    private static string Converted(string call, IUnaryOperation negation, HeadCall softmax) =>
        negation.Type is { SpecialType: SpecialType.System_Double }
        && softmax.Operation.Arguments[0].Parameter!.Type
            is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Single }] }
            ? $"(double){call}"
            : call;
}
