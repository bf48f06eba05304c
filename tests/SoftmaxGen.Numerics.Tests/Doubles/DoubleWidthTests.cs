using System.Reflection;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Heads of doubles at every vector width, on any machine: each gives the bits of the same head in this assembly.</summary>
public class DoubleWidthTests
{
    private const double Effort = 0.1;

    // One to three vectors, tiles, passes and loops.
    private static readonly string[] Names = ["P2", "SW3", "T4", "W5", "M8", "TSIWM10", "I13", "TSIW28", "P33", "S100"];

    [Theory]
    [InlineData("net10.0", 512)]
    [InlineData("net10.0", 256)]
    [InlineData("net10.0", 128)]
    [InlineData("net8.0", 512)]
    [InlineData("net8.0", 256)]
    [InlineData("net8.0", 128)]
    public void Every_width_gives_the_same_bits(string framework, int bits) =>
        Check(Named(framework), ForcedWidth.Of(bits), ForcedWidth.ReplacedBy(bits));

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void The_instructions_of_Arm_give_the_same_bits(string framework) =>
        Check(Named(framework), ForcedWidth.Arm, SoftwareInstructions.Arm64);

    [Fact]
    public void Scalar_code_meets_the_bounds()
    {
        Assembly assembly = new HeadCompiler(Framework.NetStandard).Load(Declarations);
        Assert.All(Names, name => Softmax(assembly, name));
        Sigmoid(assembly);
    }

    private static Framework Named(string name) => name == Framework.Net8.Name ? Framework.Net8 : Framework.Current;

    private static string[] Declarations =>
        [
            .. Names.Select(name => WrittenSettings.Declaration(DoubleSuite.Named(name).Settings, name)),
            .. DoubleSigmoidKernels.Compiled.Select(head => new DoubleSigmoidKernels(head).Declaration),
        ];

    private static void Check(Framework framework, Func<string, string> edit, string replaced)
    {
        Assembly assembly = ForcedWidth.Compile(framework, edit, Declarations, replaced);
        NumericReport sigmoid = Sigmoid(assembly);
        if (CompiledHeads.DoublesArePinned)
            Assert.Equal(DoubleSigmoidChecks.CheckAll(DoubleSigmoidKernels.Compiled).Digest, sigmoid.Digest);
        foreach (string name in Names)
        {
            NumericReport forced = Softmax(assembly, name);
            if (CompiledHeads.DoublesArePinned)
                Assert.True(forced.Digest == DoubleSuite.Check(DoubleSuite.Named(name), Effort).Digest, name);
        }
    }

    private static NumericReport Softmax(Assembly assembly, string name) =>
        Passed(DoubleSuite.Check(new DoubleKernels(assembly.GetType(name, throwOnError: true)!), Effort));

    private static NumericReport Sigmoid(Assembly assembly) =>
        Passed(
            DoubleSigmoidChecks.CheckAll(
                DoubleSigmoidKernels.Compiled.Select(head => assembly.GetType(head.Name, throwOnError: true)!)
            )
        );

    private static NumericReport Passed(NumericReport report)
    {
        Assert.True(report.FailureCount == 0, report.Text());
        return report;
    }
}
