using Microsoft.CodeAnalysis;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What is legal but hardly meant: a remark, and the code that was asked for.</summary>
public class HeadAdviceTests
{
    [Theory]
    [InlineData("Classes = 3, ClassWeights = [|new double[] { 0, 0, 0 }|]")]
    [InlineData("Classes = 3, ClassWeights = [|new double[] { 0, -0.0, 1e-60 }|]")]
    [InlineData("Classes = 2, LabelSmoothing = 0.1, ClassWeights = [|new double[] { 0, 0 }|]")]
    [InlineData("Classes = 2, Element = typeof(double), ClassWeights = [|new double[] { 0, 0 }|]")]
    public Task Class_weights_that_are_all_0_are_a_warning(string arguments) =>
        Advises("SMG0019", DiagnosticSeverity.Warning, $"[SoftmaxHead({arguments})]");

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public async Task Weights_are_0_as_elements(string element) =>
        Assert.Contains(
            $"are 0, also after rounding to {element}, so",
            Assert
                .Single(
                    await Declared.Analyze(
                        Parse(
                            $"[SoftmaxHead(Classes = 2, Element = typeof({element}), ClassWeights = new double[] {{ 0, 0 }})]"
                        )
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Classes = 3, IgnoreIndex = [|0|]")]
    [InlineData("Classes = 3, IgnoreIndex = [|2|]")]
    [InlineData("Labels = typeof(E), IgnoreIndex = [|(int)E.B|]")]
    public Task An_ignored_class_is_a_suggestion(string arguments) =>
        Advises("SMG0020", DiagnosticSeverity.Info, $"[SoftmaxHead({arguments})]");

    [Theory]
    [InlineData("SoftmaxHead(Classes = 3, ClassWeights = [|new double[] { 1, 1, 1 }|])")]
    [InlineData("SoftmaxHead(Classes = 2, ClassWeights = [|new double[] { 1.00000001, 1 }|])")]
    [InlineData("SigmoidHead(Outputs = 1, PositiveWeights = [|new[] { 1.0 }|])")]
    public Task Weights_that_are_all_1_are_a_suggestion(string attribute) =>
        Advises("SMG0021", DiagnosticSeverity.Info, $"[{attribute}]");

    [Theory]
    [InlineData("SoftmaxHead(Classes = 3, ClassWeights = new double[] { 0, 0, 1 })")]
    [InlineData("SoftmaxHead(Classes = 3, ClassWeights = new double[] { 1, 1, 1.5 })")]
    [InlineData("SoftmaxHead(Classes = 3, ClassWeights = new double[] { 2, 2, 2 })")]
    [InlineData("SoftmaxHead(Classes = 3, ClassWeights = null)")]
    [InlineData("SoftmaxHead(Classes = 2, Element = typeof(double), ClassWeights = new double[] { 0, 1e-60 })")]
    [InlineData("SoftmaxHead(Classes = 2, Element = typeof(double), ClassWeights = new double[] { 1.00000001, 1 })")]
    [InlineData("SoftmaxHead(Classes = 3, IgnoreIndex = -1)")]
    [InlineData("SoftmaxHead(Classes = 3, IgnoreIndex = 3)")]
    [InlineData("SoftmaxHead(Labels = typeof(E), IgnoreIndex = 2)")]
    [InlineData("SigmoidHead(Outputs = 2, PositiveWeights = new double[] { 0, 1 })")]
    [InlineData("SigmoidHead(Outputs = 2, PositiveWeights = new double[] { 0, 0 })")]
    public async Task Others_are_silent(string attribute) =>
        Assert.Empty(await Declared.Analyze(Parse($"[{attribute}]")));

    /// <summary>The errors come first.</summary>
    [Theory]
    [InlineData("SMG0013", "SoftmaxHead(Classes = 3, IgnoreIndex = 0, Temperature = 0)")]
    [InlineData("SMG0015", "SoftmaxHead(Classes = 3, ClassWeights = new double[] { 1, 1 })")]
    [InlineData("SMG0015", "SoftmaxHead(Classes = 3, ClassWeights = new double[0])")]
    public async Task A_head_without_code_gets_no_advice(string rule, string attribute) =>
        Assert.Equal(rule, Assert.Single(await Declared.Analyze(Parse($"[{attribute}]"))).Id);

    [Fact]
    public async Task What_the_compiler_rejects_gets_no_advice() =>
        Assert.Empty(
            await Declared.Analyze(Parse("[SoftmaxHead(Classes = 3, IgnoreIndex = 0, Element = typeof(Missing))]"))
        );

    [Fact]
    public async Task Advice_can_be_suppressed_for_a_head() =>
        Assert.Empty(
            await Declared.Analyze(
                Parse(
                    "#pragma warning disable SMG0020 // class 0 is the background\n[SoftmaxHead(Classes = 3, IgnoreIndex = 0)]\n#pragma warning restore SMG0020\n"
                )
            )
        );

    private static async Task Advises(string rule, DiagnosticSeverity severity, string marked)
    {
        var attribute = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        var diagnostic = Assert.Single(await Declared.Analyze(Parse(attribute)));

        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(severity, diagnostic.Descriptor.DefaultSeverity);
        Assert.DoesNotContain("{", diagnostic.GetMessage(), StringComparison.Ordinal);
        var start = marked.IndexOf("[|", StringComparison.Ordinal) + 2;
        Assert.Equal(
            marked[start..marked.IndexOf("|]", StringComparison.Ordinal)],
            diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)
        );
        Assert.NotEmpty(new HeadCompiler(Framework.Current).Generate(Source(attribute)));
    }

    private static Compilation Parse(string attribute) => new HeadCompiler(Framework.Current).Parse(Source(attribute));

    private static string Source(string attribute) =>
        $"using SoftmaxGen; enum E {{ A, B }}\n{attribute} partial class Head {{ }}";
}
