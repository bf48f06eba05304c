using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>A head that cannot be generated gets no code and an error that says how to mend it.</summary>
public class DeclarationRuleTests
{
    [Theory]
    [InlineData("SMG0001", "[SoftmaxGen.SoftmaxHead] partial class Head { }")]
    [InlineData("SMG0001", "[SoftmaxGen.SoftmaxHead(Classes = 1)] partial class Head { }")]
    [InlineData("SMG0001", "[SoftmaxGen.SoftmaxHead(Classes = -4)] partial class Head { }")]
    [InlineData("SMG0001", "[SoftmaxGen.SoftmaxHead(Classes = 1048577)] partial class Head { }")]
    [InlineData("SMG0002", "[SoftmaxGen.SoftmaxHead(Classes = 4)] class Head { }")]
    [InlineData("SMG0002", "class Outer { [SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { } }")]
    [InlineData("SMG0003", "[SoftmaxGen.SoftmaxHead(Classes = 4)] file partial class Head { }")]
    [InlineData(
        "SMG0003",
        "file partial class Outer { [SoftmaxGen.SoftmaxHead(Classes = 4)] public partial class Head { } }"
    )]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Softmax { }")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { int Classes => 3; }")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial record Head(int Classes);")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head<Predict> { }")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { class Softmax { } }")]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { int Predict(System.ReadOnlySpan<float> scores) => 0; }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head(int Classes) { public int N => Classes; }"
    )]
    [InlineData(
        "SMG0004",
        "abstract class Base { public abstract int Predict(System.ReadOnlySpan<float> scores); } [SoftmaxGen.SoftmaxHead(Classes = 4)] abstract partial class Head : Base { }"
    )]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class PredictBatch { }")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { int CrossEntropyBatch; }")]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void SoftmaxBatch(System.ReadOnlySpan<float> x, System.Span<float> y) { } }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void LogSoftmaxBatch(System.ReadOnlySpan<float> x, System.Span<float> y) { } }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void PredictBatch(System.ReadOnlySpan<float> x, System.Span<int> y) { } }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static float CrossEntropyBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> y, SoftmaxGen.Reduction r) => 0; }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void CrossEntropyBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<float> y, System.Span<float> z) { } }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static float CrossEntropyFromProbabilitiesBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<float> y, SoftmaxGen.Reduction r) => 0; }"
    )]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static float CrossEntropyGradientBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> y, System.Span<float> z, SoftmaxGen.Reduction r) => 0; }"
    )]
    public async Task A_broken_rule_is_one_error_and_no_code(string rule, string source)
    {
        var compiler = new HeadCompiler(Framework.Current);
        var diagnostics = await Declared.Analyze(compiler.Parse(source));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.DoesNotContain("{", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(compiler.Generate(source));
    }

    [Fact]
    public async Task An_old_language_version_is_an_error()
    {
        var compiler = new HeadCompiler(Framework.NetStandard) { Language = LanguageVersion.CSharp7_3 };
        var compilation = CSharpCompilation.Create(
            "Old",
            [
                CSharpSyntaxTree.ParseText(
                    """
                    namespace SoftmaxGen { class SoftmaxHeadAttribute : System.Attribute { public int Classes { get; set; } } enum Reduction { Mean, Sum } }
                    [SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { }
                    """,
                    new CSharpParseOptions(LanguageVersion.CSharp7_3)
                ),
            ],
            Framework.NetStandard.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

        var diagnostic = Assert.Single(await Declared.Analyze(compilation));

        Assert.Equal("SMG0005", diagnostic.Id);
        Assert.Contains("7.3", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(compiler.Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees);
    }

    [Theory]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { }")]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = 1048576)] partial class Head { }")]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static int Predict(float[] scores) => 0; }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static int Predict<T>(System.ReadOnlySpan<float> scores) => 0; }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static int Predict(in System.ReadOnlySpan<float> scores) => 0; }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { [System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")] static int Predict(int s) => 0; }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void SoftmaxBatch(float[] x, float[] y) { } }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static void PredictBatch(System.ReadOnlySpan<float> x, System.Span<long> y) { } }"
    )]
    [InlineData(
        "enum Reduction { } [SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static float CrossEntropyBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> y, Reduction r) => 0; }"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { static float CrossEntropyGradientBatch(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> y, System.Span<float> z) => 0; }"
    )]
    [InlineData("class NotAHead { }")]
    public async Task A_valid_declaration_is_silent_before_and_after_generation(string source)
    {
        var compiler = new HeadCompiler(Framework.Current);
        Assert.Empty(await Declared.Analyze(compiler.Parse(source)));
        Assert.Empty(await Declared.Analyze(compiler.Compile(source)));
    }

    /// <summary>While a user types, an attribute may lack its arguments.</summary>
    [Fact]
    public async Task An_unfinished_attribute_breaks_nothing()
    {
        const string source =
            "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { [System.CodeDom.Compiler.GeneratedCode] static int Predict(int s) => 0; }";
        var compiler = new HeadCompiler(Framework.Current);
        Assert.Contains("Head.SoftmaxHead.g.cs", compiler.Generate(source).Keys);
        Assert.Empty(await Declared.Analyze(compiler.Parse(source)));
    }

    [Fact]
    public async Task A_head_in_a_generated_file_is_checked()
    {
        var diagnostics = await Declared.Analyze(
            new HeadCompiler(Framework.Current).Parse(
                "// <auto-generated/>\n[SoftmaxGen.SoftmaxHead(Classes = 1)] partial class Head { }"
            )
        );
        Assert.Equal("SMG0001", Assert.Single(diagnostics).Id);
    }
}
