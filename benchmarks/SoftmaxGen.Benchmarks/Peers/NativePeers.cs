using System.Reflection;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Benchmarks;

/// <summary>How a native peer computes; numbered as in peers.cpp.</summary>
internal enum NativeVariant
{
    /// <summary>Class count fixed, std::exp by the vector functions of the C library.</summary>
    LibraryExp,

    /// <summary>Class count fixed, an inlined polynomial.</summary>
    PolynomialExp,

    /// <summary>16 rows at a time, few classes.</summary>
    RowParallel,
}

/// <summary>The library that <see cref="NativeBuild"/> makes. A call is a sweep over all rows.</summary>
internal static class NativePeers
{
    private const string Library = "peers";

    public static void Load(string path)
    {
        var handle = NativeLibrary.Load(path);
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (_, _, _) => handle);
    }

    /// <summary>Whether the variant has such a kernel.</summary>
    public static bool Sweep(NativeVariant variant, Operation operation, Problem problem) =>
        Sweep(
            (int)variant,
            (int)operation,
            problem.Classes,
            problem.Rows,
            problem.Logits.Address,
            problem.AddressOfLabels,
            problem.Values.Address,
            problem.Losses.Address
        ) != 0;

    /// <summary>Nothing but exp, of <see cref="ElementsOfExp"/> elements.</summary>
    public static void Exp(Problem problem) =>
        Exp(problem.Logits.Address, problem.Values.Address, ElementsOfExp(problem));

    /// <summary>The logits of a problem without what does not fill a turn of the loop at the end.</summary>
    public static int ElementsOfExp(Problem problem) => problem.Logits.Length & -ElementsOfTurn;

    /// <summary>A copy with ordinary stores, which do not go past the caches.</summary>
    public static void Copy(Problem problem) =>
        Copy(problem.Logits.Address, problem.Values.Address, problem.Logits.Length);

    private const int ElementsOfTurn = 64;

    [DllImport(Library, EntryPoint = "peers_sweep")]
    private static extern int Sweep(
        int variant,
        int operation,
        int classes,
        long rows,
        nint logits,
        nint labels,
        nint values,
        nint losses
    );

    [DllImport(Library, EntryPoint = "limits_exp")]
    private static extern void Exp(nint x, nint y, long count);

    [DllImport(Library, EntryPoint = "limits_copy")]
    private static extern void Copy(nint x, nint y, long count);
}
