using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.Generated;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// What x86 without fused multiply-add runs gives the bits of what runs with it: both stand in the emitted code, and this
/// machine runs both. Where it has no fused multiply-add itself, the reference compares the results of all kernels.
/// </summary>
public class UnfusedTests
{
    private const float Floor = -132.39f;

    private static bool HasBoth => Fma.IsSupported;

    /// <summary>Every logit below the largest one, for rows whose largest logit is 0, large or small.</summary>
    [Theory]
    [InlineData(0f)]
    [InlineData(255.99f)]
    [InlineData(-255.99f)]
    public void Exponentials(float max)
    {
        if (!HasBoth)
            return;
        var row = new Floats.Reference128(Vector128.Create(max));
        Vector128<float> Fused(Vector128<float> z) => Floats.Exp(z, row);
        Vector128<float> Unfused(Vector128<float> z) => Floats.UnfusedExp(z, row.Floor, row.Rounder);
        if (max > 0)
            Assert.Empty(EveryFloat.ThatDiffers(Fused, Unfused, 0f, max));
        if (max + Floor < 0)
            Assert.Empty(EveryFloat.ThatDiffers(Fused, Unfused, max < 0 ? max : -0f, max + Floor));
    }

    [Theory]
    [InlineData(0f, 256f)]
    [InlineData(-0f, -256f)]
    public void Rounders_of_rows(float first, float last)
    {
        if (HasBoth)
            Assert.Empty(
                EveryFloat.ThatDiffers(max => new Floats.Reference128(max).Rounder, Floats.UnfusedRounder, first, last)
            );
    }

    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(-0f, -0.25f)]
    public void Logarithms_of_reduced_arguments(float first, float last)
    {
        if (HasBoth)
            Assert.Empty(EveryFloat.ThatDiffers(Fused(0), Unfused(0), first, last));
    }

    /// <summary>With a multiple of ln 2: arguments that are not close to 1 leave multiples of 2^-25.</summary>
    [Fact]
    public void Logarithms_of_every_exponent()
    {
        if (!HasBoth)
            return;
        for (int k = -150; k <= 128; k++)
            Assert.Empty(EveryFloat.MultipleThatDiffers(Fused(k), Unfused(k), 1f / (1 << 25), -(1 << 23), 1 << 24));
    }

    private static Func<Vector128<float>, Vector128<float>> Fused(int k) =>
        r => Floats.LogOfReduced(r, Vector128.Create((float)k));

    private static Func<Vector128<float>, Vector128<float>> Unfused(int k) =>
        r => Floats.UnfusedLogOfReduced(r, Vector128.Create((float)k));

    /// <summary>Quotients of ordinary numbers, and of those whose quotient is subnormal, also next to the middle of two.</summary>
    [Fact]
    public void Quotients()
    {
        if (!HasBoth)
            return;
        var random = new Random(1);
        for (int i = 0; i < 2_000_000; i++)
        {
            float sum = MathF.ScaleB(1 + random.NextSingle(), 64 + random.Next(10));
            double quotient =
                i % 2 == 0
                    ? MathF.ScaleB(random.NextSingle(), -random.Next(120))
                    : (random.Next(1 << random.Next(1, 23)) + 0.5) * float.Epsilon;
            float e = (float)(sum * quotient);
            foreach (float near in new[] { MathF.BitDecrement(e), e, MathF.BitIncrement(e) })
                Check(near, sum);
        }

        static void Check(float e, float sum)
        {
            Vector128<float> terms = Vector128.Create(e, 0f, sum, e / 3);
            (Vector128<float> minusSum, Vector128<float> reciprocal) = (
                Vector128.Create(-sum),
                Vector128.Create(1f) / Vector128.Create(sum)
            );
            Vector128<float> fused = Floats.Quotient(terms, minusSum, reciprocal);
            Vector128<float> unfused = Floats.UnfusedQuotient(terms, minusSum, reciprocal);
            Assert.True(fused == unfused, $"{e:R} / {sum:R}");
        }
    }

    [Theory]
    // (1 + 2^-23) 2^-75 times (1 - 2^-23) 2^-75, and 2^-143 + 2^-149: below the middle of two subnormal floats.
    [InlineData(0x1A000001, 0x19FFFFFE, 0x00000041)]
    // 1 + 2^-12 squared has its last digit in the middle of two floats; 2^-60 more or less decides.
    [InlineData(0x3F800800, 0x3F800800, 0x21800000)]
    [InlineData(0x3F800800, 0x3F800800, unchecked((int)0xA1800000))]
    [InlineData(0x3F800800, 0x3F800800, 0)]
    // The largest float and half a unit of it, and less.
    [InlineData(0x7F7FFFFF, 0x3F800000, 0x73000000)]
    [InlineData(0x7F7FFFFF, 0x3F800000, 0x72FFFFFF)]
    // NaN, infinity less infinity, and a sum that is exactly 0.
    [InlineData(0x7FC00000, 0x3F800000, 0)]
    [InlineData(0x7F800000, 0x3F800000, unchecked((int)0xFF800000))]
    [InlineData(0x3F800001, 0x3F800000, unchecked((int)0xBF800001))]
    public void Counterexamples(int a, int b, int c) =>
        CheckFused(
            BitConverter.Int32BitsToSingle(a),
            BitConverter.Int32BitsToSingle(b),
            BitConverter.Int32BitsToSingle(c)
        );

    /// <summary>Sums next to the middle of two floats, normal or not: three of four need the second way.</summary>
    [Fact]
    public void Sums_next_to_the_middle_of_two_floats()
    {
        var random = new Random(1);
        for (int i = 0; i < 1_000_000; i++)
        {
            int exponent = i % 2 == 0 ? random.Next(-140, 100) : random.Next(-152, -124);
            float a = MathF.ScaleB(1 + random.Next(1 << 12) / 4096f, random.Next(-40, 40));
            float b = MathF.ScaleB((1 + random.Next(1 << 12) / 4096f) / a, exponent);
            float c = MathF.ScaleB(random.NextSingle() - 0.5f, exponent - random.Next(-2, 60));
            CheckFused(a, b, c);
            CheckFused(a, -b, c);
        }
    }

    private static void CheckFused(float a, float b, float c)
    {
        float exact = MathF.FusedMultiplyAdd(a, b, c);
        Vector128<float> lanes = Floats.UnfusedMultiplyAdd(
            Vector128.Create(1f, a, 0f, a),
            Vector128.Create(1f, b, 0f, -b),
            Vector128.Create(1f, c, 0f, -c)
        );
        string what = $"{a:R} * {b:R} + {c:R}";
        Assert.True(BitDigest.Bits(exact) == BitDigest.Bits(lanes[1]), what);
        Assert.True(BitDigest.Bits(MathF.FusedMultiplyAdd(a, -b, -c)) == BitDigest.Bits(lanes[3]), what);
        Assert.True(BitDigest.Bits(exact) == BitDigest.Bits(Floats.FusedMultiplyAdd(a, b, c)), what);
    }
}
