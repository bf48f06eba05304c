using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The plan of a class count by its name: the policy of docs/kernel-plans.md as a table.</summary>
public class PlannerTests
{
    private static readonly TargetModel AllVectors = Target(128, 256, 512);

    [Theory]
    [InlineData(2, "c2_v512t16u2_v256t8u2_v128fillt4u2_scalarx2")]
    [InlineData(3, "c3_v512t16u1_v256t8u1_v128fillt4u1_scalarx3")]
    [InlineData(4, "c4_v512t16u4_v256t8u4_v128x1t4u4_scalarx4")]
    [InlineData(5, "c5_v512t16u1_v256joint8_v128x2t4_scalarx5")]
    [InlineData(7, "c7_v512t16_v256joint8_v128x2t4_scalarx7")]
    [InlineData(8, "c8_v512t16u4_v256x1t8_v128x2t4_scalarx8")]
    [InlineData(9, "c9_v512t16_v256x2t8_v128x3t4_scalarloop")]
    [InlineData(10, "c10_v512t16u2_v256x2t8_v128x3t4_scalarloop")]
    [InlineData(12, "c12_v512t16u4_v256x2t8_v128x3t4_scalarloop")]
    [InlineData(13, "c13_v512p16_v256x2t8_v128x4t4_scalarloop")]
    [InlineData(16, "c16_v512p16_v256x2t8_v128x4t4_scalarloop")]
    [InlineData(17, "c17_v512x2t16_v256x3t8_v128x5t4_scalarloop")]
    [InlineData(29, "c29_v512x2p16_v256x4p8_v128x8p4_scalarloop")]
    [InlineData(32, "c32_v512x2p16_v256x4p8_v128x8p4_scalarloop")]
    [InlineData(33, "c33_v512x3p16_v256x5p8_v128loopp4_scalarloop")]
    [InlineData(64, "c64_v512x4p16_v256x8p8_v128loopp4_scalarloop")]
    [InlineData(65, "c65_v512loopp16_v256loopp8_v128loopp4_scalarloop")]
    [InlineData(256, "c256_v512loopp16_v256loopp8_v128loopp4_scalarloop")]
    [InlineData(257, "c257_v512loop_v256loop_v128loop_scalarloop")]
    [InlineData(1 << 20, "c1048576_v512loop_v256loop_v128loop_scalarloop")]
    public void Widths_and_shapes(int classes, string name) =>
        Assert.Equal(name, KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).Name);

    [Theory]
    [InlineData(2, "c2d_v512t8_v256t4_v128x1t2_scalarx2")]
    [InlineData(3, "c3d_v512t8_v256joint4_v128x2t2_scalarx3")]
    [InlineData(4, "c4d_v512t8_v256x1t4_v128x2t2_scalarx4")]
    [InlineData(8, "c8d_v512t8_v256x2t4_v128x4t2_scalarx8")]
    [InlineData(10, "c10d_v512x2t8_v256x3t4_v128x5t2_scalarloop")]
    [InlineData(17, "c17d_v512x3t8_v256x5t4_v128x9t2_scalarloop")]
    [InlineData(25, "c25d_v512x4t8_v256x7t4_v128x13p2_scalarloop")]
    [InlineData(29, "c29d_v512x4p8_v256x8p4_v128x15p2_scalarloop")]
    [InlineData(33, "c33d_v512x5p8_v256loopp4_v128loopp2_scalarloop")]
    [InlineData(65, "c65d_v512loopp8_v256loopp4_v128loopp2_scalarloop")]
    [InlineData(257, "c257d_v512loop_v256loop_v128loop_scalarloop")]
    public void Widths_and_shapes_of_doubles(int classes, string name) =>
        Assert.Equal(name, KernelPlanner.Plan(OfDoubles(classes), AllVectors).Name);

    [Theory]
    [InlineData("Float")]
    [InlineData("Double")]
    public void Every_small_class_count_has_the_vectors_it_needs(string element)
    {
        for (var classes = 2; classes <= 64; classes++)
        {
            var options = element == "Double" ? OfDoubles(classes) : new SoftmaxOptions(classes);
            foreach (var row in KernelPlanner.Plan(options, AllVectors).Rows.Where(row => row.Shape != RowShape.Filled))
            {
                var known = row.Shape == RowShape.Joined ? row.Lanes / 2 : row.FullVectors * row.Lanes;
                Assert.Equal(classes, known + row.TailClasses);
                Assert.InRange(row.TailClasses, 0, row.Lanes - 1);
            }
        }
    }

    [Fact]
    public void Names_from_2_to_64()
    {
        var names = Enumerable
            .Range(2, 63)
            .Select(classes => KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).Name);
        Snapshot.Verify(string.Join("\n", names) + "\n", "all");
    }

    /// <summary>The rows of a tile that is read without gaps fill its vectors, and units fill rows.</summary>
    [Fact]
    public void Units_divide_rows_and_vectors()
    {
        var batches =
            from classes in Enumerable.Range(2, 63)
            from batch in KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).Batches
            where batch.UnitClasses > 0
            select (classes, batch);
        Assert.NotEmpty(batches);
        Assert.All(
            batches,
            item =>
            {
                Assert.Equal(BatchShape.Tiled, item.batch.Shape);
                Assert.Equal(0, item.classes % item.batch.UnitClasses);
                Assert.Equal(0, item.batch.Lanes % item.batch.UnitClasses);
            }
        );
    }

    /// <summary>Rows that are left over, fewer than a vector has lanes, are taken by a row kernel that the machine runs.</summary>
    [Fact]
    public void Every_batch_width_has_a_row_layout()
    {
        for (var classes = 2; classes <= 300; classes++)
        {
            var plan = KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors);
            Assert.Subset(
                plan.Batches.Select(batch => batch.Lanes).ToHashSet(),
                plan.Rows.Select(row => row.Lanes).ToHashSet()
            );
            Assert.All(plan.Batches, batch => Assert.InRange(plan.RowOf(batch).Lanes, 4, batch.Lanes));
            Assert.All(plan.Batches, batch => Assert.Equal(plan.Rows.First().SumsInGroups, batch.SumsInGroups));
        }
    }

    /// <summary>The plan, not the width or the layout, says how a term is divided: all must give the same bits.</summary>
    [Theory]
    [InlineData(7, nameof(QuotientMethod.Division))]
    [InlineData(8, nameof(QuotientMethod.Reciprocal))]
    public void Quotients_of_many_classes_use_a_reciprocal(int classes, string method) =>
        Assert.Equal(method, KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).Quotient.ToString());

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    [InlineData(1 << 20, true)]
    public void Sums_of_more_than_16_classes_go_on_in_double(int classes, bool inDouble) =>
        Assert.All(
            KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).Rows,
            row => Assert.Equal(inDouble, row.SumsInGroups)
        );

    /// <summary>One group of 32 classes is added plainly. Only from two on is there something to lose between them.</summary>
    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    [InlineData(1 << 20, true)]
    public void Sums_of_more_than_32_doubles_keep_what_is_rounded_off(int classes, bool compensated) =>
        Assert.All(
            KernelPlanner.Plan(OfDoubles(classes), AllVectors).Rows,
            row => Assert.Equal((compensated, false), (row.SumsInGroups, row.WidensSums))
        );

    [Theory]
    [InlineData(4, nameof(QuotientMethod.Division))]
    [InlineData(5, nameof(QuotientMethod.Reciprocal))]
    public void Quotients_of_doubles_use_a_reciprocal_from_fewer_classes_on(int classes, string method) =>
        Assert.Equal(method, KernelPlanner.Plan(OfDoubles(classes), AllVectors).Quotient.ToString());

    /// <summary>No row of doubles is filled up or read without gaps, and what a loop takes at a time is there.</summary>
    [Fact]
    public void Rows_of_doubles_fill_a_vector_and_a_turn_of_a_loop()
    {
        for (var classes = 2; classes <= 300; classes++)
        {
            var plan = KernelPlanner.Plan(OfDoubles(classes), AllVectors);
            Assert.All(plan.Rows, row => Assert.NotEqual(RowShape.Filled, row.Shape));
            Assert.All(plan.Batches, batch => Assert.Equal(0, batch.UnitClasses));
            Assert.All(plan.Batches, batch => Assert.InRange(plan.RowOf(batch).Lanes, 2, batch.Lanes));
            Assert.All(
                plan.Rows.Where(row => row.Shape == RowShape.Looped),
                row => Assert.InRange(classes, KernelPlanner.GroupClasses + 1, int.MaxValue)
            );
        }
    }

    /// <summary>What no more than so many vectors take is inlined.</summary>
    [Theory]
    [InlineData(48, false)]
    [InlineData(49, true)]
    [InlineData(64, false)]
    public void Long_rows_of_doubles_in_narrow_vectors_call_the_logarithm(int classes, bool isOwn) =>
        Assert.Equal(isOwn, KernelPlanner.Plan(OfDoubles(classes), AllVectors).Rows.Last().OwnLogarithm);

    private static SoftmaxOptions OfDoubles(int classes) => new(classes) { Element = ElementType.Double };

    [Theory]
    [InlineData(1024, 1024)]
    [InlineData(1025, 128)]
    public void Sample_holds_a_row_or_a_piece_of_it_on_the_stack(int classes, int buffer) =>
        Assert.Equal(buffer, KernelPlanner.Plan(new SoftmaxOptions(classes), AllVectors).SampleBuffer);

    [Theory]
    [InlineData(new int[0], "c20_scalarloop")]
    [InlineData(new[] { 128 }, "c20_v128x5t4_scalarloop")]
    [InlineData(new[] { 128, 256 }, "c20_v256x3t8_v128x5t4_scalarloop")]
    public void Only_the_widths_of_the_target(int[] vectors, string name) =>
        Assert.Equal(name, KernelPlanner.Plan(new SoftmaxOptions(20), Target(vectors)).Name);

    private static TargetModel Target(params int[] vectors) =>
        new(vectors.ToEquatableArray(), PortableMath: true, AggressiveOptimization: true);
}
