namespace SoftmaxGen.Numerics.Tests;

/// <summary>The elementary functions of the emitted text, as the exhaustive tests call them.</summary>
internal static class EmittedFunctions
{
    // PLUG IN HERE: bind these to the private methods of SoftmaxKernel in a head that is compiled at run time, on
    // Vector256 where it is accelerated. Until then they are the reference, whose bits the kernels must have.
    public static FloatFunction Exp => (r, results) => Each(r, results, PinnedMath.Exp);
    public static FloatFunction Log1P => (u, results) => Each(u, results, PinnedMath.Log1P);
    public static FloatFunction Log => (p, results) => Each(p, results, PinnedMath.Log);

    private static void Each(ReadOnlySpan<float> arguments, Span<float> results, Func<float, float> function)
    {
        for (int i = 0; i < arguments.Length; i++)
            results[i] = function(arguments[i]);
    }
}
