using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What a framework offers, and what it offers where one member of it is missing.</summary>
public class TargetReaderTests
{
    /// <summary>Has none of the types that are looked for, so that each can be declared.</summary>
    private static readonly Framework Bare = new(
        "netstandard2.0 alone",
        [
            .. Framework.NetStandard.References.Where(reference =>
                Path.GetFileName(reference.Display) != "System.Memory.dll"
            ),
        ]
    );

    private static readonly string[] VectorMembers =
    [
        "LoadUnsafe",
        "StoreUnsafe",
        "Shuffle",
        "ExtractMostSignificantBits",
        "ConditionalSelect",
        "AndNot",
    ];

    /// <summary>Each member that kernels need, and the widths that are left without it.</summary>
    public static TheoryData<string, string, int[]> Needs
    {
        get
        {
            var needs = new TheoryData<string, string, int[]>
            {
                { "System.Runtime.Intrinsics.X86.Fma", "MultiplyAdd", [] },
                { "System.Runtime.Intrinsics.Arm.AdvSimd", "FusedMultiplyAdd", [] },
                { "System.Numerics.BitOperations", "TrailingZeroCount", [] },
                { "System.Runtime.CompilerServices.Unsafe", "ByteOffset", [] },
                { "System.Runtime.InteropServices.MemoryMarshal", "GetReference", [] },
                { "System.Runtime.Intrinsics.X86.Avx", "Max", [128] },
                { "System.Runtime.Intrinsics.X86.Avx512F", "FusedMultiplyAdd", [128, 256] },
            };
            foreach (var member in VectorMembers)
            {
                needs.Add("System.Runtime.Intrinsics.Vector128", member, []);
                needs.Add("System.Runtime.Intrinsics.Vector256", member, [128]);
                needs.Add("System.Runtime.Intrinsics.Vector512", member, [128, 256]);
            }

            return needs;
        }
    }

    [Fact]
    public void The_newest_framework_offers_everything() =>
        Assert.Equal(new TargetModel(Widths(128, 256, 512), true, true), Read(Compile(Framework.Current)));

    [Fact]
    public void Net_8_has_no_portable_mathematics() =>
        Assert.Equal(new TargetModel(Widths(128, 256, 512), false, true), Read(Compile(Framework.Net8)));

    [Fact]
    public void Net_standard_offers_nothing() =>
        Assert.Equal(new TargetModel(Widths(), false, false), Read(Compile(Framework.NetStandard)));

    [Theory]
    [MemberData(nameof(Needs))]
    public void A_width_needs_all_of_its_members(string type, string member, int[] widths) =>
        Assert.Equal(Widths(widths), Read(Polyfilled(without: (type, member))).Vectors);

    /// <summary>Spans are no part of them.</summary>
    [Fact]
    public void Polyfills_of_all_members_offer_what_a_framework_does() =>
        Assert.Equal(new TargetModel(Widths(128, 256, 512), true, false) { HasSpans = false }, Read(Polyfilled()));

    [Theory]
    [InlineData("Vector512", "FusedMultiplyAdd", false)]
    [InlineData("Vector512", "MaxNative", false)]
    [InlineData("Vector256", "FusedMultiplyAdd", true)]
    [InlineData("Vector128", "MaxNative", true)]
    public void Mathematics_is_that_of_the_widest_vectors(string type, string member, bool isPortable) =>
        Assert.Equal(isPortable, Read(Polyfilled(without: ("System.Runtime.Intrinsics." + type, member))).PortableMath);

    /// <summary>The compiler does not choose between two types of one name.</summary>
    [Fact]
    public void A_type_that_is_ambiguous_is_not_used()
    {
        const string second =
            "namespace System.Runtime.Intrinsics.X86 { public static class Avx { public static void Max() { } } }";
        Assert.Equal(Widths(128), Read(Compile(Framework.Current, second)).Vectors);
    }

    /// <summary>A library may bring its own copy of a type for itself.</summary>
    [Fact]
    public void A_type_that_is_internal_to_another_assembly_does_not_count()
    {
        var library = Compile(
            Bare,
            Polyfills().Replace("public static class", "internal static class", StringComparison.Ordinal)
        );
        var reference = library.ToMetadataReference();
        Assert.Equal(Widths(128, 256, 512), Read(library).Vectors);
        Assert.Equal(Widths(), Read(Compile(Bare).AddReferences(reference)).Vectors);
        Assert.Equal(Widths(128, 256, 512), Read(Polyfilled().AddReferences(reference)).Vectors);
    }

    private static TargetModel Read(Compilation compilation) => TargetReader.Read(compilation, CancellationToken.None);

    private static CSharpCompilation Compile(Framework framework, string source = "") =>
        new HeadCompiler(framework).Parse(source);

    private static CSharpCompilation Polyfilled((string Type, string Member)? without = null) =>
        Compile(Bare, Polyfills(without));

    private static string Polyfills((string Type, string Member)? without = null)
    {
        var members = Needs
            .Select(need => (Type: (string)need[0], Member: (string)need[1]))
            .Concat(
                from bits in new[] { 128, 256, 512 }
                from member in new[] { "FusedMultiplyAdd", "MaxNative" }
                select (Type: $"System.Runtime.Intrinsics.Vector{bits}", Member: member)
            )
            .Where(need => need != without)
            .GroupBy(need => need.Type, need => need.Member);
        return string.Concat(members.Select(type => Declaration(type.Key, type)));
    }

    private static string Declaration(string type, IEnumerable<string> members)
    {
        var dot = type.LastIndexOf('.');
        var methods = string.Concat(members.Select(member => $"public static void {member}() {{ }} "));
        return $"namespace {type[..dot]} {{ public static class {type[(dot + 1)..]} {{ {methods}}} }}\n";
    }

    private static EquatableArray<int> Widths(params int[] bits) => bits.ToEquatableArray();
}
