using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Properties of softmax on generated rows. Each tolerance follows from the bound of docs/numerics.md: a result within
/// b ULP of the exact value, and ulp(p) at most 2^-23 p, or 2^-149 below the normal range.
/// </summary>
public class PropertyTests
{
    private const double RelativeUlp = 1.0 / (1 << 23);
    private static readonly double Bound = Function.Softmax.Bound;
    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithMaxTest(500);

    // Multiples of 1/64 up to 64: sums of two are exact, so that a shifted row is exactly the same row.
    private static readonly Gen<float> Logit = Gen.Choose(-4096, 4096).Select(i => i / 64f);

    private static readonly Gen<float[]> Row =
        from classes in Gen.Elements(2, 3, 4, 5, 7, 8, 10, 15, 16, 17, 31, 32, 33, 64, 100, 130)
        from logits in Logit.ArrayOf(classes)
        select logits;

    [Fact]
    public void Order_of_log_probabilities_is_kept() =>
        // Subtracting the same two numbers is monotone, rounding included: no tolerance.
        Check(row => Ordered(row, LogSoftmax(row), tolerance: 0));

    [Fact]
    public void Order_of_probabilities_is_kept_within_the_error_of_exp() =>
        // exp is within 1 ULP, on both sides of a pair, and the division by one sum is monotone up to its half ULP.
        Check(row => Ordered(row, Softmax(row), tolerance: 3));

    [Fact]
    public void Sums_to_one() =>
        // Each of the summands is at most b ULP off: b 2^-23 times a sum of 1, and the subnormal ones b 2^-149 each.
        Check(row => Math.Abs(RowOracle.Total(Softmax(row)) - 1) <= Bound * (RelativeUlp + row.Length * 1.4e-45));

    [Fact]
    public void A_shift_changes_nothing() =>
        // Both rows have the same exact probabilities, and each is within b ULP of them.
        Check(Row.Zip(Logit), (row, shift) => Close(Softmax(row), Softmax([.. row.Select(z => z + shift)])));

    [Fact]
    public void A_shift_moves_log_sum_exp()
    {
        Check(
            Row.Zip(Logit),
            (row, shift) =>
            {
                float[] shifted = [.. row.Select(z => z + shift)];
                double moved = Head(row).LogSumExp(shifted) - (double)shift;
                double tolerance = Function.LogSumExp.Bound * (SizeUlp(row) + SizeUlp(shifted));
                return Math.Abs(moved - Head(row).LogSumExp(row)) <= tolerance;
            }
        );
    }

    [Fact]
    public void A_permutation_permutes_the_result()
    {
        // The order of the sum differs, the exact values do not: b ULP on either side.
        Check(
            Row.Zip(Gen.Choose(0, int.MaxValue)),
            (row, seed) =>
            {
                int[] order = Permutation(row.Length, seed);
                float[] permuted = [.. order.Select(i => row[i])];
                float[] probabilities = Softmax(row);
                return Close(Softmax(permuted), [.. order.Select(i => probabilities[i])]);
            }
        );
    }

    private static void Check(Func<float[], bool> property) =>
        Check(Row.Zip(Gen.Constant(0)), (row, _) => property(row));

    private static void Check<T>(Gen<(float[] Row, T Other)> rows, Func<float[], T, bool> property) =>
        FsCheck.Check.One(Quietly, Prop.ForAll(Arb.From(rows), sample => property(sample.Row, sample.Other)));

    private static bool Ordered(float[] logits, float[] results, double tolerance)
    {
        Array.Sort(logits.ToArray(), results);
        for (int i = 1; i < results.Length; i++)
            if (results[i] < results[i - 1] - tolerance * Ulp.Of(results[i - 1]))
                return false;
        return true;
    }

    private static bool Close(float[] a, float[] b)
    {
        for (int i = 0; i < a.Length; i++)
            if (Math.Abs((double)a[i] - b[i]) > 2 * Bound * Ulp.Of(Math.Max(a[i], b[i])))
                return false;
        return true;
    }

    private static double SizeUlp(float[] row) => Ulp.Of(new RowOracle(row.Length).Load(row).LogSumExpSize);

    private static int[] Permutation(int length, int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).OrderBy(_ => random.Next())];
    }

    private static HeadKernels Head(float[] row) => CompiledHeads.Kernels(row.Length);

    private static float[] Softmax(float[] row)
    {
        float[] result = new float[row.Length];
        Head(row).Softmax(row, result);
        return result;
    }

    private static float[] LogSoftmax(float[] row)
    {
        float[] result = new float[row.Length];
        Head(row).LogSoftmax(row, result);
        return result;
    }
}
