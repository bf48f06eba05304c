namespace SoftmaxGen.Numerics.Tests;

/// <summary>An exact result, and the size that an error of it is measured by (the accuracy table of docs/numerics.md).</summary>
internal readonly record struct ExactResult(DoubleDouble Value, DoubleDouble Size)
{
    public static readonly ExactResult Zero = OfOwnSize(0);
    public static readonly ExactResult NaN = OfOwnSize(DoubleDouble.NaN);

    public static ExactResult OfOwnSize(DoubleDouble value) => new(value, DoubleDouble.Abs(value));

    public static ExactResult operator +(ExactResult a, ExactResult b) => new(a.Value + b.Value, a.Size + b.Size);

    public static ExactResult operator *(ExactResult a, DoubleDouble factor) =>
        new(a.Value * factor, a.Size * DoubleDouble.Abs(factor));

    public static ExactResult operator /(ExactResult a, DoubleDouble divisor) =>
        new(a.Value / divisor, a.Size / DoubleDouble.Abs(divisor));

    /// <summary>factor times part, where a factor of 0 gives 0 even beside an infinite part.</summary>
    public static ExactResult Term(DoubleDouble factor, DoubleDouble part) =>
        factor.IsZero ? Zero : OfOwnSize(factor * part);
}
