using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The whole numeric suite on the heads that the generator wrote into this assembly.</summary>
public class HeadTests
{
    public static TheoryData<int> Classes => [.. ClassCounts.All];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Head_meets_the_contract(int classes)
    {
        NumericReport report = NumericSuite.Check(CompiledHeads.Kernels(classes), CompiledHeads.ArePinned);
        Assert.True(report.FailureCount == 0, report.Text());
    }
}
