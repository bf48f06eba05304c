using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Every rule that a declaration breaks is named, beside what the compiler says.</summary>
public class ManyRuleTests
{
    [Theory]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 1, Temperature = 0, LabelSmoothing = 2, Element = typeof(int))] class Head { }",
        "SMG0001 SMG0002 SMG0012 SMG0013 SMG0014"
    )]
    [InlineData(
        "[SoftmaxGen.SoftmaxHead(Classes = 2, ClassWeights = new double[] { -1 }, FullyMasked = (SoftmaxGen.FullyMasked)9)] partial class Head { int Sample; int Classes; }",
        "SMG0004 SMG0004 SMG0015 SMG0016 SMG0017"
    )]
    [InlineData(
        "[SoftmaxGen.SigmoidHead(LabelSmoothing = -1, PositiveWeights = new[] { double.NaN })] file class Head { }",
        "SMG0002 SMG0003 SMG0006 SMG0014 SMG0016"
    )]
    [InlineData(
        "enum E { A, B = 5 } class Outer { [SoftmaxGen.SoftmaxHead(Labels = typeof(E), Classes = 3, ClassWeights = new double[] { 1 })] class Head { } }",
        "SMG0002 SMG0002 SMG0009 SMG0011"
    )]
    [InlineData(
        "enum E { A, B = 5 } [SoftmaxGen.SoftmaxHead(Labels = typeof(E)), SoftmaxGen.SigmoidHead(Outputs = 0)] partial class Head { }",
        "SMG0007 SMG0009"
    )]
    public async Task All_of_them(string source, string rules) => Assert.Equal(rules, await RulesOf(source));

    /// <summary>Nothing is known of the arguments then, but the declaration is what it is.</summary>
    [Theory]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = Missing.X, Temperature = -1)] class Head { }", "SMG0002")]
    [InlineData(
        "[SoftmaxGen.SigmoidHead(Outputs = 0, Element = typeof(Missing))] partial class Head { int Sigmoid; }",
        "SMG0004"
    )]
    public async Task With_arguments_that_the_compiler_rejects_those_of_the_declaration(string source, string rules) =>
        Assert.Equal(rules, await RulesOf(source));

    /// <summary>Constants of a class that is no enum are nobody's labels.</summary>
    [Fact]
    public async Task Labels_are_no_enum_whatever_its_constants_are() =>
        Assert.Equal(
            "SMG0008",
            await RulesOf(
                "class E { public const int A = Missing.X; } [SoftmaxGen.SoftmaxHead(Labels = typeof(E))] partial class Head { }"
            )
        );

    [Theory]
    [InlineData("[Other.SoftmaxHead(Classes = 1)] class Head { }")]
    [InlineData("[Other.SigmoidHead(Classes = 1)] class Head { }")]
    public async Task None_for_attributes_of_other_namespaces(string source) =>
        Assert.Equal(
            "",
            await RulesOf(
                "namespace Other { class SoftmaxHeadAttribute : System.Attribute { public int Classes; } class SigmoidHeadAttribute : SoftmaxHeadAttribute { } } "
                    + source
            )
        );

    /// <summary>Of a head that declares nothing, and of one that more is asked about.</summary>
    [Theory]
    [InlineData("8.0", "Head", "SMG0005")]
    [InlineData("8.0", "Head<T>", "SMG0005")]
    [InlineData("9.0", "Head", "")]
    [InlineData("9.0", "Head<T>", "")]
    public async Task The_language_is_at_least_9(string version, string type, string rules)
    {
        Assert.True(LanguageVersionFacts.TryParse(version, out var language));
        var compilation = new HeadCompiler(Framework.Current) { Language = language }.Parse(
            $"[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class {type} {{ }}"
        );
        Assert.Equal(rules, RulesIn(await Declared.Analyze(compilation)));
    }

    /// <summary>An attribute without its arguments, while a user types, says nothing about who wrote the member.</summary>
    [Fact]
    public async Task A_member_is_not_generated_where_its_attribute_is_unfinished() =>
        Assert.Equal(
            "SMG0004",
            await RulesOf(
                "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { [System.CodeDom.Compiler.GeneratedCode] static int Predict(System.ReadOnlySpan<float> x) => 0; }"
            )
        );

    /// <summary>While a user types, a name is missing. There is no file to write for it then, and nothing to throw.</summary>
    [Theory]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class { }")]
    [InlineData("partial class { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }")]
    [InlineData(
        "partial class { partial class Outer { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } } }"
    )]
    [InlineData("namespace { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }")]
    [InlineData("namespace A. { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }")]
    [InlineData("namespace .B { [SoftmaxGen.SigmoidHead(Outputs = 3)] partial class Head { } }")]
    public void No_code_without_a_name(string source) =>
        Assert.Empty(new HeadCompiler(Framework.Current).Generate(source));

    private static async Task<string> RulesOf(string source) =>
        RulesIn(await Declared.Analyze(new HeadCompiler(Framework.Current).Parse(source)));

    private static string RulesIn(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(" ", diagnostics.Select(diagnostic => diagnostic.Id).Order());
}
