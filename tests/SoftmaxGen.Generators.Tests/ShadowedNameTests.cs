using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Names of the framework that mean something else where a head stands.</summary>
public class ShadowedNameTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { }";

    /// <summary>What emitted code takes from the framework and the package.</summary>
    public static TheoryData<string> Names =>
        [
            "ArgumentException",
            "ArgumentOutOfRangeException",
            "BitConverter",
            "Math",
            "ReadOnlySpan",
            "Span",
            "GeneratedCode",
            "BitOperations",
            "MethodImpl",
            "AggressiveInlining",
            "AggressiveOptimization",
            "NoInlining",
            "Unsafe",
            "MemoryMarshal",
            "Vector128",
            "Vector256",
            "Vector512",
            "AdvSimd",
            "Avx",
            "Avx2",
            "Avx512F",
            "Fma",
            "Sse",
            "Sse41",
            "Sse2",
            "Reduction",
        ];

    [Fact]
    public void There_are_no_other_names() => Assert.Equal(Names.Count, ShadowedNames.FullNames.Count);

    /// <summary>The place of each name is that of a type, an attribute or a member that exists.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_found_in_its_place(string name)
    {
        var home = ShadowedNames.FullNames[name];
        var compilation = new HeadCompiler(Framework.Current).Parse("");
        var places = new[] { $"{home}.{name}", $"{home}.{name}Attribute", $"{home}.{name}`1" };
        Assert.True(
            places.Any(place => IsKnown(compilation, place))
                || compilation.GetTypeByMetadataName(home)?.MemberNames.Contains(name) == true,
            $"{home} has no {name}."
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_shadowed_by_a_member_of_the_type(string name) =>
        Assert.Equal([name], ShadowedIn(Head.Replace("{ }", $"{{ class {name} {{ }} }}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("HEAD")]
    [InlineData("namespace Game { HEAD }")]
    [InlineData("namespace Game { class Maths { class Math { } } HEAD }")]
    [InlineData("namespace Game.Math { } HEAD")]
    [InlineData("namespace Game { class Math<T> { } } namespace Other { HEAD }")]
    [InlineData("partial class Outer { class Sibling { class Math { } } HEAD }")]
    [InlineData("namespace System { HEAD }")]
    [InlineData("namespace System.Numerics { HEAD }")]
    [InlineData("namespace System.Runtime.Intrinsics.X86 { HEAD }")]
    [InlineData("namespace SoftmaxGen { HEAD }")]
    public void Names_keep_their_meaning(string source) => Assert.Empty(ShadowedIn(source));

    [Theory]
    [InlineData("namespace Game.Math { HEAD }")]
    [InlineData("namespace Game.Math.Deep.Deeper { HEAD }")]
    [InlineData("namespace Game { enum Math { } namespace Deep { HEAD } }")]
    [InlineData("class MathAttribute { } HEAD")]
    [InlineData("partial class Outer { int Math; HEAD }")]
    [InlineData("partial class Far { int Math => 0; partial class Outer { HEAD } }")]
    [InlineData("class Root { protected int Math; } class Base : Root { } partial class Outer : Base { HEAD }")]
    [InlineData("partial class Outer<Math> { HEAD }")]
    [InlineData("partial class System { int Math; HEAD }")]
    public void Names_are_shadowed_where_they_are_looked_up(string source) =>
        Assert.Equal(["Math"], ShadowedIn(source));

    [Theory]
    [InlineData("class Base { void Math() { } } partial class Head : Base { }")]
    [InlineData("partial class Head<Math> { }")]
    [InlineData("partial class Head { struct MathAttribute { } }")]
    public void Names_are_shadowed_in_the_type_itself(string source) =>
        Assert.Equal(
            ["Math"],
            ShadowedIn(
                source.Replace("partial", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Several_names_may_be_shadowed() =>
        Assert.Equal(
            ["Math", "Span", "Fma"],
            ShadowedIn("class Fma { } namespace Span { partial class Outer { int Math; HEAD } }")
        );

    /// <summary>Each by another of the types around the head.</summary>
    [Fact]
    public void Types_need_not_shadow_the_same_names() =>
        Assert.Equal(
            ["Math", "Span"],
            ShadowedIn("partial class Far { int Math; partial class Outer { class Span { } HEAD } }")
        );

    private static bool IsKnown(Compilation compilation, string type) =>
        !compilation.GetTypesByMetadataName(type).IsEmpty;

    private static IEnumerable<string> ShadowedIn(string source)
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(
            source.Replace("HEAD", Head, StringComparison.Ordinal)
        );
        var type = (INamedTypeSymbol)compilation.GetSymbolsWithName("Head", SymbolFilter.Type).Single();
        return HeadParser.Parse(type, type.GetAttributes().Single(), CancellationToken.None)!.ShadowedNames;
    }
}
