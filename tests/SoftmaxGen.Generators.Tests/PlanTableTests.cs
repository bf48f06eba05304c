using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>All that is decided for small heads, and at both sides of each limit for larger ones.</summary>
public class PlanTableTests
{
    private static readonly TargetModel AllVectors = Target(portableMath: true, 128, 256, 512);

    /// <summary>Above 130 only those around a limit.</summary>
    private static readonly int[] Counts =
    [
        .. Enumerable.Range(2, 129),
        .. new[] { 255, 256, 257, 1023, 1024, 1025, (1 << 20) - 1, 1 << 20 },
    ];

    private static readonly ElementType[] Elements = [ElementType.Float, ElementType.Double];

    [Theory]
    [InlineData(nameof(ElementType.Float))]
    [InlineData(nameof(ElementType.Double))]
    public void Softmax(string element) =>
        Snapshot.Verify(PlanTable.Of([.. Counts.Select(classes => Plan(classes, Parse(element)))]), element);

    [Theory]
    [InlineData(nameof(ElementType.Float))]
    [InlineData(nameof(ElementType.Double))]
    public void Sigmoid(string element) =>
        Snapshot.Verify(
            PlanTable.Of([.. Counts.Prepend(1).Select(outputs => SigmoidPlan(outputs, Parse(element)))]),
            element
        );

    [Fact]
    public void Rows_hold_each_element_once()
    {
        foreach (var element in Elements)
        {
            foreach (var count in Counts)
            {
                var plan = Plan(count, element);
                var rows = plan.Rows.Concat(plan.Batches.Select(batch => batch.Row)).Append(plan.Scalar);
                Assert.All(rows, row => AssertHolds(count, row));
                Assert.All(SigmoidPlan(count, element).Rows, row => AssertHolds(count, row));
            }
        }
    }

    private static void AssertHolds(int count, RowPlan row)
    {
        var (known, vectors) = row.Shape switch
        {
            RowShape.Filled => (0, 1),
            RowShape.Joined => (row.Lanes / 2, 1),
            _ => (row.FullVectors * row.Lanes, (count + row.Lanes - 1) / row.Lanes),
        };
        Assert.Equal((count, vectors), (known + row.TailClasses, row.Vectors));
        Assert.InRange(row.TailClasses, 0, row.Lanes - 1);
    }

    /// <summary>A width is planned alike whichever others there are, in the order in which a machine prefers them.</summary>
    [Theory]
    [InlineData]
    [InlineData(128)]
    [InlineData(128, 256)]
    [InlineData(256, 512, 128)]
    public void A_target_with_fewer_vectors_leaves_out_the_others(params int[] vectors)
    {
        var target = Target(portableMath: true, vectors);
        foreach (var element in Elements)
        {
            foreach (var count in Counts)
            {
                var (wide, narrow) = (Plan(count, element), Plan(count, element, target));
                Assert.Equal(wide.Rows.Where(row => vectors.Contains(row.Bits)), narrow.Rows);
                Assert.Equal(wide.Batches.Where(batch => vectors.Contains(batch.Bits)), narrow.Batches);
                Assert.Equal(
                    (wide.Scalar, wide.Quotient, wide.SampleBuffer, wide.Classes, wide.Element),
                    (narrow.Scalar, narrow.Quotient, narrow.SampleBuffer, narrow.Classes, narrow.Element)
                );

                var outputs = SigmoidPlan(count, element);
                var fewer = SigmoidPlan(count, element, target);
                Assert.Equal(outputs.Rows.Where(row => vectors.Contains(row.Bits)), fewer.Rows);
                Assert.Equal(outputs.Widths.Where(width => vectors.Contains(width.Bits)), fewer.Widths);
            }
        }
    }

    [Fact]
    public void The_mathematics_of_the_framework_changes_no_layout()
    {
        var older = Target(portableMath: false, 128, 256, 512);
        foreach (var element in Elements)
        {
            foreach (var count in Counts)
            {
                var (newest, plan) = (Plan(count, element), Plan(count, element, older));
                Assert.Equal(PlanTable.Of([newest]), PlanTable.Of([plan]));
                Assert.All(
                    newest.Rows.Concat(newest.Batches.Select(batch => batch.Row)).Append(newest.Scalar),
                    row => Assert.True(row.PortableMath)
                );
                Assert.All(
                    plan.Rows.Concat(plan.Batches.Select(batch => batch.Row)).Append(plan.Scalar),
                    row => Assert.False(row.PortableMath)
                );
                Assert.All(newest.Batches, batch => Assert.True(batch.PortableMath));
                Assert.All(plan.Batches, batch => Assert.False(batch.PortableMath));

                var outputs = SigmoidPlan(count, element, older);
                Assert.Equal(PlanTable.Of([SigmoidPlan(count, element)]), PlanTable.Of([outputs]));
                Assert.All(outputs.Rows, row => Assert.False(row.PortableMath));
                Assert.All(outputs.Widths, width => Assert.False(width.PortableMath));
            }
        }
    }

    [Fact]
    public void Each_attribute_has_a_plan_of_its_own_kind()
    {
        var softmax = HeadPlanner.Plan(Head(new SoftmaxOptions(3)), AllVectors);
        var sigmoid = HeadPlanner.Plan(Head(new SigmoidOptions(3)), AllVectors);

        Assert.Equal(Plan(3, ElementType.Float), Assert.IsType<SoftmaxHeadPlan>(softmax).Plan);
        Assert.Equal(SigmoidPlan(3, ElementType.Float), Assert.IsType<SigmoidHeadPlan>(sigmoid).Plan);
    }

    private static HeadModel Head(HeadOptions options) =>
        new(null, new[] { new TypeModel("class", "Head", "") }.ToEquatableArray(), false, options);

    private static KernelPlan Plan(int classes, ElementType element, TargetModel? target = null) =>
        KernelPlanner.Plan(new SoftmaxOptions(classes, Element: element), target ?? AllVectors);

    private static SigmoidPlan SigmoidPlan(int outputs, ElementType element, TargetModel? target = null) =>
        SigmoidPlanner.Plan(new SigmoidOptions(outputs, element), target ?? AllVectors);

    private static ElementType Parse(string element) => Enum.Parse<ElementType>(element);

    private static TargetModel Target(bool portableMath, params int[] vectors) =>
        new(vectors.ToEquatableArray(), portableMath, AggressiveOptimization: true);
}
