using SoftmaxGen.Generators.Models;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The options of a sigmoid head, at both sides of each limit.</summary>
public class SigmoidRuleTests
{
    [Theory]
    [InlineData("", "is 0:")]
    [InlineData("Outputs = 0", "is 0:")]
    [InlineData("Outputs = -1", "is -1:")]
    [InlineData("Outputs = 1048577", "is 1048577:")]
    public Task Outputs_have_a_range(string arguments, string message) =>
        Declared.Breaks("SMG0006", Head(arguments), message);

    [Theory]
    [InlineData(1)]
    [InlineData(1048576)]
    public async Task Outputs_in_their_range_are_kept(int outputs) =>
        Assert.Equal(new SigmoidOptions(outputs), await Declared.OptionsOf(Head($"Outputs = {outputs}")));

    [Theory]
    [InlineData("Element = typeof(long)", "SMG0012", "Element of 'Head' is 'long'")]
    [InlineData("LabelSmoothing = 1", "SMG0014", "is 1:")]
    [InlineData("LabelSmoothing = 0.99999999", "SMG0014", "rounding to float")]
    [InlineData("PositiveWeights = new double[] { 1 }", "SMG0015", "has the length 1, and Outputs is 2:")]
    [InlineData("PositiveWeights = new double[] { 1, 2, 3 }", "SMG0015", "has the length 3")]
    [InlineData("PositiveWeights = new double[] { 1, -2 }", "SMG0016", "PositiveWeights[1] of 'Head' is -2:")]
    [InlineData("PositiveWeights = new double[] { 1e300, 2 }", "SMG0016", "largest float")]
    [InlineData("PositiveWeights = new double[] { double.NaN, 2 }", "SMG0016", "is NaN:")]
    public Task Options_have_a_range(string option, string rule, string message) =>
        Declared.Breaks(rule, Head($"Outputs = 2, {option}"), message);

    [Fact]
    public async Task Weights_of_up_to_4096_outputs_are_possible()
    {
        static string Weighted(int outputs) =>
            Head(
                $"Outputs = {outputs}, PositiveWeights = new double[] {{ {string.Join(", ", Enumerable.Repeat("1", outputs))} }}"
            );
        await Declared.OptionsOf(Weighted(4096));
        await Declared.Breaks("SMG0015", Weighted(4097), "up to 4096");
    }

    [Fact]
    public Task Without_an_output_count_the_number_of_weights_is_not_judged() =>
        Declared.Breaks("SMG0006", Head("PositiveWeights = new double[] { 1, 2 }"));

    [Fact]
    public async Task All_options_stand_together() =>
        Assert.Equal(
            new SigmoidOptions(2, ElementType.Double, 0.25, new[] { 0.0, 1e300 }.ToEquatableArray()),
            await Declared.OptionsOf(
                Head(
                    "Outputs = 2, Element = typeof(double), LabelSmoothing = 0.25, PositiveWeights = new double[] { 0, 1e300 }"
                )
            )
        );

    [Theory]
    [InlineData("LabelSmoothing = 0")]
    [InlineData("Element = typeof(float)")]
    [InlineData("Element = null")]
    [InlineData("PositiveWeights = null")]
    public async Task A_default_that_is_written_changes_nothing(string option) =>
        Assert.Equal(new SigmoidOptions(2), await Declared.OptionsOf(Head($"Outputs = 2, {option}")));

    [Theory]
    [InlineData("3")]
    [InlineData("Outputs = \"two\"")]
    [InlineData("Outputs = 2, Element = typeof(Missing)")]
    [InlineData("Outputs = 2, PositiveWeights = new double[] { 1, Missing.Value }")]
    public Task What_the_compiler_rejects_is_left_to_it(string arguments) =>
        Declared.IsLeftToTheCompiler(Head(arguments));

    [Theory]
    [InlineData("SMG0002", "[SoftmaxGen.SigmoidHead(Outputs = 2)] class Head { }")]
    [InlineData("SMG0003", "[SoftmaxGen.SigmoidHead(Outputs = 2)] file partial class Head { }")]
    public Task Declarations_are_judged_as_those_of_softmax(string rule, string source) =>
        Declared.Breaks(rule, source);

    [Theory]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = 2), SoftmaxGen.SigmoidHead(Outputs = 2)] partial class Head { }")]
    [InlineData(
        "[SoftmaxGen.SigmoidHead(Outputs = 2)] partial class Head { } [SoftmaxGen.SoftmaxHead(Classes = 2)] partial class Head { }"
    )]
    public Task A_type_is_one_head(string source) =>
        Declared.Breaks("SMG0007", source, "'Head' has [SoftmaxHead] and [SigmoidHead]");

    [Theory]
    [InlineData(
        "[SoftmaxGen.SigmoidHead(Outputs = 2)] partial class Head { } [SoftmaxGen.SigmoidHead(Outputs = 3)] partial class Head { }"
    )]
    [InlineData("[SoftmaxGen.SoftmaxHead(Classes = 2), SoftmaxGen.SoftmaxHead(Classes = 2)] partial class Head { }")]
    public Task An_attribute_that_stands_twice_is_left_to_the_compiler(string source) =>
        Declared.IsLeftToTheCompiler(source);

    private static string Head(string arguments) => $"[SoftmaxGen.SigmoidHead({arguments})] partial class Head {{ }}";
}
