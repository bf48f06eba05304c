using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What options become in a plan: constants of the element type, each rounded once, and nothing where they change nothing.</summary>
public class OptionPlanTests
{
    [Theory]
    [InlineData(nameof(ElementType.Float))]
    [InlineData(nameof(ElementType.Double))]
    public void Defaults_change_nothing(string element)
    {
        var plan = OptionPlan.Of(new SoftmaxOptions(3, Element: Enum.Parse<ElementType>(element)));

        Assert.Equal(new OptionPlan(null, null, null, ZeroWhereMasked: false), plan);
        Assert.False(plan.HasRowWeights);
    }

    [Fact]
    public void A_plan_has_the_options_of_its_head()
    {
        var options = new SoftmaxOptions(
            3,
            new LabelType("global::E", "byte"),
            Temperature: 0.1,
            IgnoreIndex: 7,
            ClassWeights: Weights(1, 2, 3),
            FullyMasked: FullyMaskedRow.Zero
        );

        var plan = KernelPlanner.Plan(options, new TargetModel(default, false, false)).Options;

        Assert.Equal(TemperaturePlan.Of(0.1f, ElementType.Float), plan.Temperature);
        Assert.Equal(LossPlan.Of(options), plan.Losses);
        Assert.Equal(new IgnorePlan(7, IsClass: false), plan.IgnoreIndex);
        Assert.True(plan.ZeroWhereMasked);
    }

    [Fact]
    public void The_temperature_of_doubles_is_kept() =>
        Assert.Equal(
            TemperaturePlan.Of(0.1, ElementType.Double),
            OptionPlan.Of(new SoftmaxOptions(3, Element: ElementType.Double, Temperature: 0.1)).Temperature
        );

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void An_ignored_label_may_be_a_class(int label, bool isClass) =>
        Assert.Equal(
            new IgnorePlan(label, isClass),
            OptionPlan.Of(new SoftmaxOptions(3, IgnoreIndex: label)).IgnoreIndex
        );

    [Fact]
    public void Rows_count_differently_with_an_ignored_label_or_weights()
    {
        Assert.True(OptionPlan.Of(new SoftmaxOptions(2, IgnoreIndex: -1)).HasRowWeights);
        Assert.True(OptionPlan.Of(new SoftmaxOptions(2, ClassWeights: Weights(1, 2))).HasRowWeights);
        Assert.False(OptionPlan.Of(new SoftmaxOptions(2, LabelSmoothing: 0.5)).HasRowWeights);
    }

    [Fact]
    public void Smoothing_is_spread_over_the_classes() =>
        Assert.Equal(
            new LossPlan(0.25, null, Weights(0.75), Weights(0.0625), TotalSmoothing: 0.25),
            LossPlan.Of(new SoftmaxOptions(4, LabelSmoothing: 0.25))
        );

    [Fact]
    public void Weights_alone_are_the_factors_of_targets()
    {
        var plan = LossPlan.Of(new SoftmaxOptions(3, ClassWeights: Weights(2, 0.5, 0)));

        Assert.Equal(new LossPlan(0, Weights(2, 0.5, 0), Weights(2, 0.5, 0), null, TotalSmoothing: 0), plan);
        Assert.True(plan!.IsWeighted);
    }

    [Fact]
    public void Smoothing_is_weighted_as_targets_are()
    {
        var plan = LossPlan.Of(new SoftmaxOptions(4, LabelSmoothing: 0.25, ClassWeights: Weights(2, 0.5, 0, 1)));

        Assert.Equal(
            new LossPlan(
                0.25,
                Weights(2, 0.5, 0, 1),
                Weights(1.5, 0.375, 0, 0.75),
                Weights(0.125, 0.03125, 0, 0.0625),
                TotalSmoothing: 0.21875
            ),
            plan
        );
    }

    [Theory]
    [InlineData(new[] { 1.0, 0 }, true)]
    [InlineData(new[] { 1.0, 2 }, false)]
    [InlineData(new[] { 0.0, 0 }, true)]
    [InlineData(new[] { 1.0, 1e-60 }, true)]
    public void A_class_counts_nothing_where_its_weight_as_an_element_is_0(double[] weights, bool hasZero) =>
        Assert.Equal(hasZero, LossPlan.Of(new SoftmaxOptions(2, ClassWeights: Weights(weights)))!.HasZeroWeight);

    [Fact]
    public void Without_weights_every_class_counts()
    {
        var plan = LossPlan.Of(new SoftmaxOptions(2, LabelSmoothing: 0.5))!;
        Assert.False(plan.HasZeroWeight);
        Assert.False(plan.IsWeighted);
    }

    /// <summary>What is too small for the element type is no smoothing.</summary>
    [Fact]
    public void Smoothing_that_is_0_as_an_element_changes_nothing()
    {
        Assert.Null(LossPlan.Of(new SoftmaxOptions(2, LabelSmoothing: 1e-60)));
        Assert.NotNull(LossPlan.Of(new SoftmaxOptions(2, Element: ElementType.Double, LabelSmoothing: 1e-60)));
        Assert.Null(SmoothingOf(new SigmoidOptions(2, LabelSmoothing: 1e-60)));
        Assert.NotNull(SmoothingOf(new SigmoidOptions(2, ElementType.Double, LabelSmoothing: 1e-60)));
    }

    /// <summary>The option is rounded, then the formula in double, then its value.</summary>
    [Fact]
    public void Constants_of_floats_are_rounded_before_and_after_the_formula()
    {
        var plan = LossPlan.Of(new SoftmaxOptions(3, LabelSmoothing: 0.1, ClassWeights: Weights(0.1, 0.2, 0.7)))!;

        const double smoothing = 0.1f;
        Assert.Equal(Weights(0.1f, 0.2f, 0.7f), plan.ClassWeights);
        Assert.Equal(
            Weights((float)((1 - smoothing) * 0.1f), (float)((1 - smoothing) * 0.2f), (float)((1 - smoothing) * 0.7f)),
            plan.TargetFactors
        );
        Assert.Equal(
            Weights((float)(smoothing / 3 * 0.1f), (float)(smoothing / 3 * 0.2f), (float)(smoothing / 3 * 0.7f)),
            plan.Smoothing
        );
        Assert.Equal((float)(smoothing / 3 * ((double)0.1f + 0.2f + 0.7f)), plan.TotalSmoothing);
    }

    [Fact]
    public void Constants_of_doubles_are_the_formula_in_double()
    {
        var plan = LossPlan.Of(
            new SoftmaxOptions(2, null, ElementType.Double, LabelSmoothing: 0.1, ClassWeights: Weights(0.1, 0.7))
        )!;

        Assert.Equal(
            new LossPlan(
                0.1,
                Weights(0.1, 0.7),
                Weights(0.9 * 0.1, 0.9 * 0.7),
                Weights(0.05 * 0.1, 0.05 * 0.7),
                0.05 * (0.1 + 0.7)
            ),
            plan
        );
    }

    [Fact]
    public void Smoothing_moves_a_target_of_an_output_towards_one_half()
    {
        Assert.Equal(new TargetSmoothing(0.75, 0.125), SmoothingOf(new SigmoidOptions(2, LabelSmoothing: 0.25)));
        Assert.Equal(
            new TargetSmoothing(0.9, 0.05),
            SmoothingOf(new SigmoidOptions(2, ElementType.Double, LabelSmoothing: 0.1))
        );
    }

    [Fact]
    public void Weights_of_outputs_are_none_or_one_for_each()
    {
        var target = new TargetModel(default, false, false);
        Assert.False(SigmoidPlanner.Plan(new SigmoidOptions(2), target).IsWeighted);
        Assert.True(SigmoidPlanner.Plan(new SigmoidOptions(2, PositiveWeights: Weights(1, 2)), target).IsWeighted);
    }

    private static TargetSmoothing? SmoothingOf(SigmoidOptions options) =>
        SigmoidPlanner.Plan(options, new TargetModel(default, false, false)).Smoothing;

    private static EquatableArray<double> Weights(params double[] weights) => weights.ToEquatableArray();
}
