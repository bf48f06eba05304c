namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Instructions of machines that this one is not, as plain loops: source that is compiled with a head whose text calls them
/// instead of the framework's.
/// </summary>
internal static class SoftwareInstructions
{
    // What replaces "Avx512F.", "AdvSimd.Arm64." and "AdvSimd." in the text of a head.
    public const string Avx512 = "Software512.";
    public const string Arm64 = "SoftwareArm64.";
    public const string Arm = "SoftwareArm.";

    public static readonly string[] Sources = [Avx512Source, ArmSource, SoftwareDoubles.Source];

    private const string Avx512Source = """
        using System;
        using System.Runtime.Intrinsics;

        internal static partial class Software512
        {
            // In each 128 bits: the lower (upper) elements of both, in turns.
            public static Vector512<float> UnpackLow(Vector512<float> a, Vector512<float> b) => Unpack(a, b, 0);

            public static Vector512<float> UnpackHigh(Vector512<float> a, Vector512<float> b) => Unpack(a, b, 2);

            public static Vector512<double> UnpackLow(Vector512<double> a, Vector512<double> b) => Unpack(a, b, 0);

            public static Vector512<double> UnpackHigh(Vector512<double> a, Vector512<double> b) => Unpack(a, b, 1);

            // Any element of all sixteen for each.
            public static Vector512<float> PermuteVar16x32(Vector512<float> a, Vector512<int> control)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                    result[i] = a.GetElement(control.GetElement(i) & 15);
                return Vector512.Create<float>(result);
            }

            // Any element of both: from 16 on those of b.
            public static Vector512<float> PermuteVar16x32x2(Vector512<float> a, Vector512<int> control, Vector512<float> b)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                {
                    int source = control.GetElement(i) & 31;
                    result[i] = source < 16 ? a.GetElement(source) : b.GetElement(source - 16);
                }
                return Vector512.Create<float>(result);
            }

            public static Vector512<double> PermuteVar8x64x2(Vector512<double> a, Vector512<long> control, Vector512<double> b)
            {
                Span<double> result = stackalloc double[8];
                for (int i = 0; i < 8; i++)
                {
                    int source = (int)control.GetElement(i) & 15;
                    result[i] = source < 8 ? a.GetElement(source) : b.GetElement(source - 8);
                }
                return Vector512.Create<double>(result);
            }

            public static Vector512<float> InsertVector128(Vector512<float> value, Vector128<float> data, byte index)
            {
                Span<float> result = stackalloc float[16];
                value.CopyTo(result);
                data.CopyTo(result.Slice(4 * index));
                return Vector512.Create<float>(result);
            }

            public static Vector128<float> ExtractVector128(Vector512<float> value, byte index) =>
                Vector128.Create(
                    value.GetElement(4 * index),
                    value.GetElement(4 * index + 1),
                    value.GetElement(4 * index + 2),
                    value.GetElement(4 * index + 3)
                );

            public static Vector512<float> InsertVector256(Vector512<float> value, Vector256<float> data, byte index) =>
                index == 0 ? value.WithLower(data) : value.WithUpper(data);

            public static Vector512<float> BlendVariable(Vector512<float> a, Vector512<float> b, Vector512<float> mask) =>
                Vector512.ConditionalSelect(mask, b, a);

            // 128 bits each: two of a, then two of b.
            public static Vector512<float> Shuffle4x128(Vector512<float> a, Vector512<float> b, byte control)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                {
                    int source = 4 * ((control >> (2 * (i / 4))) & 3) + (i & 3);
                    result[i] = i < 8 ? a.GetElement(source) : b.GetElement(source);
                }
                return Vector512.Create<float>(result);
            }

            public static Vector512<double> Shuffle4x128(Vector512<double> a, Vector512<double> b, byte control) =>
                Shuffle4x128(a.AsSingle(), b.AsSingle(), control).AsDouble();

            // In each 128 bits: two elements of a, then two of b.
            public static Vector512<float> Shuffle(Vector512<float> a, Vector512<float> b, byte control)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                {
                    int source = (i & ~3) + ((control >> (2 * (i & 3))) & 3);
                    result[i] = (i & 3) < 2 ? a.GetElement(source) : b.GetElement(source);
                }
                return Vector512.Create<float>(result);
            }

            public static Vector512<float> FusedMultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                    result[i] = MathF.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i));
                return Vector512.Create<float>(result);
            }

            // The second one where either is NaN, and of two zeros.
            public static Vector512<float> Max(Vector512<float> a, Vector512<float> b)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                    result[i] = a.GetElement(i) > b.GetElement(i) ? a.GetElement(i) : b.GetElement(i);
                return Vector512.Create<float>(result);
            }

            private static Vector512<float> Unpack(Vector512<float> a, Vector512<float> b, int start)
            {
                Span<float> result = stackalloc float[16];
                for (int i = 0; i < 16; i++)
                {
                    int source = (i & ~3) + start + ((i & 3) >> 1);
                    result[i] = (i & 1) == 0 ? a.GetElement(source) : b.GetElement(source);
                }
                return Vector512.Create<float>(result);
            }

            private static Vector512<double> Unpack(Vector512<double> a, Vector512<double> b, int start)
            {
                Span<double> result = stackalloc double[8];
                for (int i = 0; i < 8; i++)
                    result[i] = (i & 1) == 0 ? a.GetElement((i & ~1) + start) : b.GetElement((i & ~1) + start);
                return Vector512.Create<double>(result);
            }
        }
        """;

    private const string ArmSource = """
        using System;
        using System.Runtime.Intrinsics;

        internal static class SoftwareArm
        {
            // Unlike on x86, NaN where either is NaN.
            public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(Max(a, b, 0), Max(a, b, 1), Max(a, b, 2), Max(a, b, 3));

            public static Vector128<float> FusedMultiplyAdd(Vector128<float> c, Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(Fused(a, b, c, 0), Fused(a, b, c, 1), Fused(a, b, c, 2), Fused(a, b, c, 3));

            private static float Max(Vector128<float> a, Vector128<float> b, int i) =>
                MathF.Max(a.GetElement(i), b.GetElement(i));

            private static float Fused(Vector128<float> a, Vector128<float> b, Vector128<float> c, int i) =>
                MathF.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i));
        }

        internal static partial class SoftwareArm64
        {
            public static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(a.GetElement(0), b.GetElement(0), a.GetElement(1), b.GetElement(1));

            public static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(a.GetElement(2), b.GetElement(2), a.GetElement(3), b.GetElement(3));

            public static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) =>
                Vector128.Create(a.GetElement(0), b.GetElement(0));

            public static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) =>
                Vector128.Create(a.GetElement(1), b.GetElement(1));

            public static Vector128<float> UnzipEven(Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(a.GetElement(0), a.GetElement(2), b.GetElement(0), b.GetElement(2));

            public static Vector128<float> UnzipOdd(Vector128<float> a, Vector128<float> b) =>
                Vector128.Create(a.GetElement(1), a.GetElement(3), b.GetElement(1), b.GetElement(3));
        }
        """;
}
