namespace SoftmaxGen.Numerics.Tests;

/// <summary>The instructions of <see cref="SoftwareInstructions"/> that work on doubles alone.</summary>
internal static class SoftwareDoubles
{
    public const string Source = """
        using System;
        using System.Runtime.Intrinsics;

        internal static partial class Software512
        {
            public static Vector512<double> FusedMultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c)
            {
                Span<double> result = stackalloc double[8];
                for (int i = 0; i < 8; i++)
                    result[i] = Math.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i));
                return Vector512.Create<double>(result);
            }

            // The second one where either is NaN, and of two zeros.
            public static Vector512<double> Max(Vector512<double> a, Vector512<double> b)
            {
                Span<double> result = stackalloc double[8];
                for (int i = 0; i < 8; i++)
                    result[i] = a.GetElement(i) > b.GetElement(i) ? a.GetElement(i) : b.GetElement(i);
                return Vector512.Create<double>(result);
            }

            public static Vector512<double> InsertVector128(Vector512<double> value, Vector128<double> data, byte index) =>
                InsertVector128(value.AsSingle(), data.AsSingle(), index).AsDouble();

            public static Vector128<double> ExtractVector128(Vector512<double> value, byte index) =>
                ExtractVector128(value.AsSingle(), index).AsDouble();

            public static Vector512<double> InsertVector256(Vector512<double> value, Vector256<double> data, byte index) =>
                index == 0 ? value.WithLower(data) : value.WithUpper(data);

            public static Vector512<double> BlendVariable(Vector512<double> a, Vector512<double> b, Vector512<double> mask) =>
                Vector512.ConditionalSelect(mask, b, a);
        }

        internal static partial class SoftwareArm64
        {
            // Unlike on x86, NaN where either is NaN.
            public static Vector128<double> Max(Vector128<double> a, Vector128<double> b) =>
                Vector128.Create(
                    Math.Max(a.GetElement(0), b.GetElement(0)),
                    Math.Max(a.GetElement(1), b.GetElement(1))
                );

            public static Vector128<double> FusedMultiplyAdd(Vector128<double> c, Vector128<double> a, Vector128<double> b) =>
                Vector128.Create(
                    Math.FusedMultiplyAdd(a.GetElement(0), b.GetElement(0), c.GetElement(0)),
                    Math.FusedMultiplyAdd(a.GetElement(1), b.GetElement(1), c.GetElement(1))
                );
        }
        """;
}
