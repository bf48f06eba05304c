using System.Numerics;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>
/// A temperature T, and the constants of the exponential that it divides. Logits are never scaled by themselves: that would
/// round them, which costs up to 60 ULP. The reduction works on z = n T ln 2 + r, and the polynomial of e^(r/T) takes r.
/// </summary>
/// <param name="Value">T.</param>
/// <param name="Inverse">1 / T.</param>
/// <param name="TwoInverse">2 / T.</param>
/// <param name="Ln2High">T ln 2, to the precision of an element.</param>
/// <param name="Ln2Low">What is missing from that.</param>
internal sealed record TemperaturePlan(double Value, double Inverse, double TwoInverse, double Ln2High, double Ln2Low)
{
    /// <summary>ln 2 times 2^256.</summary>
    private static readonly BigInteger Ln2 = BigInteger.Parse(
        "80260960185991308862233904206310070533990667611589946606122867505419956976172"
    );

    private const int Ln2Bits = 256;

    public static TemperaturePlan Of(double temperature, ElementType element)
    {
        var (mantissa, exponent) = Split(temperature);
        var product = mantissa * Ln2;
        var high = Rounding.To(element, ToDouble(product, exponent - Ln2Bits));
        var (highMantissa, highExponent) = Split(high);
        var rest = product - Shifted(highMantissa, highExponent - (exponent - Ln2Bits));
        return new TemperaturePlan(
            temperature,
            Rounding.To(element, 1 / temperature),
            Rounding.To(element, 2 / temperature),
            high,
            Rounding.To(element, ToDouble(rest, exponent - Ln2Bits))
        );
    }

    /// <summary>A constant of the exponential for the temperature 1, over a power of T.</summary>
    public double Over(double constant, int power, ElementType element) =>
        Rounding.To(element, constant / Math.Pow(Value, power));

    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        const int MantissaBits = 52;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> MantissaBits) & 0x7FF);
        var mantissa = (bits & ((1L << MantissaBits) - 1)) | (1L << MantissaBits);
        return (value < 0 ? -mantissa : mantissa, exponent - 1023 - MantissaBits);
    }

    private static BigInteger Shifted(BigInteger value, int places) => places >= 0 ? value << places : value >> -places;

    /// <summary>To 53 bits and more, then as the conversion rounds.</summary>
    private static double ToDouble(BigInteger value, int exponent) => (double)value * Math.Pow(2, exponent);
}
