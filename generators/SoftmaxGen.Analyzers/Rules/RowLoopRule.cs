using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>A member for one row that is called for each row of a batch.</summary>
internal static class RowLoopRule
{
    // The fix leaves out what the file's own using directives make superfluous.
    private const string Sum = "global::SoftmaxGen.Reduction.Sum";

    public static IEnumerable<Diagnostic> Check(HeadCall call, MemberFlow flow)
    {
        if (
            call.Member.BatchName is { } batch
            && StatementOf(call.Operation) is { } statement
            && RowLoop.Around(statement, flow) is { } loop
            && (loop.CountsRows || loop.Step == call.Head.Count)
            && BatchStatement(call, batch, statement, new BatchArguments(loop, call, flow)) is { } text
        )
        {
            yield return UseDiagnostic.Create(
                UseDescriptors.RowsInLoop,
                call.NameSyntax,
                Replacement.OfAll(loop.Syntax, text, $"Call '{batch}'"),
                call.Member.FullName,
                batch
            );
        }
    }

    /// <summary>The statement that consists of the call, and of what is done with its result.</summary>
    private static IExpressionStatementOperation? StatementOf(IInvocationOperation call) =>
        Nesting.Ancestors(call).SkipWhile(IsUseOfResult).FirstOrDefault() as IExpressionStatementOperation;

    private static bool IsUseOfResult(IOperation operation) =>
        operation
            is IConversionOperation { IsImplicit: true }
                or ISimpleAssignmentOperation
                or ICompoundAssignmentOperation;

    /// <summary>What does the same for all rows, or null.</summary>
    private static string? BatchStatement(
        HeadCall call,
        string batch,
        IExpressionStatementOperation statement,
        BatchArguments arguments
    )
    {
        var (before, more) = statement.Operation switch
        {
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum
                when IsLoss(call) && sum.Target is ILocalReferenceOperation => ($"{sum.Target.Syntax} += ", Sum),
            ISimpleAssignmentOperation assignment when assignment.Value == call.Operation && !IsGradient(call) => (
                "",
                arguments.OnePerRow(assignment.Target)
            ),
            IInvocationOperation when call.Operation.TargetMethod.ReturnsVoid => ("", ""),
            IInvocationOperation when IsGradient(call) => ("", Sum),
            _ => ("", null),
        };
        // The parameters of a batch have other names, and the same order.
        var passed = call.Arguments.OrderBy(argument => argument.Parameter.Ordinal).Select(arguments.AllRows).ToList();
        return more is null || passed.Contains(null) || !arguments.AreEquivalent
            ? null
            : $"{before}{call.Qualifier}{batch}({string.Join(", ", passed.Append(more).Where(text => text != ""))});";
    }

    private static bool IsLoss(HeadCall call) => call.Member.Name.Contains("CrossEntropy");

    private static bool IsGradient(HeadCall call) => call.Member.Name.EndsWith("Gradient", StringComparison.Ordinal);
}
