namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A number of about 102 good bits at every magnitude: (high + low) 2^exponent, with |high| in [1, 2) and |low| at most
/// half of its last place. The exponent stands beside the pair because results may be subnormal doubles, and terms of a
/// sum far below them: a plain pair of doubles loses its lower half there. Each operation is wrong by a relative 2^-102
/// at most; sums and products of two doubles are exact unless their bits lie more than 106 places apart.
/// </summary>
internal readonly struct DoubleDouble
{
    // What is further below the other operand of a sum than this has no influence on its 106 bits.
    private const int MostPlacesApart = 220;

    // Zero, infinities and NaN stand in the high part alone, with an exponent of 0.
    private readonly double high;
    private readonly double low;
    private readonly int exponent;

    private DoubleDouble(double high, double low, int exponent) =>
        (this.high, this.low, this.exponent) = (high, low, exponent);

    public static readonly DoubleDouble NaN = double.NaN;
    public static readonly DoubleDouble NegativeInfinity = double.NegativeInfinity;

    public bool IsNaN => double.IsNaN(high);
    public bool IsInfinity => double.IsInfinity(high);
    public bool IsPositiveInfinity => double.IsPositiveInfinity(high);
    public bool IsNegativeInfinity => double.IsNegativeInfinity(high);
    public bool IsZero => high == 0;
    public bool IsNegative => high < 0;

    /// <summary>The e of 2^e &lt;= |x| &lt; 2^(e + 1), for a finite number other than 0.</summary>
    public int Exponent => exponent;

    private bool IsOrdinary => high != 0 && double.IsFinite(high);

    /// <summary>high + low, times 2^exponent, for any doubles.</summary>
    public static DoubleDouble Create(double high, double low, int exponent) =>
        ((DoubleDouble)high + low).ScaleB(exponent);

    public static implicit operator DoubleDouble(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return Special(value);
        int exponent = Math.ILogB(value);
        return new DoubleDouble(Math.ScaleB(value, -exponent), 0, exponent);
    }

    /// <summary>The nearest double, or a neighbour of it where that is subnormal (it is rounded twice there).</summary>
    public static explicit operator double(DoubleDouble x) => Math.ScaleB(x.high, x.exponent);

    public static DoubleDouble[] From(ReadOnlySpan<double> values)
    {
        var converted = new DoubleDouble[values.Length];
        for (int i = 0; i < values.Length; i++)
            converted[i] = values[i];
        return converted;
    }

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.high, -x.low, x.exponent);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        if (!a.IsOrdinary || !b.IsOrdinary)
            return SumWithSpecial(a, b);
        if (a.exponent < b.exponent)
            (a, b) = (b, a);
        int apart = a.exponent - b.exponent;
        if (apart > MostPlacesApart)
            return a;

        double scale = PowerOfTwo(-apart);
        (double sum, double rest) = TwoSum(a.high, b.high * scale);
        (double lowSum, double lowRest) = TwoSum(a.low, b.low * scale);
        (sum, rest) = FastTwoSum(sum, rest + lowSum);
        return Normalize(sum, rest + lowRest, a.exponent);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        if (!a.IsOrdinary || !b.IsOrdinary)
            return Special(a.high * b.high);
        double product = a.high * b.high;
        double rest = Math.FusedMultiplyAdd(a.high, b.high, -product);
        rest += a.high * b.low + a.low * b.high;
        return Normalize(product, rest, a.exponent + b.exponent);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        if (!a.IsOrdinary || !b.IsOrdinary)
            return Special(a.high / b.high);
        double quotient = a.high / b.high;
        // The remainder of a double's quotient is a double.
        double remainder = Math.FusedMultiplyAdd(-quotient, b.high, a.high);
        remainder += a.low - quotient * b.low;
        return Normalize(quotient, remainder / b.high, a.exponent - b.exponent);
    }

    public static bool operator <(DoubleDouble a, DoubleDouble b) =>
        a.IsOrdinary && b.IsOrdinary ? (a - b).high < 0 : a.high < b.high;

    public static bool operator >(DoubleDouble a, DoubleDouble b) => b < a;

    public static DoubleDouble Abs(DoubleDouble x) => x.high < 0 ? -x : x;

    /// <summary>The larger number; NaN where one is.</summary>
    public static DoubleDouble Max(DoubleDouble a, DoubleDouble b) => a.IsNaN || a > b ? a : b;

    /// <summary>x 2^places, exactly.</summary>
    public DoubleDouble ScaleB(int places) => IsOrdinary ? new DoubleDouble(high, low, exponent + places) : this;

    public override string ToString() =>
        IsOrdinary ? FormattableString.Invariant($"({high:R} + {low:R}) 2^{exponent}") : $"{high}";

    private static DoubleDouble Special(double value) => new(value, 0, 0);

    private static DoubleDouble SumWithSpecial(DoubleDouble a, DoubleDouble b)
    {
        if (a.IsZero)
            return b;
        return b.IsZero ? a : Special(a.high + b.high);
    }

    // For |sum| >= |rest|, both of them normal numbers not far from 1.
    private static DoubleDouble Normalize(double sum, double rest, int exponent)
    {
        (sum, rest) = FastTwoSum(sum, rest);
        if (sum == 0)
            return default;
        int places = (int)((BitConverter.DoubleToInt64Bits(sum) >> 52) & 0x7FF) - 1023;
        double scale = PowerOfTwo(-places);
        return new DoubleDouble(sum * scale, rest * scale, exponent + places);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    // Knuth: the rounded sum and what the rounding lost.
    private static (double Sum, double Lost) TwoSum(double a, double b)
    {
        double sum = a + b;
        double ofB = sum - a;
        return (sum, (a - (sum - ofB)) + (b - ofB));
    }

    // Dekker: the same for |a| >= |b|.
    private static (double Sum, double Lost) FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return (sum, b - (sum - a));
    }
}
