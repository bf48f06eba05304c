using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Numbers that are known where they are read: constants, and locals that hold nothing else.</summary>
internal sealed class KnownNumber(SymbolUses uses)
{
    // Code under way may define variables by one another.
    private const int MaxSteps = 16;

    public long? Of(IOperation operation) => ToLong(ValueOf(operation));

    /// <summary>A number that need not be whole.</summary>
    public double? RealOf(IOperation operation) =>
        ValueOf(operation) switch
        {
            float number => number,
            double number => number,
            var number => ToLong(number),
        };

    /// <summary>The number in its own type, which may have some that a long has not.</summary>
    public object? ValueOf(IOperation operation) => ValueOf(operation, MaxSteps);

    /// <summary>A constant of an integer type or of an enum.</summary>
    public static long? ConstantOf(IOperation operation) => ToLong(ConstantValueOf(operation));

    private static object? ConstantValueOf(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: var value } ? value : null;

    private static long? ToLong(object? value) =>
        value switch
        {
            int number => number,
            long number => number,
            uint number => number,
            short number => number,
            ushort number => number,
            byte number => number,
            sbyte number => number,
            // Beyond every length and label, like itself.
            ulong number => number <= long.MaxValue ? (long)number : long.MaxValue,
            _ => null,
        };

    private object? ValueOf(IOperation operation, int steps) =>
        ConstantValueOf(operation) is { } constant ? constant
        : steps == 0 ? null
        : operation switch
        {
            ILocalReferenceOperation local
                when !uses.IsTested(local.Local) && uses.OnlyValueOf(local.Local) is { } value => ValueOf(
                value,
                steps - 1
            ),
            // A conversion that changes the number would have to be followed.
            IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion => ValueOf(
                conversion.Operand,
                steps - 1
            ),
            _ => null,
        };
}
