using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>One end of a range: <c>3</c> or <c>^3</c>.</summary>
internal readonly record struct End(long? Offset, bool IsFromEnd)
{
    public static readonly End First = new(0, IsFromEnd: false);
    public static readonly End Last = new(0, IsFromEnd: true);

    /// <summary>Null where nothing is written.</summary>
    public static End? Of(IOperation? operand, KnownNumber numbers) =>
        operand switch
        {
            null => null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => new End(numbers.Of(hat.Operand), true),
            IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Int32 } number => new End(
                numbers.Of(number.Operand),
                false
            ),
            _ => new End(null, false),
        };

    public long? PositionIn(long? length) => IsFromEnd ? length - Offset : Offset;
}
