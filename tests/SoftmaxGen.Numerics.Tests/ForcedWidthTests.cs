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
        (128, "Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.IsSupported)"),
    ];

    private static readonly int[] ClassCounts =
    [
        2,
        3,
        4,
        5,
        7,
        8,
        9,
        12,
        15,
        16,
        17,
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

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_gives_the_pinned_bits(int bits)
    {
        var assembly = Compile(new HeadCompiler(Framework.Current) { Edit = Force(bits) }, ClassCounts);
        Assert.All(ClassCounts, classes => Check(assembly, classes, fused: true));
    }

    [Theory]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_gives_the_pinned_bits_with_the_machines_own_instructions(int bits)
    {
        int[] classCounts = [3, 4, 10, 17, 33, 100];
        var assembly = Compile(new HeadCompiler(Framework.Net8) { Edit = Force(bits) }, classCounts);
        Assert.All(classCounts, classes => Check(assembly, classes, fused: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scalar_code_meets_the_bounds(bool checkedArithmetic)
    {
        int[] classCounts = [2, 3, 4, 7, 8, 9, 33, 100, 1000, 1025];
        var compiler = new HeadCompiler(Framework.NetStandard) { CheckedArithmetic = checkedArithmetic };
        var assembly = Compile(compiler, classCounts);
        Assert.All(classCounts, classes => Check(assembly, classes, fused: false));
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

    /// <summary>Chooses a width, or the widest below it that the class count has.</summary>
    private static Func<string, string> Force(int bits) =>
        text =>
        {
            Assert.Contains(Widths[^1].Condition, text, StringComparison.Ordinal);
            return Widths.Aggregate(
                text,
                (edited, width) =>
                    edited.Replace(width.Condition, width.Bits <= bits ? Runs : DoesNotRun, StringComparison.Ordinal)
            );
        };
}
