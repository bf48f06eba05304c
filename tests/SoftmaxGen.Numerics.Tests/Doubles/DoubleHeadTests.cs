using System.Reflection;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The suite of doubles on the heads that the generator wrote into this assembly.</summary>
public class DoubleHeadTests
{
    public static TheoryData<string> Names => [.. DoubleSuite.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Head_meets_the_contract(string name)
    {
        NumericReport report = DoubleSuite.Check(DoubleSuite.Named(name));
        Assert.True(report.FailureCount == 0, report.Text());
    }

    [Fact]
    public void Sigmoid_heads_meet_the_contract()
    {
        NumericReport report = DoubleSigmoidChecks.CheckAll(DoubleSigmoidKernels.Compiled);
        Assert.True(report.FailureCount == 0, report.Text());
    }

    /// <summary>The same names of members and parameters: exceptions name the latter.</summary>
    [Fact]
    public void Members_are_those_of_floats()
    {
        Assert.Equal(Signatures(typeof(Head10)), Signatures(typeof(DoubleHeads.P10)));
        Assert.Equal(Signatures(typeof(Outputs10)), Signatures(typeof(DoubleSigmoidHeads.D10)));
    }

    private static IEnumerable<string> Signatures(Type head) =>
        head.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(method =>
                $"{Element(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{Element(p.ParameterType)} {p.Name}"))})"
            )
            .Order(StringComparer.Ordinal);

    private static string Element(Type type) =>
        type.ToString()
            .Replace("System.Single", "T", StringComparison.Ordinal)
            .Replace("System.Double", "T", StringComparison.Ordinal);
}
