using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>
/// A loop over the rows of a batch whose body is one statement, and maybe names for slices before it:
/// <c>for (int row = 0; row &lt; rows; row++)</c>, or <c>for (int i = 0; i &lt; logits.Length; i += 4)</c>.
/// </summary>
/// <param name="Counted">The loop, from 0.</param>
/// <param name="Syntax">All of it, as it is written.</param>
internal sealed record RowLoop(CountedLoop Counted, ForStatementSyntax Syntax)
{
    /// <summary>Where it ends.</summary>
    public IOperation Bound => Counted.Bound;

    /// <summary>1 where rows are counted, else the length of a row.</summary>
    public long Step => Counted.Step;

    public bool CountsRows => Step == 1;

    public static RowLoop? Around(IOperation statement, MemberFlow flow)
    {
        var loop = statement.Parent is IBlockOperation block ? block.Parent : statement.Parent;
        return
            CountedLoop.Of(loop, flow)
                is { Start: 0, Loop: { Syntax: ForStatementSyntax syntax, Body: var body } } counted
            && IsOnlyStatement(statement, body, flow)
            && IsInvariant(counted.Bound, flow)
            ? new RowLoop(counted, syntax)
            : null;
    }

    /// <summary>Whether an expression is the number of the row.</summary>
    public bool IsRow(IOperation operation, int count, MemberFlow flow) =>
        CountsRows
            ? Counted.IsIndex(operation)
            : operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient
                && Counted.IsIndex(quotient.LeftOperand)
                && flow.Numbers.Of(quotient.RightOperand) == count;

    /// <summary>Whether an expression is where the row begins.</summary>
    public bool IsStart(IOperation operation, int count, MemberFlow flow) =>
        !CountsRows
            ? Counted.IsIndex(operation)
            : operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
                && (
                    (Counted.IsIndex(product.LeftOperand) && flow.Numbers.Of(product.RightOperand) == count)
                    || (Counted.IsIndex(product.RightOperand) && flow.Numbers.Of(product.LeftOperand) == count)
                );

    /// <summary>Whether an expression is where the row ends.</summary>
    public bool IsEnd(IOperation operation, int count, MemberFlow flow) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && IsStart(sum.LeftOperand, count, flow)
            && flow.Numbers.Of(sum.RightOperand) == count
        || CountsRows
            && operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            && IsNext(product.LeftOperand, flow)
            && flow.Numbers.Of(product.RightOperand) == count;

    private bool IsNext(IOperation operation, MemberFlow flow) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        && Counted.IsIndex(sum.LeftOperand)
        && flow.Numbers.Of(sum.RightOperand) == 1;

    /// <summary>Before it there may be slices with a name.</summary>
    private static bool IsOnlyStatement(IOperation statement, IOperation body, MemberFlow flow) =>
        body == statement
        || (
            body is IBlockOperation block
            && block.Operations.Last() == statement
            && block.Operations.Take(block.Operations.Length - 1).All(before => NamesSlices(before, flow))
        );

    private static bool NamesSlices(IOperation statement, MemberFlow flow) =>
        statement is IVariableDeclarationGroupOperation group
        && group
            .Declarations.SelectMany(declaration => declaration.Declarators)
            .All(declarator =>
                declarator.GetVariableInitializer() is { Value: var value }
                && flow.Origins.Of(value) is not null
                && flow.Uses.Of(declarator.Symbol).Count > 0
                && value.DescendantsAndSelf().All(IsPure)
            );

    private static bool IsPure(IOperation part) =>
        part switch
        {
            IAssignmentOperation or IIncrementOrDecrementOperation => false,
            IInvocationOperation invocation => SpanMethods.KindOf(invocation.TargetMethod) == SpanMethod.Slice,
            IPropertyReferenceOperation property => SpanMethods.IsOfMemory(property.Property),
            _ => true,
        };

    /// <summary>Whether an expression has the same value in each round, and none of its parts does anything.</summary>
    private static bool IsInvariant(IOperation operation, MemberFlow flow) =>
        operation switch
        {
            ILocalReferenceOperation { Local: var local } => flow.Uses.IsFixed(local),
            IParameterReferenceOperation { Parameter: var parameter } => flow.Uses.IsFixed(parameter),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { Type: var type } memory } => (
                type is IArrayTypeSymbol || SpanMethods.IsSpan(type)
            ) && IsInvariant(memory, flow),
            IBinaryOperation { OperatorMethod: null } binary => IsInvariant(binary.LeftOperand, flow)
                && IsInvariant(binary.RightOperand, flow),
            _ => operation.ConstantValue.HasValue,
        };
}
