using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The layouts of sigmoid heads, and their options as elements.</summary>
public class SigmoidPlannerTests
{
    private static readonly TargetModel Newest = new(new[] { 128, 256, 512 }.ToEquatableArray(), true, true);
    private static readonly TargetModel WithoutVectors = new(default, false, false);

    [Theory]
    [InlineData(1, "o1_v512_v256_v128_scalar")]
    [InlineData(2, "o2_v512_v256_v128fill_scalar")]
    [InlineData(4, "o4_v512_v256_v128x1_scalar")]
    [InlineData(7, "o7_v512_v256join_v128x2_scalar")]
    [InlineData(10, "o10_v512_v256x2_v128x3_scalar")]
    [InlineData(17, "o17_v512x2_v256x3_v128loop_scalar")]
    [InlineData(64, "o64_v512x4_v256loop_v128loop_scalar")]
    [InlineData(1000, "o1000_v512loop_v256loop_v128loop_scalar")]
    public void The_number_of_outputs_sets_the_layouts(int outputs, string name) =>
        Assert.Equal(name, SigmoidPlanner.Plan(new SigmoidOptions(outputs), Newest).Name);

    [Theory]
    [InlineData(3, "o3d_v512_v256join_v128x2_scalar")]
    [InlineData(9, "o9d_v512x2_v256x3_v128loop_scalar")]
    public void Doubles_take_twice_the_room(int outputs, string name) =>
        Assert.Equal(name, SigmoidPlanner.Plan(new SigmoidOptions(outputs, ElementType.Double), Newest).Name);

    [Fact]
    public void Without_vectors_there_is_scalar_code_alone()
    {
        var plan = SigmoidPlanner.Plan(new SigmoidOptions(10), WithoutVectors);
        Assert.Equal("o10_scalar", plan.Name);
        Assert.False(plan.HasVectors);
    }

    [Fact]
    public void Options_are_rounded_once_to_the_element_type()
    {
        var options = new SigmoidOptions(2, LabelSmoothing: 0.1, PositiveWeights: new[] { 0.1, 3 }.ToEquatableArray());

        var plan = SigmoidPlanner.Plan(options, Newest);

        Assert.Equal(new TargetSmoothing((float)(1 - (double)0.1f), 0.1f / 2), plan.Smoothing);
        Assert.Equal([0.1f, 3.0], plan.PositiveWeights);
    }

    [Fact]
    public void Equal_options_give_equal_plans() =>
        Assert.Equal(
            SigmoidPlanner.Plan(new SigmoidOptions(5, PositiveWeights: new[] { 1.0 }.ToEquatableArray()), Newest),
            SigmoidPlanner.Plan(new SigmoidOptions(5, PositiveWeights: new[] { 1.0 }.ToEquatableArray()), Newest)
        );
}
