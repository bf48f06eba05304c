using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>
/// The search for the first of the largest elements: <c>if (p[i] &gt; p[best]) { best = i; }</c>, or with a variable for the
/// largest so far, <c>if (p[i] &gt; max) { max = p[i]; best = i; }</c>.
/// </summary>
internal sealed class LargestSearch(CountedLoop loop, MemberFlow flow)
{
    /// <summary>
    /// What such a loop searches, and what it takes the largest to be above: anything, where it begins with the first
    /// element. Null for any other loop.
    /// </summary>
    public static (IOperation Row, double Above)? In(CountedLoop loop, MemberFlow flow) =>
        new LargestSearch(loop, flow).Search();

    private (IOperation Row, double Above)? Search() =>
        OnlyCondition() is { WhenFalse: null } condition
        && Comparison(condition.Condition) is var (element, largest)
        && ElementOf(element) is var (row, index)
        && loop.IsIndex(index)
        && BeginningOf(row, largest, StatementsOf(condition.WhenTrue)) is { } above
            ? (row, above)
            : null;

    /// <summary>What the loop consists of. Before it the element may be given a name.</summary>
    private IConditionalOperation? OnlyCondition() =>
        StatementsOf(loop.Loop.Body) switch
        {
            [IConditionalOperation condition] => condition,
            [
                IVariableDeclarationGroupOperation
                {
                    Declarations: [{ Declarators: [{ Symbol: var name, Initializer.Value: var value }] }]
                },
                IConditionalOperation condition,
            ] when flow.Uses.OnlyValueOf(name) == value && LabelElement.Of(value) is not null => condition,
            _ => null,
        };

    private static (IOperation Element, IOperation Largest)? Comparison(IOperation condition) =>
        condition is IBinaryOperation { OperatorMethod: null } comparison
            ? comparison.OperatorKind switch
            {
                BinaryOperatorKind.GreaterThan => (comparison.LeftOperand, comparison.RightOperand),
                BinaryOperatorKind.LessThan => (comparison.RightOperand, comparison.LeftOperand),
                _ => null,
            }
            : null;

    private double? BeginningOf(IOperation row, IOperation largest, IReadOnlyList<IOperation> updates)
    {
        var best = Updated(updates, loop.IsIndex);
        var max = Updated(updates, value => IsElement(value, row, loop.IsIndex));
        if (
            best is null
            || updates.Count != (max is null ? 1 : 2)
            || InitialValueOf(best) is not { } label
            || KnownNumber.ConstantOf(label) is not { } start
        )
        {
            return null;
        }

        const double anything = double.NegativeInfinity;
        if (max is null)
        {
            return start == 0 && IsElement(largest, row, index => CountedLoop.IsReference(index, best))
                ? anything
                : null;
        }

        if (!CountedLoop.IsReference(WithoutConversion(largest), max) || InitialValueOf(max) is not { } value)
        {
            return null;
        }

        return IsElement(value, row, index => KnownNumber.ConstantOf(index) == 0) ? (start == 0 ? anything : null)
            // Where no element is above the number, the label stays what it was.
            : loop.Start == 0 && start is 0 or -1 ? flow.Numbers.RealOf(value)
            : null;
    }

    /// <summary>The local that one of the statements gives such a value.</summary>
    private static ILocalSymbol? Updated(IEnumerable<IOperation> statements, Func<IOperation, bool> isValue) =>
        statements
            .OfType<IExpressionStatementOperation>()
            .Select(statement => statement.Operation)
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => isValue(assignment.Value))
            .Select(assignment => assignment.Target)
            .OfType<ILocalReferenceOperation>()
            .Select(reference => reference.Local)
            .FirstOrDefault();

    /// <summary>What a local holds when the loop begins: it is declared beside the loop, and written in the loop only.</summary>
    private IOperation? InitialValueOf(ILocalSymbol local) =>
        flow.Uses.DeclaratorOf(local) is { } declarator
        && Nesting.Ancestors(declarator).FirstOrDefault(outer => outer is IVariableDeclarationGroupOperation)?.Parent
            == loop.Loop.Parent
        && flow.Uses.Of(local).All(use => SymbolUse.Of(use).Kind == UseKind.Read || IsInLoop(use))
            ? declarator.GetVariableInitializer()?.Value
            : null;

    private bool IsInLoop(IOperation use) => Nesting.Ancestors(use).Contains(loop.Loop);

    private bool IsElement(IOperation value, IOperation row, Func<IOperation, bool> isIndex) =>
        ElementOf(value) is var (other, index)
        && isIndex(index)
        && flow.Origins.Of(other) is { IsWhole: true } memory
        && memory.IsSame(flow.Origins.Of(row));

    /// <summary>An element, or the local that holds it.</summary>
    private (IOperation Row, IOperation Index)? ElementOf(IOperation value) =>
        WithoutConversion(value) is ILocalReferenceOperation { Local: var local }
            ? flow.Uses.OnlyValueOf(local) is { } only
                ? LabelElement.Of(only)
                : null
            : LabelElement.Of(value);

    private static IOperation WithoutConversion(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion
            ? conversion.Operand
            : value;

    private static IReadOnlyList<IOperation> StatementsOf(IOperation statement) =>
        statement is IBlockOperation block ? block.Operations : [statement];
}
