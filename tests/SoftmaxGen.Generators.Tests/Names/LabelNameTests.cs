using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Label enums that a name alone does not find.</summary>
public class LabelNameTests
{
    private const string Labels = "public enum Labels : byte { A, B, C }";

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Behind_an_alias(LanguageVersion language)
    {
        var compiler = new HeadCompiler(Framework.Current) { Language = language };
        Silent.Compile(
            compiler,
            heads: 4,
            [
                "extern alias First; extern alias Second; "
                    + Head("OfFirst", "First::Game.Labels")
                    + Head("OfSecond", "Second::Game.Labels")
                    + Head("OfThird", "Game.Labels")
                    + Head("OfInner", "Second::Game.Outer.Inner"),
            ],
            Library("First"),
            Library("Second"),
            Library("global", "Third")
        );

        Microsoft.CodeAnalysis.MetadataReference Library(params string[] aliases) =>
            Silent.Library(
                compiler.Parse($"namespace Game {{ {Labels} public class Outer {{ public enum Inner {{ A, B }} }} }}"),
                aliases
            );
    }

    /// <summary>Each of them has the alias beside no other name, and the type is in both.</summary>
    [Fact]
    public void Behind_an_alias_that_is_not_the_only_name()
    {
        var compiler = new HeadCompiler(Framework.Current);
        Silent.Compile(
            compiler,
            heads: 1,
            [$"extern alias First; {Head("OfFirst", "First::Game.Labels")}"],
            Silent.Library(compiler.Parse($"namespace Game {{ {Labels} }}"), "global", "First"),
            Silent.Library(compiler.Parse($"namespace Game {{ {Labels} }}"))
        );
    }

    /// <summary>A type of the project comes before one of the same name in another assembly.</summary>
    [Fact]
    public void In_two_assemblies()
    {
        var compiler = new HeadCompiler(Framework.Current);
        Silent.Compile(
            compiler,
            heads: 2,
            [
                $"#pragma warning disable CS0436\nextern alias First; namespace Game {{ {Labels} }} "
                    + Head("Own", "Game.Labels")
                    + Head("OfFirst", "First::Game.Labels"),
            ],
            Silent.Library(compiler.Parse($"namespace Game {{ {Labels} }}"), "global", "First")
        );
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Nested_and_hidden(LanguageVersion language) =>
        Silent.Compile(
            new HeadCompiler(Framework.Current) { Language = language },
            heads: 4,
            [
                "class Outer { private enum Labels { A, B } [SoftmaxGen.SoftmaxHead(Labels = typeof(Labels))] private partial class Head { } }".Replace(
                    "class Outer",
                    "partial class Outer",
                    StringComparison.Ordinal
                ),
                "partial class Head { [SoftmaxGen.SoftmaxHead(Labels = typeof(Labels))] private partial class Inner { } private enum Labels : ulong { A, B } }",
                "namespace Game.Game.System { partial class SoftmaxGen { private protected enum Span : sbyte { A, B } [global::SoftmaxGen.SoftmaxHead(Labels = typeof(Span))] private protected partial class Head { } } }",
                "namespace @class { public enum @enum : ushort { A, B } [SoftmaxGen.SoftmaxHead(Labels = typeof(@enum))] public partial class @int { } }",
            ]
        );

    private static string Head(string name, string labels) =>
        $"[SoftmaxGen.SoftmaxHead(Labels = typeof({labels}))] public partial class {name} {{ }} ";
}
