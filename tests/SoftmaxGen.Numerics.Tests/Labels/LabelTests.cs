using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Heads whose labels are members of an enum, on the heads that the generator wrote into this assembly.</summary>
public class LabelTests
{
    [Fact]
    public void Members_for_an_enum_give_what_those_for_numbers_give()
    {
        NumericReport report = LabelSuite.Check();
        Assert.True(report.FailureCount == 0, report.Text());
    }
}
