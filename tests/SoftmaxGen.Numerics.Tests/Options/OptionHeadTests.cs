using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The whole option suite on the heads that the generator wrote into this assembly.</summary>
public class OptionHeadTests
{
    public static TheoryData<string> Names => [.. OptionHead.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Head_meets_the_contract(string name)
    {
        NumericReport report = OptionSuite.Check(OptionHead.Named(name));
        Assert.True(report.FailureCount == 0, report.Text());
    }

    /// <summary>Each option and each pair of two, of the five that change results.</summary>
    [Fact]
    public void Every_pair_of_options_has_a_head()
    {
        const string initials = "TSIWM";
        string[] options = [.. OptionHead.Names.Select(name => name.TrimEnd("0123456789".ToCharArray())).Distinct()];
        foreach (char one in initials)
        foreach (char other in initials)
            Assert.Contains(options, name => name.Order().SequenceEqual(new[] { one, other }.Distinct().Order()));
    }

    [Fact]
    public void Names_tell_the_options()
    {
        foreach (string name in OptionHead.Names)
        {
            HeadSettings settings = OptionHead.Named(name).Settings;
            string expected =
                (settings.Temperature != 1 ? "T" : "")
                + (settings.LabelSmoothing != 0 ? "S" : "")
                + (settings.IgnoreIndex is not null ? "I" : "")
                + (settings.ClassWeights is not null ? "W" : "")
                + (settings.FullyMaskedIsZero ? "M" : "")
                + settings.Classes;
            Assert.Equal(expected, name);
        }
    }
}
