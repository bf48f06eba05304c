using System.Reflection;
using System.Text.RegularExpressions;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Heads whose choice of the vector width is replaced before they are compiled.</summary>
internal static class ForcedWidth
{
    private const string Runs = "(System.Environment.ProcessorCount > 0)";
    private const string DoesNotRun = "(System.Environment.ProcessorCount < 0)";

    private static readonly (int Bits, string Condition)[] Widths =
    [
        (512, "Vector512.IsHardwareAccelerated"),
        (256, "Vector256.IsHardwareAccelerated && Fma.IsSupported"),
        (128, "Sse2.IsSupported || AdvSimd.Arm64.IsSupported"),
        // Of doubles; and of what floats do with it.
        (128, HasFused),
    ];

    private const string HasFused = "Fma.IsSupported || AdvSimd.Arm64.IsSupported";

    public static Assembly Compile(
        Framework framework,
        Func<string, string> edit,
        string[] declarations,
        string replaced
    )
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
        var assembly = compiler.Load(declarations);
        Assert.Contains(edited, text => text.Contains(replaced, StringComparison.Ordinal));
        Assert.Contains(edited, text => text.Contains(Runs, StringComparison.Ordinal));
        return assembly;
    }

    /// <summary>What must occur in the edited text of some head.</summary>
    public static string ReplacedBy(int bits) => bits == 512 ? SoftwareInstructions.Avx512 : "";

    /// <summary>
    /// Chooses a width, or the widest below it that the class count has. Instructions of AVX-512, which this machine may
    /// not have, are written out as loops.
    /// </summary>
    public static Func<string, string> Of(int bits) =>
        text =>
        {
            string edited = Widths.Aggregate(
                text,
                (edited, width) =>
                    edited.Replace(width.Condition, width.Bits <= bits ? Runs : DoesNotRun, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(".IsHardwareAccelerated", edited, StringComparison.Ordinal);
            if (bits < 512)
                return edited;
            edited = WithoutAlias(edited, "Avx512F")
                .Replace("Avx512F.", SoftwareInstructions.Avx512, StringComparison.Ordinal);
            Assert.DoesNotContain("Avx512", edited, StringComparison.Ordinal);
            return edited;
        };

    /// <summary>Chooses what machines without fused multiply-add run: vectors of 128 bits, with AVX or with SSE alone.</summary>
    public static Func<string, string> Unfused(bool hasAvx) =>
        text =>
            Of(128)(text.Replace(HasFused, DoesNotRun, StringComparison.Ordinal))
                .Replace("Avx.IsSupported", hasAvx ? Runs : DoesNotRun, StringComparison.Ordinal);

    /// <summary>Takes the branches of Arm, whose instructions are written out as loops.</summary>
    public static string Arm(string text)
    {
        string edited = WithoutAlias(Of(128)(text), "AdvSimd")
            .Replace("Sse.IsSupported", DoesNotRun, StringComparison.Ordinal)
            .Replace("Fma.IsSupported", DoesNotRun, StringComparison.Ordinal)
            .Replace("AdvSimd.Arm64.", SoftwareInstructions.Arm64, StringComparison.Ordinal)
            .Replace("AdvSimd.", SoftwareInstructions.Arm, StringComparison.Ordinal);
        Assert.DoesNotContain("AdvSimd", edited, StringComparison.Ordinal);
        return edited;
    }

    /// <summary>A file names each class of instructions once more, where it says what it means.</summary>
    private static string WithoutAlias(string text, string name) =>
        Regex.Replace(text, $@"^ +using {name} = .*\n", "", RegexOptions.Multiline);
}
