using SoftmaxGen.Generators.Models;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The numbers and types that the options of a softmax head may have, at both sides of each limit.</summary>
public class OptionRuleTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(1048576)]
    public async Task Class_counts_in_their_range_are_kept(int classes) =>
        Assert.Equal(
            new SoftmaxOptions(classes),
            await Declared.OptionsOf($"[SoftmaxGen.SoftmaxHead(Classes = {classes})] partial class Head {{ }}")
        );

    [Theory]
    [InlineData("Element = typeof(int)", "'int'")]
    [InlineData("Element = typeof(System.Half)", "'System.Half'")]
    [InlineData("Element = typeof(decimal)", "'decimal'")]
    [InlineData("Element = typeof(float[])", "'float[]'")]
    [InlineData("Element = typeof(double?)", "'double?'")]
    public Task Elements_are_float_or_double(string option, string message) =>
        Declared.Breaks("SMG0012", Head(option), message);

    [Theory]
    [InlineData("Temperature = 0", "is 0:")]
    [InlineData("Temperature = -1", "is -1:")]
    [InlineData("Temperature = double.NaN", "NaN")]
    [InlineData("Temperature = double.PositiveInfinity", "Infinity")]
    [InlineData("Temperature = double.NegativeInfinity", "-Infinity")]
    [InlineData("Temperature = 1e-60", "is 1E-60:")]
    [InlineData("Temperature = 1e300", "is 1E+300:")]
    [InlineData("Temperature = 1048576.1", "1048576.1")]
    [InlineData("Temperature = 9.5367425e-7", "9.5367425E-07")]
    [InlineData("Element = typeof(double), Temperature = 1048576.0000000002", "1048576.0000000002")]
    [InlineData("Element = typeof(double), Temperature = 9.536743164062498e-7", "9.536743164062498E-07")]
    public Task Temperatures_have_a_range(string option, string message) =>
        Declared.Breaks("SMG0013", Head(option), message);

    [Theory]
    [InlineData("Temperature = 1048576", 1048576)]
    [InlineData("Temperature = 1.0 / 1048576", 1.0 / 1048576)]
    [InlineData("Temperature = 0.1f", 0.1f)]
    [InlineData("Element = typeof(double), Temperature = 1048576", 1048576)]
    [InlineData("Element = typeof(double), Temperature = 1.0 / 1048576", 1.0 / 1048576)]
    [InlineData("Temperature = 1048576.0000000002", 1048576.0000000002)]
    public async Task Temperatures_in_their_range_are_kept(string option, double temperature) =>
        Assert.Equal(temperature, (await Options(option)).Temperature);

    [Theory]
    [InlineData("LabelSmoothing = 1", "is 1:")]
    [InlineData("LabelSmoothing = 10", "is 10:")]
    [InlineData("LabelSmoothing = -0.1", "is -0.1:")]
    [InlineData("LabelSmoothing = -1e-60", "is -1E-60:")]
    [InlineData("LabelSmoothing = double.NaN", "is NaN:")]
    [InlineData("LabelSmoothing = double.PositiveInfinity", "Infinity")]
    [InlineData("LabelSmoothing = 0.99999999", "rounding to float")]
    [InlineData("LabelSmoothing = 1.0, Element = typeof(double)", "rounding to double")]
    public Task Smoothing_is_below_1(string option, string message) =>
        Declared.Breaks("SMG0014", Head(option), message);

    [Theory]
    [InlineData("LabelSmoothing = 0.1", 0.1)]
    [InlineData("LabelSmoothing = 0.9999999", 0.9999999)]
    [InlineData("LabelSmoothing = 1e-60", 1e-60)]
    [InlineData("Element = typeof(double), LabelSmoothing = 0.99999999", 0.99999999)]
    public async Task Smoothing_in_its_range_is_kept(string option, double smoothing) =>
        Assert.Equal(smoothing, (await Options(option)).LabelSmoothing);

    [Theory]
    [InlineData("new double[0]", "has the length 0, and Classes is 3")]
    [InlineData("new double[] { 1, 2 }", "has the length 2")]
    [InlineData("new double[] { 1, 2, 3, 4 }", "has the length 4")]
    public Task There_is_a_weight_for_each_class(string weights, string message) =>
        Declared.Breaks("SMG0015", Head($"ClassWeights = {weights}"), message);

    [Fact]
    public Task More_than_4096_classes_have_no_weights() =>
        Declared.Breaks(
            "SMG0015",
            Weighted(4097),
            "Classes is 4097: write that many values, which is possible up to 4096"
        );

    [Fact]
    public async Task Up_to_4096_classes_have_weights() =>
        Assert.Equal(4096, ((SoftmaxOptions)await Declared.OptionsOf(Weighted(4096))).ClassWeights.Count);

    [Theory]
    [InlineData("new double[] { 1, -1, 1 }", "ClassWeights[1] of 'Head' is -1:")]
    [InlineData("new double[] { 1, -1e-60, 1 }", "ClassWeights[1] of 'Head' is -1E-60:")]
    [InlineData("new double[] { 1, 1, double.NaN }", "ClassWeights[2] of 'Head' is NaN:")]
    [InlineData("new double[] { double.PositiveInfinity, -1, 1 }", "ClassWeights[0] of 'Head' is Infinity:")]
    [InlineData("new double[] { 1e300, 1, 1 }", "largest float")]
    [InlineData("new double[] { 1, double.PositiveInfinity, 1 }, Element = typeof(double)", "largest double")]
    public Task Weights_are_finite_and_not_negative(string weights, string message) =>
        Declared.Breaks("SMG0016", Head($"ClassWeights = {weights}"), message);

    [Theory]
    [InlineData("new double[] { 0, 1, 2.5 }", 0, 1, 2.5)]
    [InlineData("new[] { 1f, 2.0, 3 }", 1, 2, 3)]
    [InlineData("new double[] { 3.4028235e38, 1e-60, 0 }", 3.4028235e38, 1e-60, 0)]
    [InlineData("new double[] { 1e300, double.MaxValue, 0 }, Element = typeof(double)", 1e300, double.MaxValue, 0)]
    public async Task Weights_are_kept(string weights, double first, double second, double third) =>
        Assert.Equal([first, second, third], (await Options($"ClassWeights = {weights}")).ClassWeights);

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("2")]
    public Task FullyMasked_is_one_of_its_members(string value) =>
        Declared.Breaks("SMG0017", Head($"FullyMasked = (FullyMasked)({value})"), $"is {value},");

    [Fact]
    public async Task FullyMasked_may_be_Zero() =>
        Assert.Equal(FullyMaskedRow.Zero, (await Options("FullyMasked = FullyMasked.Zero")).FullyMasked);

    [Theory]
    [InlineData("IgnoreIndex = -100", -100)]
    [InlineData("IgnoreIndex = 0", 0)]
    [InlineData("IgnoreIndex = 2", 2)]
    [InlineData("IgnoreIndex = int.MinValue", int.MinValue)]
    public async Task IgnoreIndex_is_in_force_when_it_is_written(string option, int ignored) =>
        Assert.Equal(ignored, (await Options(option)).IgnoreIndex);

    [Fact]
    public async Task Elements_may_be_double() =>
        Assert.Equal(ElementType.Double, (await Options("Element = typeof(double)")).Element);

    [Theory]
    [InlineData("Temperature = 1")]
    [InlineData("LabelSmoothing = 0")]
    [InlineData("LabelSmoothing = -0.0")]
    [InlineData("Element = typeof(float)")]
    [InlineData("Element = null")]
    [InlineData("Labels = null")]
    [InlineData("ClassWeights = null")]
    [InlineData("FullyMasked = FullyMasked.NaN")]
    public async Task A_default_that_is_written_changes_nothing(string option)
    {
        var options = await Options(option);
        Assert.Equal(new SoftmaxOptions(3), options);
        Assert.False(double.IsNegative(options.LabelSmoothing));
    }

    [Fact]
    public async Task A_weight_of_negative_zero_is_0() =>
        Assert.All(
            (await Options("ClassWeights = new double[] { -0.0, -0.0, -0.0 }")).ClassWeights,
            weight => Assert.False(double.IsNegative(weight))
        );

    [Fact]
    public async Task All_options_stand_together() =>
        Assert.Equal(
            new SoftmaxOptions(
                3,
                Labels: null,
                ElementType.Double,
                Temperature: 2,
                LabelSmoothing: 0.1,
                IgnoreIndex: -1,
                new[] { 1.0, 2.0, 3.0 }.ToEquatableArray(),
                FullyMaskedRow.Zero
            ),
            await Options(
                "Element = typeof(double), Temperature = 2, LabelSmoothing = 0.1, IgnoreIndex = -1, ClassWeights = new double[] { 1, 2, 3 }, FullyMasked = FullyMasked.Zero"
            )
        );

    [Theory]
    [InlineData("Temperature = \"hot\"")]
    [InlineData("Temperature = Missing.Value")]
    [InlineData("Element = typeof(Missing)")]
    [InlineData("ClassWeights = new double[] { 1, Missing.Value, 3 }")]
    [InlineData("ClassWeights = new[] { 1, 2, 3 }")]
    [InlineData("Labels = typeof(Missing)")]
    [InlineData("Classes = Missing.Count")]
    public Task What_the_compiler_rejects_is_left_to_it(string option) => Declared.IsLeftToTheCompiler(Head(option));

    [Theory]
    [InlineData("4")]
    [InlineData("Classes = ")]
    [InlineData("Classes = \"four\"")]
    public Task A_class_count_that_the_compiler_rejects_is_left_to_it(string arguments) =>
        Declared.IsLeftToTheCompiler($"[SoftmaxGen.SoftmaxHead({arguments})] partial class Head {{ }}");

    private static async Task<SoftmaxOptions> Options(string option) =>
        (SoftmaxOptions)await Declared.OptionsOf(Head(option));

    private static string Head(string option) =>
        $"using SoftmaxGen; [SoftmaxHead(Classes = 3, {option})] partial class Head {{ }}";

    private static string Weighted(int classes) =>
        $"[SoftmaxGen.SoftmaxHead(Classes = {classes}, ClassWeights = new double[] {{ {string.Join(", ", Enumerable.Repeat("1", classes))} }})] partial class Head {{ }}";
}
