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

    private const string Runs = "(System.Environment.ProcessorCount > 0)";
    private const string DoesNotRun = "(System.Environment.ProcessorCount < 0)";

    private static readonly (int Bits, string Condition)[] Widths =
    [
        (512, "Vector512.IsHardwareAccelerated"),
        (256, "Vector256.IsHardwareAccelerated && Fma.IsSupported"),
        (128, "Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.Arm64.IsSupported)"),
    ];

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
        CheckWidth(
            Framework.Current,
            Force(bits),
            ClassCounts,
            replaced: bits == 512 ? SoftwareInstructions.Avx512 : ""
        );

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_gives_the_pinned_bits_with_the_machines_own_instructions(int bits) =>
        CheckWidth(
            Framework.Net8,
            Force(bits),
            FewClassCounts,
            replaced: bits == 512 ? SoftwareInstructions.Avx512 : ""
        );

    /// <summary>The same text runs on Arm, where other instructions shuffle and multiply.</summary>
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_instructions_of_Arm_give_the_pinned_bits(string framework) =>
        CheckWidth(
            framework == Framework.Net8.Name ? Framework.Net8 : Framework.Current,
            text => ForceArm(Force(128)(text)),
            FewClassCounts,
            replaced: SoftwareInstructions.Arm64
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scalar_code_meets_the_bounds(bool checkedArithmetic)
    {
        int[] classCounts = [2, 3, 4, 7, 8, 9, 33, 100, 1000, 1025];
        var compiler = new HeadCompiler(Framework.NetStandard) { CheckedArithmetic = checkedArithmetic };
        var assembly = Compile(compiler, classCounts);
        Assert.All(classCounts, classes => Check(assembly, classes, fused: false));
        CheckSigmoid(compiler);
    }

    private static void CheckWidth(Framework framework, Func<string, string> edit, int[] classCounts, string replaced)
    {
        List<string> edited = [];
        var compiler = new HeadCompiler(framework)
        {
            Edit = text =>
            {
                edited.Add(edit(text));
                return edited[^1];
            },
            Additions = SoftwareInstructions.Sources,
        };
        var assembly = Compile(compiler, classCounts);
        Assert.Contains(edited, text => text.Contains(replaced, StringComparison.Ordinal));
        Assert.All(classCounts, classes => Check(assembly, classes, fused: true));

        NumericReport sigmoid = CheckSigmoid(compiler);
        if (CompiledHeads.Fused)
            Assert.Equal(SigmoidSuite.CheckCompiled(Effort).Digest, sigmoid.Digest);
    }

    private static Assembly Compile(HeadCompiler compiler, IEnumerable<int> classCounts) =>
        compiler.Load([
            .. classCounts.Select(classes =>
                $"[SoftmaxGen.SoftmaxHead(Classes = {classes})] public static partial class Head{classes} {{ }}"
            ),
        ]);

    private static void Check(Assembly assembly, int classes, bool fused)
    {
        var head = HeadKernels.Bind(assembly.GetType($"Head{classes}", throwOnError: true)!);
        NumericReport report = NumericSuite.Check(head, fused, Effort);
        Assert.True(report.FailureCount == 0, report.Text());
    }

    private static NumericReport CheckSigmoid(HeadCompiler compiler)
    {
        Assembly assembly = compiler.Load([.. SigmoidOptionsOfHead.All.Select(options => options.Declaration)]);
        NumericReport report = SigmoidSuite.CheckAll(name => assembly.GetType(name, throwOnError: true)!, Effort);
        Assert.True(report.FailureCount == 0, report.Text());
        return report;
    }

    /// <summary>
    /// Chooses a width, or the widest below it that the class count has. Instructions of AVX-512, which this machine may
    /// not have, are written out as loops.
    /// </summary>
    private static Func<string, string> Force(int bits) =>
        text =>
        {
            Assert.Contains(Widths[^1].Condition, text, StringComparison.Ordinal);
            string edited = Widths.Aggregate(
                text,
                (edited, width) =>
                    edited.Replace(width.Condition, width.Bits <= bits ? Runs : DoesNotRun, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(".IsHardwareAccelerated", edited, StringComparison.Ordinal);
            if (bits < 512)
                return edited;
            edited = edited.Replace("Avx512F.", SoftwareInstructions.Avx512, StringComparison.Ordinal);
            Assert.DoesNotContain("Avx512", edited, StringComparison.Ordinal);
            return edited;
        };

    /// <summary>Takes the branches of Arm, whose instructions are written out as loops.</summary>
    private static string ForceArm(string text)
    {
        string edited = text.Replace("Sse.IsSupported", DoesNotRun, StringComparison.Ordinal)
            .Replace("Fma.IsSupported", DoesNotRun, StringComparison.Ordinal)
            .Replace("AdvSimd.Arm64.", SoftwareInstructions.Arm64, StringComparison.Ordinal)
            .Replace("AdvSimd.", SoftwareInstructions.Arm, StringComparison.Ordinal);
        Assert.DoesNotContain("AdvSimd", edited, StringComparison.Ordinal);
        return edited;
    }
}
