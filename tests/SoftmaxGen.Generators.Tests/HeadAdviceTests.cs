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
    [InlineData("byte", "-1")]
    [InlineData("byte", "256")]
    [InlineData("sbyte", "-129")]
    [InlineData("short", "int.MaxValue")]
    [InlineData("ushort", "-1")]
    [InlineData("uint", "-1")]
    [InlineData("ulong", "-100")]
    public Task An_ignored_label_that_cannot_be_is_a_warning(string underlying, string ignored) =>
        Advises(
            "SMG0025",
            DiagnosticSeverity.Warning,
            $"enum L : {underlying} {{ A, B }} [SoftmaxHead(Labels = typeof(L), IgnoreIndex = [|{ignored}|])]"
        );

    [Theory]
    [InlineData("Count")]
    [InlineData("COUNT")]
    [InlineData("ActCount")]
    [InlineData("ACT_COUNT")]
    [InlineData("_count")]
    [InlineData("NumActs")]
    [InlineData("NUM_ACTS")]
    [InlineData("NumberOfActs")]
    [InlineData("Num_Act")]
    [InlineData("ActsCount")]
    [InlineData("Sentinel")]
    public Task A_label_that_counts_the_others_is_a_suggestion(string last) =>
        Advises(
            "SMG0026",
            DiagnosticSeverity.Info,
            $"enum Act {{ {last} = 2, A = 0, B = 1 }} [SoftmaxHead(Labels = [|typeof(Act)|])]"
        );

    [Theory]
    [InlineData("byte", "A, B", "255")]
    [InlineData("sbyte", "A, B", "-1")]
    [InlineData("long", "A, B", "-1")]
    [InlineData("uint", "A, B", "7")]
    [InlineData("int", "Count, A", "-1")]
    [InlineData("int", "A, Discount", "-1")]
    [InlineData("int", "A, Account", "-1")]
    [InlineData("int", "A, Maximum", "-1")]
    [InlineData("int", "A, Number", "-1")]
    [InlineData("int", "A, Numb", "-1")]
    [InlineData("int", "A, MaxPower", "-1")]
    [InlineData("int", "Low, Mid, Max", "-1")]
    [InlineData("int", "Width, Length", "-1")]
    [InlineData("int", "A, HeadCount", "-1")]
    [InlineData("int", "A, NumLock", "-1")]
    [InlineData("int", "A, MaxValue", "-1")]
    public async Task Labels_of_all_kinds_are_silent(string underlying, string members, string ignored) =>
        Assert.Empty(
            await Declared.Analyze(
                Parse(
                    $"enum L : {underlying} {{ {members} }} [SoftmaxHead(Labels = typeof(L), IgnoreIndex = {ignored})]"
                )
            )
        );

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
