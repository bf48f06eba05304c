using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A method that the JIT does not inline runs unoptimized when a kernel first calls it, and costs a call for good. The
/// JIT's own list of what it compiled must hold the entry points only.
/// </summary>
public class InliningTests
{
    /// <summary>The largest code of each shape: most vectors, a tail, loops.</summary>
    private static readonly int[] ClassCounts = [2, 4, 10, 16, 20, 32, 33, 63, 64, 100, 130, 1000, 4096];

    [Theory]
    [InlineData(null)]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Every_private_method_is_inlined(string? disabled)
    {
        string list = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await ChildProcess.Run(
                "compile-entries",
                disabled,
                ("DOTNET_JitStdOutFile", list),
                ("DOTNET_JitDisasmSummary", "1")
            );

            string[] kernels =
            [
                .. File.ReadLines(list).Where(line => line.Contains("+SoftmaxKernel:", StringComparison.Ordinal)),
            ];
            Assert.True(kernels.Length >= ClassCounts.Length * 12, $"{kernels.Length} methods");
            Assert.All(kernels, line => Assert.Contains("FullOpts", line, StringComparison.Ordinal));
            Assert.All(kernels, line => Assert.Contains(NameIn(line), EntryPoints));
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>Compiles the entry points; what they call and do not inline is listed when it is called.</summary>
    internal static void CompileEntries()
    {
        foreach (int classes in ClassCounts)
            NumericSuite.Check(CompiledHeads.Kernels(classes), fused: false, effort: 0);
    }

    private static readonly string[] EntryPoints =
    [
        "Softmax",
        "LogSoftmax",
        "LogSumExp",
        "Predict",
        "Sample",
        "CrossEntropy",
        "CrossEntropyFromProbabilities",
        "CrossEntropyGradient",
        "SoftmaxGradient",
        "ThrowLength",
        "ThrowOverlap",
        "ThrowLabel",
        "ThrowUniform",
        "ThrowNoDistribution",
    ];

    private static string NameIn(string line)
    {
        string behind = line[(line.IndexOf("SoftmaxKernel:", StringComparison.Ordinal) + "SoftmaxKernel:".Length)..];
        return behind[..behind.IndexOf('(', StringComparison.Ordinal)];
    }
}
