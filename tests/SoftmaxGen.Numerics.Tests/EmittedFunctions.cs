using System.Reflection;
using System.Runtime.Intrinsics;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// The elementary functions as they stand in the emitted text, where all heads share them.
/// Names and widths of the emitted methods are known here and nowhere else.
/// </summary>
internal static class EmittedFunctions
{
    /// <summary>exp(r) as the kernels compute it from the slope, for a scale of 1.</summary>
    public static FloatFunction Exp
    {
        get
        {
            FloatFunction slope = Bind("ExpSlope");
            return (arguments, results) =>
            {
                slope(arguments, results);
                for (int i = 0; i < arguments.Length; i++)
                    results[i] = MathF.FusedMultiplyAdd(results[i], arguments[i], 1f);
            };
        }
    }

    public static FloatFunction Log1P => Bind("LogOnePlus");
    public static FloatFunction Log => Bind("Log");

    private static readonly Type Functions = CompiledHeads.Type(256).Assembly.GetType("SoftmaxGen.Generated.Floats")!;

    private static FloatFunction Bind(string name)
    {
        if (!CompiledHeads.ArePinned)
            return Each(Find<double>(name)!);
        if (Vector256.IsHardwareAccelerated && Find<Vector256<float>>(name) is { } wide)
            return (arguments, results) =>
            {
                for (int i = 0; i < arguments.Length; i += Vector256<float>.Count)
                    wide(Vector256.Create(arguments[i..])).CopyTo(results[i..]);
            };
        Func<Vector128<float>, Vector128<float>> narrow = Find<Vector128<float>>(name)!;
        return (arguments, results) =>
        {
            for (int i = 0; i < arguments.Length; i += Vector128<float>.Count)
                narrow(Vector128.Create(arguments[i..])).CopyTo(results[i..]);
        };
    }

    private static FloatFunction Each(Func<double, double> function) =>
        (arguments, results) =>
        {
            for (int i = 0; i < arguments.Length; i++)
                results[i] = (float)function(arguments[i]);
        };

    private static Func<T, T>? Find<T>(string name) =>
        Functions
            .GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic, [typeof(T)])
            ?.CreateDelegate<Func<T, T>>();
}
