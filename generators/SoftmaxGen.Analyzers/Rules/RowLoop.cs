using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>
/// A loop over the rows of a batch whose body is one statement, and maybe names for slices before it:
/// <c>for (int row = 0; row &lt; rows; row++)</c>, or <c>for (int i = 0; i &lt; logits.Length; i += 4)</c>.
/// </summary>
/// <param name="Syntax">The whole loop.</param>
/// <param name="Index">What is counted: rows, or elements.</param>
/// <param name="Bound">Where it ends.</param>
/// <param name="Step">1 where rows are counted, else the length of a row.</param>
internal sealed record RowLoop(ForStatementSyntax Syntax, ILocalSymbol Index, IOperation Bound, long Step)
{
    public bool CountsRows => Step == 1;

    public static RowLoop? Around(IOperation statement, MemberFlow flow)
    {
        var loop = statement.Parent is IBlockOperation block ? block.Parent : statement.Parent;
        return
            loop
                is IForLoopOperation
                {
                    Syntax: ForStatementSyntax syntax,
                    Before: [var start],
                    AtLoopBottom: [var step]
                } counted
            && IndexOf(start) is { } index
            && StepOf(step, index, flow) is { } width
            && BoundOf(counted.Condition, index) is { } bound
            && IsOnlyStatement(statement, counted.Body, flow)
            && IsInvariant(bound, flow)
            && IsOnlyStepped(index, step, flow)
            ? new RowLoop(syntax, index, bound, width)
            : null;
    }

    /// <summary>Whether an expression is the number of the row.</summary>
    public bool IsRow(IOperation operation, int count, MemberFlow flow) =>
        CountsRows
            ? IsIndex(operation)
            : operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient
                && IsIndex(quotient.LeftOperand)
                && flow.Numbers.Of(quotient.RightOperand) == count;

    /// <summary>Whether an expression is where the row begins.</summary>
    public bool IsStart(IOperation operation, int count, MemberFlow flow) =>
        !CountsRows
            ? IsIndex(operation)
            : operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
                && (
                    (IsIndex(product.LeftOperand) && flow.Numbers.Of(product.RightOperand) == count)
                    || (IsIndex(product.RightOperand) && flow.Numbers.Of(product.LeftOperand) == count)
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
        && IsIndex(sum.LeftOperand)
        && flow.Numbers.Of(sum.RightOperand) == 1;

    private bool IsIndex(IOperation operation) => IsReference(operation, Index);

    private static bool IsReference(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static ILocalSymbol? IndexOf(IOperation start) =>
        start is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] }
        && declarator.GetVariableInitializer()?.Value is { } value
        && KnownNumber.ConstantOf(value) == 0
            ? declarator.Symbol
            : null;

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

    private static bool IsOnlyStepped(ILocalSymbol index, IOperation step, MemberFlow flow) =>
        flow
            .Uses.Of(index)
            .All(reference => SymbolUse.Of(reference).Kind == UseKind.Read || reference.Parent?.Parent == step);

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
