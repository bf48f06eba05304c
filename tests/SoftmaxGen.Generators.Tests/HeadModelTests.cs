using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What is read of a declaration: all that has to be repeated around the generated members.</summary>
public class HeadModelTests
{
    private const string Softmax = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";

    [Theory]
    [InlineData("partial class Head { }", "class")]
    [InlineData("static partial class Head { }", "class")]
    [InlineData("partial struct Head { }", "struct")]
    [InlineData("readonly ref partial struct Head { }", "struct")]
    [InlineData("partial record Head;", "record")]
    [InlineData("partial record class Head(int Size);", "record")]
    [InlineData("partial record struct Head(int Size);", "record struct")]
    public void A_type_has_its_keyword(string declaration, string keyword) =>
        Assert.Equal([new TypeModel(keyword, "Head", "")], ModelOf($"{Softmax} {declaration}").Types);

    [Fact]
    public void Types_stand_from_the_outermost_to_the_annotated_one()
    {
        var model = ModelOf(
            $"partial interface IOuter<T, @in> {{ partial struct Middle {{ {Softmax} public partial class Head<U> {{ }} }} }}",
            "Head`1"
        );

        Assert.Equal(
            [
                new TypeModel("interface", "IOuter", "<T, @in>"),
                new TypeModel("struct", "Middle", ""),
                new TypeModel("class", "Head", "<U>"),
            ],
            model.Types
        );
        Assert.Equal(new TypeModel("class", "Head", "<U>"), model.Type);
        Assert.Equal("IOuter{T, in}.Middle.Head{U}", model.FileName);
    }

    /// <summary>A name in lower case may be a keyword of a newer language.</summary>
    [Theory]
    [InlineData("@class", "class", "@class")]
    [InlineData("field", "field", "@field")]
    [InlineData("größe", "größe", "@größe")]
    [InlineData("hEAD", "hEAD", "hEAD")]
    [InlineData("Head", "Head", "Head")]
    public void Names_that_may_be_keywords_are_escaped(string written, string name, string expected)
    {
        var type = ModelOf($"{Softmax} partial class {written} {{ }}", name).Type;
        Assert.Equal(new TypeModel("class", expected, ""), type);
        Assert.Equal(name, type.PlainName);
        Assert.Equal(expected, type.DisplayName);
    }

    [Theory]
    [InlineData("{0}", null, "Head")]
    [InlineData("namespace A.B {{ {0} }}", "A.B", "A.B.Head")]
    [InlineData("namespace A {{ namespace @void {{ {0} }} }}", "A.@void", "A.void.Head")]
    public void A_namespace_is_written_as_in_a_declaration(string around, string? expected, string file)
    {
        var model = ModelOf(
            string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                around,
                $"{Softmax} partial class Head {{ }}"
            )
        );
        Assert.Equal(expected, model.Namespace);
        Assert.Equal(file, model.FileName);
    }

    [Theory]
    [InlineData("partial class Head { }", false)]
    [InlineData("partial class Head : System.IDisposable { public void Dispose() { } }", false)]
    [InlineData("partial class Head : Base { }", true)]
    [InlineData("partial struct Head { }", false)]
    [InlineData("partial record Head;", false)]
    [InlineData("partial record Head : BaseRecord;", true)]
    public void A_base_class_is_one_other_than_object(string declaration, bool hasBaseClass) =>
        Assert.Equal(
            hasBaseClass,
            ModelOf($"class Base {{ }} record BaseRecord; {Softmax} {declaration}").HasBaseClass
        );

    private static HeadModel ModelOf(string source, string name = "Head")
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(source);
        var type = compilation
            .GetSymbolsWithName(symbol => symbol == name.Split('`')[0], SymbolFilter.Type)
            .Cast<INamedTypeSymbol>()
            .Single(symbol => symbol.MetadataName == name);
        return HeadParser.Parse(type, type.GetAttributes().Single(), compilation, CancellationToken.None)!;
    }
}
