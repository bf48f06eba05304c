using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Tests.Names;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What the compiler says about an enum is silenced where the head is declared, and says nothing in the generated file.</summary>
public class LabelWarningTests
{
    private const string Head =
        "[SoftmaxGen.SoftmaxHead(Labels = typeof(Game.E))] public static partial class Head { }";

    [Theory]
    [InlineData("[System.Obsolete]")]
    [InlineData("[System.Obsolete(\"Use another one.\")]")]
    [InlineData("[System.Obsolete(\"Use another one.\", DiagnosticId = \"GAME001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\"), System.Obsolete]")]
    public void An_enum_that_warns_wherever_it_is_named(string attributes) =>
        Compile(
            $$"""
            #pragma warning disable CS0612, CS0618, GAME001
            namespace Game { {{attributes}} public enum E { A, B, C } }
            {{Head}}
            """
        );

    [Theory]
    [InlineData("[System.Obsolete(\"Use another one.\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]")]
    public void An_enum_inside_of_a_type_that_warns(string attributes) =>
        Compile(
            $$"""
            #pragma warning disable CS0618, GAME001
            namespace Game { {{attributes}} public static class Outer { public enum E { A, B, C } } }
            {{Head.Replace("Game.E", "Game.Outer.E", StringComparison.Ordinal)}}
            """
        );

    [Theory]
    [InlineData("[System.Obsolete(\"Use another one.\", error: true)]", "[System.Obsolete]")]
    [InlineData(
        "[System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]",
        "[System.Diagnostics.CodeAnalysis.Experimental(\"GAME002\")]"
    )]
    public void A_head_that_is_marked_like_its_enum(string ofEnum, string ofHead) =>
        Compile($"namespace Game {{ {ofEnum} public enum E {{ A, B, C }} }} {ofHead} {Head}");

    [Fact]
    public void Members_may_warn() =>
        Compile($"namespace Game {{ public enum E {{ A, [System.Obsolete] B, C }} }} {Head}");

    [Theory]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]")]
    [InlineData("[module: System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"GAME001\")]", true)]
    public void An_enum_of_an_assembly_that_warns(string attribute, bool isOwn = false)
    {
        var labels = attribute + " namespace Game { public enum E { A, B, C } }";
        var compiler = new HeadCompiler(Framework.Current);
        MetadataReference[] others = isOwn ? [] : [Silent.Library(compiler.Parse(labels))];
        string[] sources = isOwn ? [labels, Head] : ["#pragma warning disable GAME001\n" + Head];
        Silent.Compile(compiler, 1, sources, others);
    }

    /// <summary>What cannot be written into a file is not.</summary>
    [Fact]
    public void A_diagnostic_id_that_is_no_identifier()
    {
        const string labels =
            "namespace Game { [System.Obsolete(\"\", DiagnosticId = \"A\\nB\"), System.Obsolete] public enum E { A, B, C } }";
        var files = new HeadCompiler(Framework.Current).Generate(labels, Head);
        Assert.DoesNotContain("A\nB", files["Head.SoftmaxHead.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public enum E { A, B, C }")]
    [InlineData("[System.CLSCompliant(false)] public enum E : uint { A, B, C }")]
    [InlineData("[System.CLSCompliant(false)] public enum E : sbyte { A, B, C }")]
    public void An_assembly_that_is_cls_compliant(string labels) =>
        Compile(
            $$"""
            [assembly: System.CLSCompliant(true)]
            namespace Game { {{labels}} }
            {{Head}}
            [SoftmaxGen.SoftmaxHead(Classes = 4, Element = typeof(double))] public partial class Four { }
            [SoftmaxGen.SigmoidHead(Outputs = 1)] public partial class One { }
            [SoftmaxGen.SigmoidHead(Outputs = 3)] public partial class Three { }
            """,
            heads: 4
        );

    [Fact]
    public void A_cls_compliant_assembly_and_an_enum_of_one_that_is_not()
    {
        var compiler = new HeadCompiler(Framework.Current);
        var library = Silent.Library(compiler.Parse("namespace Game { public enum E { A, B, C } }"));
        Silent.Compile(compiler, 1, ["[assembly: System.CLSCompliant(true)]\n" + Head], library);
    }

    private static void Compile(string source, int heads = 1) =>
        Silent.Compile(new HeadCompiler(Framework.Current), heads, [source]);
}
