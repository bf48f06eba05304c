using System.Reflection;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Every vector width on any machine: heads are compiled while the test runs, with the choice of the width replaced.
/// Vectors that the machine does not have are computed by the framework in narrower ones, to the same bits.
/// </summary>
public class ForcedWidthTests
{
    // The checks run often enough on the heads of this assembly; here the framework's fallback is slow.
    private const double Effort = 0.1;

    private static readonly int[] ClassCounts =
    [
        .. Enumerable.Range(2, 16),
        20,
        24,
        25,
        31,
        32,
        33,
        47,
        48,
        49,
        63,
        64,
        65,
        66,
        96,
        100,
        129,
        255,
        1000,
        1025,
    ];

    private static readonly int[] FewClassCounts = [2, 3, 4, 5, 10, 16, 17, 20, 32, 33, 100];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_gives_the_pinned_bits(int bits) =>
        CheckWidth(Framework.Current, ForcedWidth.Of(bits), ClassCounts, ForcedWidth.ReplacedBy(bits));

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_gives_the_pinned_bits_with_the_machines_own_instructions(int bits) =>
        CheckWidth(Framework.Net8, ForcedWidth.Of(bits), FewClassCounts, ForcedWidth.ReplacedBy(bits));

    [Theory]
    [InlineData("net8.0", false)]
    [InlineData("net10.0", true)]
    public void Without_fused_multiply_add_vectors_give_the_pinned_bits(string framework, bool hasAvx) =>
        CheckWidth(Named(framework), ForcedWidth.Unfused(hasAvx), FewClassCounts, replaced: "");

    /// <summary>The same text runs on Arm, where other instructions shuffle and multiply.</summary>
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_instructions_of_Arm_give_the_pinned_bits(string framework) =>
        CheckWidth(Named(framework), ForcedWidth.Arm, FewClassCounts, replaced: SoftwareInstructions.Arm64);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scalar_code_meets_the_bounds(bool checkedArithmetic)
    {
        int[] classCounts = [2, 3, 4, 7, 8, 9, 33, 100, 1000, 1025];
        var compiler = new HeadCompiler(Framework.NetStandard) { CheckedArithmetic = checkedArithmetic };
        var assembly = compiler.Load(Declarations(classCounts));
        Assert.All(classCounts, classes => Check(assembly, classes, fused: false));
        CheckSigmoid(compiler.Load(SigmoidDeclarations));
    }

    private static Framework Named(string framework) =>
        framework == Framework.Net8.Name ? Framework.Net8 : Framework.Current;

    private static void CheckWidth(Framework framework, Func<string, string> edit, int[] classCounts, string replaced)
    {
        var assembly = ForcedWidth.Compile(framework, edit, Declarations(classCounts), replaced);
        Assert.All(classCounts, classes => Check(assembly, classes, fused: true));

        // Sigmoid heads need no instruction that is written out.
        NumericReport sigmoid = CheckSigmoid(ForcedWidth.Compile(framework, edit, SigmoidDeclarations, replaced: ""));
        if (CompiledHeads.ArePinned)
            Assert.Equal(SigmoidSuite.CheckCompiled(Effort).Digest, sigmoid.Digest);
    }

    private static string[] Declarations(IEnumerable<int> classCounts) =>
        [
            .. classCounts.Select(classes =>
                $"[SoftmaxGen.SoftmaxHead(Classes = {classes})] public static partial class Head{classes} {{ }}"
            ),
        ];

    private static void Check(Assembly assembly, int classes, bool fused)
    {
        var head = HeadKernels.Bind(assembly.GetType($"Head{classes}", throwOnError: true)!);
        NumericReport report = NumericSuite.Check(head, fused, Effort);
        Assert.True(report.FailureCount == 0, report.Text());
    }

    private static NumericReport CheckSigmoid(Assembly assembly)
    {
        NumericReport report = SigmoidSuite.CheckAll(name => assembly.GetType(name, throwOnError: true)!, Effort);
        Assert.True(report.FailureCount == 0, report.Text());
        return report;
    }

    private static string[] SigmoidDeclarations => [.. SigmoidOptionsOfHead.All.Select(options => options.Declaration)];
}
