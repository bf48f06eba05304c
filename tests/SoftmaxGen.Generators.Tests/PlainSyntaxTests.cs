using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Declarations that are judged by their syntax alone, and get the same models as if everything were asked.</summary>
public class PlainSyntaxTests
{
    private const string Attribute = "[SoftmaxGen.SoftmaxHead(Classes = 4)] ";

    [Theory]
    [InlineData("partial class Head { }")]
    [InlineData("public static partial class Head { }")]
    [InlineData("namespace Game { public partial struct Head { } }")]
    [InlineData("partial record Head;")]
    [InlineData("readonly ref partial struct Head { }")]
    public void A_name_in_a_namespace_is_plain(string source)
    {
        var declaration = source.Insert(
            source.IndexOf("public", StringComparison.Ordinal) is > 0 and var at ? at : 0,
            Attribute
        );
        var whole = TypeOf(declaration);
        Assert.NotNull(PlainDeclaration.Of(whole, CancellationToken.None));

        // A second part makes everything be asked.
        var parts = TypeOf(declaration, source);
        Assert.Null(PlainDeclaration.Of(parts, CancellationToken.None));
        Assert.NotNull(ModelOf(whole));
        Assert.Equal(ModelOf(parts), ModelOf(whole));
    }

    [Theory]
    [InlineData("class Head { }")]
    [InlineData("file partial class Head { }")]
    [InlineData("partial class Head<T> { }")]
    [InlineData("partial class Head { int field; }")]
    [InlineData("partial class Head { class Inner { } }")]
    [InlineData("partial record Head(int Layers);")]
    [InlineData("partial class Head(int layers) { public int Layers => layers; }")]
    [InlineData("partial class Head : System.IDisposable { public void Dispose() { } }")]
    [InlineData("class Base { } partial class Head : Base { }")]
    [InlineData("class Outer { public partial class Head { } }")]
    public void Everything_else_is_not(string source) =>
        Assert.Null(PlainDeclaration.Of(TypeOf(source), CancellationToken.None));

    [Fact]
    public void A_type_that_is_named_like_a_generated_member_is_not() =>
        Assert.Null(PlainDeclaration.Of(TypeNamed("LogSumExp", "partial class LogSumExp { }"), CancellationToken.None));

    [Theory]
    [InlineData("enum Head { A, B, C }", 3)]
    [InlineData("enum Head : byte { A, B }", 2)]
    [InlineData("enum Head { }", 0)]
    [InlineData("enum Head { A, B = 1, C }", null)]
    [InlineData("enum Head { A, A }", null)]
    [InlineData("enum Head { A, @A }", null)]
    [InlineData("partial class Head { }", null)]
    public void An_enum_without_values_is_counted_by_its_syntax(string source, int? count) =>
        Assert.Equal(count, PlainEnum.CountOf(TypeOf(source)));

    [Fact]
    public void An_enum_of_another_assembly_is_not() =>
        Assert.Null(
            PlainEnum.CountOf(new HeadCompiler(Framework.Current).Parse("").GetTypeByMetadataName("System.DayOfWeek")!)
        );

    [Theory]
    [InlineData("", 129, 129)]
    [InlineData(": sbyte", 128, 128)]
    [InlineData(": sbyte", 129, null)]
    [InlineData(": byte", 129, null)]
    public void An_enum_is_plain_as_long_as_every_type_holds_its_values(string type, int members, int? count) =>
        Assert.Equal(
            count,
            PlainEnum.CountOf(
                TypeOf($"enum Head {type} {{ {string.Join(", ", Enumerable.Range(0, members).Select(i => $"M{i}"))} }}")
            )
        );

    private static INamedTypeSymbol TypeOf(params string[] sources) => TypeNamed("Head", sources);

    private static INamedTypeSymbol TypeNamed(string name, params string[] sources) =>
        (INamedTypeSymbol)
            new HeadCompiler(Framework.Current).Parse(sources).GetSymbolsWithName(name, SymbolFilter.Type).Single();

    private static HeadModel? ModelOf(INamedTypeSymbol type) =>
        HeadParser.Parse(
            type,
            type.GetAttributes().Single(),
            new HeadCompiler(Framework.Current).Parse(),
            CancellationToken.None
        );
}
