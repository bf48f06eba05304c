using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The reference meets the contract itself: fewer rows, since the heads run them all.</summary>
public class PinnedReferenceTests
{
    private const double Effort = 0.1;

    public static TheoryData<int> Classes => [.. ClassCounts.Searched];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Reference_meets_the_contract(int classes)
    {
        NumericReport report = NumericSuite.Check(PinnedHead.Kernels(classes), fused: false, Effort);
        Assert.True(report.FailureCount == 0, report.Text());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Sum_of_five_is_in_the_canonical_order(int seed)
    {
        var random = new SeededRandom(seed);
        float[] e = new float[5];
        foreach (ref float term in e.AsSpan())
            term = random.Between(0, 1);
        Assert.Equal(((e[0] + e[4]) + e[2]) + (e[1] + e[3]), CanonicalSum.Of(e));
    }
}
