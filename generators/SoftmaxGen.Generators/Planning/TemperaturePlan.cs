using System.Numerics;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>
/// A temperature T, and the constants of the exponential that it divides. Logits are never scaled by themselves: that would
/// round them, which costs up to 60 ULP. The reduction works on z = n T ln 2 + r, and the polynomial of e^(r/T) takes r.
/// </summary>
/// <param name="Value">T.</param>
/// <param name="Inverse">1 / T.</param>
/// <param name="GapScale">
/// The power of two at which gaps between logits are taken: a half, or less where the temperature is high, so that nothing
/// overflows before the result does.
/// </param>
/// <param name="GapFactor">What brings such a gap to its size over T: a number from 1 to 2, or more where T is below 1.</param>
/// <param name="ProbabilityScale">The power of two that a probability is multiplied by, which rounds nothing: 2 or more.</param>
/// <param name="UpstreamScale">What is left of 2 / T, at most 1, for half of an upstream gradient.</param>
/// <param name="Ln2High">T ln 2, to the precision of an element.</param>
/// <param name="Ln2Low">What is missing from that.</param>
/// <param name="Ln2Short">T ln 2, so short that its multiples are not rounded: for code without fused multiply-add.</param>
/// <param name="Ln2Rest">What is missing from that.</param>
internal sealed record TemperaturePlan(
    double Value,
    double Inverse,
    double GapScale,
    double GapFactor,
    double ProbabilityScale,
    double UpstreamScale,
    double Ln2High,
    double Ln2Low,
    double Ln2Short,
    double Ln2Rest
)
{
    /// <summary>ln 2 times 2^256.</summary>
    private static readonly BigInteger Ln2 = BigInteger.Parse(
        "80260960185991308862233904206310070533990667611589946606122867505419956976172"
    );

    private const int Ln2Bits = 256;

    /// <summary>How many bits of T ln 2 leave room for a multiple of up to 2^13 in a double.</summary>
    private const int ShortBits = 40;

    public static TemperaturePlan Of(double temperature, ElementType element)
    {
        var (mantissa, exponent) = Split(temperature);
        var product = mantissa * Ln2;
        var (high, low) = Parts(product, exponent - Ln2Bits, element == ElementType.Float ? 24 : 53);
        var (shortened, rest) = Parts(product, exponent - Ln2Bits, ShortBits);
        var power = 2 * PowerOfTwo(Math.Max(1, temperature));
        var inversePower = PowerFrom(Math.Max(1, 1 / temperature));
        return new TemperaturePlan(
            temperature,
            Rounding.To(element, 1 / temperature),
            1 / power,
            Rounding.To(element, power / temperature),
            2 * inversePower,
            Rounding.To(element, 1 / temperature / inversePower),
            high,
            Rounding.To(element, low),
            shortened,
            rest
        );
    }

    /// <summary>The leading bits of a number, and the rest.</summary>
    private static (double High, double Low) Parts(BigInteger value, int exponent, int bits)
    {
        // The conversion truncates, so that it keeps the exponent.
        var length = Split((double)value).Exponent + DoubleBits;
        var high = value >> (length - bits) << (length - bits);
        return (ToDouble(high, exponent), ToDouble(value - high, exponent));
    }

    /// <summary>The power of two at a number or below it.</summary>
    private static double PowerOfTwo(double value)
    {
        var power = 1.0;
        while (2 * power <= value)
        {
            power *= 2;
        }

        return power;
    }

    /// <summary>The power of two at a number or above it.</summary>
    private static double PowerFrom(double value) =>
        PowerOfTwo(value) is var power && power < value ? 2 * power : power;

    private const int DoubleBits = 53;

    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        const int MantissaBits = DoubleBits - 1;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> MantissaBits) & 0x7FF);
        var mantissa = (bits & ((1L << MantissaBits) - 1)) | (1L << MantissaBits);
        return (mantissa, exponent - 1023 - MantissaBits);
    }

    private static double ToDouble(BigInteger value, int exponent) => (double)value * Math.Pow(2, exponent);
}
