using System.Reflection;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Some of the heads with options at every vector width, on any machine: each gives the bits of the same head in this
/// assembly, which runs at the machine's own width.
/// </summary>
public class OptionWidthTests
{
    private const double Effort = 0.1;

    // Filled and joined vectors, tiles, passes, and loops.
    private static readonly string[] Names =
    [
        "T2",
        "TM3",
        "SIW3",
        "TS4",
        "SW5",
        "TSIWM7",
        "W8",
        "TSIWM10",
        "TSIWM16",
        "SI20",
        "TSIWM28",
        "S31",
        "SW33",
        "TSIWM40",
        "WM64",
        "TW300",
    ];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Every_width_gives_the_same_bits(int bits) =>
        Check(Framework.Current, ForcedWidth.Of(bits), ForcedWidth.ReplacedBy(bits));

    [Theory]
    [InlineData(256)]
    [InlineData(128)]
    public void Every_width_gives_the_same_bits_with_the_machines_own_instructions(int bits) =>
        Check(Framework.Net8, ForcedWidth.Of(bits), ForcedWidth.ReplacedBy(bits));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_fused_multiply_add_vectors_give_the_same_bits(bool hasAvx) =>
        Check(Framework.Current, ForcedWidth.Unfused(hasAvx), replaced: "");

    [Fact]
    public void The_instructions_of_Arm_give_the_same_bits() =>
        Check(Framework.Current, ForcedWidth.Arm, SoftwareInstructions.Arm64);

    [Fact]
    public void Scalar_code_meets_the_bounds()
    {
        Assembly assembly = new HeadCompiler(Framework.NetStandard).Load(Declarations);
        Assert.All(Names, name => Check(assembly, name));
    }

    private static string[] Declarations => [.. Names.Select(name => OptionHead.Named(name).Declaration(name))];

    private static void Check(Framework framework, Func<string, string> edit, string replaced)
    {
        Assembly assembly = ForcedWidth.Compile(framework, edit, Declarations, replaced);
        foreach (string name in Names)
        {
            NumericReport forced = Check(assembly, name);
            if (CompiledHeads.ArePinned)
                Assert.True(forced.Digest == OptionSuite.Check(OptionHead.Named(name), Effort).Digest, name);
        }
    }

    private static NumericReport Check(Assembly assembly, string name)
    {
        NumericReport report = OptionSuite.Check(OptionHead.Bind(assembly.GetType(name, throwOnError: true)!), Effort);
        Assert.True(report.FailureCount == 0, $"{name}: {report.Text()}");
        return report;
    }
}
