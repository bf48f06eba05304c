namespace SoftmaxGen.Numerics.Tests;

/// <summary>One elementary function over a run of floats: the form in which exhaustive tests call kernels.</summary>
internal delegate void FloatFunction(ReadOnlySpan<float> arguments, Span<float> results);

/// <summary>Every float between two positive limits, compared with the exact function in double.</summary>
internal static class Exhaustive
{
    private const int Chunk = 4096;

    /// <summary>The largest error in ULP over all floats from <paramref name="low"/> to <paramref name="high"/>, and where.</summary>
    public static (double Ulp, float At) MaxError(
        FloatFunction function,
        Func<double, double> exact,
        float low,
        float high,
        bool negative = false
    )
    {
        uint first = BitConverter.SingleToUInt32Bits(low);
        uint last = BitConverter.SingleToUInt32Bits(high);
        uint sign = negative ? 0x80000000 : 0;
        int chunks = (int)((last - first) / Chunk) + 1;

        (double Ulp, float At) worst = (0, low);
        object gate = new();
        Parallel.For(
            0,
            chunks,
            () => (Arguments: new float[Chunk], Results: new float[Chunk], Worst: (Ulp: 0.0, At: low)),
            (chunk, _, local) =>
            {
                uint start = first + (uint)chunk * Chunk;
                for (int i = 0; i < Chunk; i++)
                    local.Arguments[i] = BitConverter.UInt32BitsToSingle(sign | Math.Min(start + (uint)i, last));
                function(local.Arguments, local.Results);
                for (int i = 0; i < Chunk; i++)
                {
                    double error = Ulp.Error(local.Results[i], exact(local.Arguments[i]));
                    if (error > local.Worst.Ulp)
                        local.Worst = (error, local.Arguments[i]);
                }
                return local;
            },
            local =>
            {
                lock (gate)
                    if (local.Worst.Ulp > worst.Ulp)
                        worst = local.Worst;
            }
        );
        return worst;
    }

    /// <summary>The same result for every float between two limits: where the function is exactly known.</summary>
    public static bool AllEqual(FloatFunction function, Func<float, float> wanted, float low, float high)
    {
        uint first = BitConverter.SingleToUInt32Bits(low);
        uint last = BitConverter.SingleToUInt32Bits(high);
        ParallelLoopResult loop = Parallel.For(
            0,
            (int)((last - first) / Chunk) + 1,
            (chunk, state) =>
            {
                Span<float> arguments = stackalloc float[Chunk];
                Span<float> results = stackalloc float[Chunk];
                uint start = first + (uint)chunk * Chunk;
                for (int i = 0; i < Chunk; i++)
                    arguments[i] = BitConverter.UInt32BitsToSingle(Math.Min(start + (uint)i, last));
                function(arguments, results);
                for (int i = 0; i < Chunk; i++)
                    if (results[i] != wanted(arguments[i]))
                        state.Stop();
            }
        );
        return loop.IsCompleted;
    }
}
