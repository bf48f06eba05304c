using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Reads from the compilation what its framework offers. Members are looked for, not just types: a polyfill may bring a
/// type without them, and one that is internal to another assembly cannot be used.
/// </summary>
internal static class TargetReader
{
    private const string Intrinsics = "System.Runtime.Intrinsics.";

    private static readonly string[] SpanTypes =
    [
        "System.Span`1",
        "System.ReadOnlySpan`1",
        "System.Runtime.InteropServices.MemoryMarshal",
    ];

    private static readonly string[] PackageTypes = ["SoftmaxGen.Reduction"];

    private static readonly string[] VectorMembers =
    [
        "LoadUnsafe",
        "StoreUnsafe",
        "Shuffle",
        "ExtractMostSignificantBits",
        "ConditionalSelect",
        "AndNot",
    ];

    /// <summary>What the kernels of each width use beside its vectors.</summary>
    private static readonly (int Bits, (string Type, string Member)[] Needs)[] Widths =
    [
        (
            128,
            [
                (Intrinsics + "X86.Fma", "MultiplyAdd"),
                (Intrinsics + "Arm.AdvSimd", "FusedMultiplyAdd"),
                ("System.Numerics.BitOperations", "TrailingZeroCount"),
                ("System.Runtime.CompilerServices.Unsafe", "ByteOffset"),
                ("System.Runtime.InteropServices.MemoryMarshal", "GetReference"),
            ]
        ),
        (256, [(Intrinsics + "X86.Avx", "Max")]),
        (512, [(Intrinsics + "X86.Avx512F", "FusedMultiplyAdd")]),
    ];

    private const string MethodOptions = "System.Runtime.CompilerServices.MethodImplOptions";

    /// <summary>All types that are asked for.</summary>
    private static readonly string[] Types =
    [
        .. Widths
            .SelectMany(width => width.Needs.Select(need => need.Type).Append(VectorType(width.Bits)))
            .Append(MethodOptions)
            .Concat(SpanTypes)
            .Concat(PackageTypes),
    ];

    /// <summary>Whether the assembly itself declares a type that is asked for.</summary>
    public static bool DeclaresAny(IAssemblySymbol assembly) =>
        Types.Any(type => assembly.GetTypeByMetadataName(type) is not null);

    public static TargetModel Read(Compilation compilation, CancellationToken cancellation)
    {
        // Each width builds on the narrower ones.
        var vectors = Widths
            .TakeWhile(width => HasWidth(compilation, width.Bits, width.Needs))
            .Select(width => width.Bits)
            .ToEquatableArray();
        cancellation.ThrowIfCancellationRequested();
        var widest = vectors.Count == 0 ? null : VectorType(vectors[vectors.Count - 1]);
        return new TargetModel(
            vectors,
            widest is not null && Has(compilation, widest, "FusedMultiplyAdd") && Has(compilation, widest, "MaxNative"),
            Has(compilation, MethodOptions, "AggressiveOptimization")
        )
        {
            HasSpans = HasSpans(compilation),
            HasPackage = HasPackage(compilation),
        };
    }

    /// <summary>Whether the types of the framework are there that emitted code uses on every target.</summary>
    public static bool HasSpans(Compilation compilation) => HaveAll(compilation, SpanTypes);

    /// <summary>Whether the package's own types are there, and no others that have their names.</summary>
    public static bool HasPackage(Compilation compilation) =>
        HaveAll(compilation, PackageTypes)
        && PackageTypes.All(type =>
            compilation.Assembly.GetTypeByMetadataName(type) is not { } own || own.MemberNames.Contains("Mean")
        );

    /// <summary>Whether each name means one type: the project's own where there is one.</summary>
    private static bool HaveAll(Compilation compilation, string[] types) =>
        types.All(type =>
        {
            var usable = Usable(compilation, type);
            return usable.Count == 1
                || usable.Any(found =>
                    SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, compilation.Assembly)
                );
        });

    private static bool HasWidth(Compilation compilation, int bits, (string Type, string Member)[] needs) =>
        VectorMembers.All(member => Has(compilation, VectorType(bits), member))
        && needs.All(need => Has(compilation, need.Type, need.Member));

    private static string VectorType(int bits) => FormattableString.Invariant($"{Intrinsics}Vector{bits}");

    /// <summary>Whether exactly one type of that name can be used, as two would be ambiguous, and has the member.</summary>
    private static bool Has(Compilation compilation, string type, string member)
    {
        var usable = Usable(compilation, type);
        return usable.Count == 1 && !usable[0].GetMembers(member).IsEmpty;
    }

    private static List<INamedTypeSymbol> Usable(Compilation compilation, string type) =>
        compilation
            .GetTypesByMetadataName(type)
            .Where(candidate =>
                compilation.IsSymbolAccessibleWithin(candidate, compilation.Assembly)
                && ReferenceAliases.IsGlobal(candidate, compilation)
            )
            .ToList();
}
