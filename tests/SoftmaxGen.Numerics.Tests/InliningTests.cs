using System.Text.RegularExpressions;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A method that the JIT does not inline runs unoptimized when a kernel first calls it, and costs a call for good. The
/// JIT's own list of what it compiled must hold the entry points only.
/// </summary>
public partial class InliningTests
{
    private const string KernelClass = "+SoftmaxKernel";

    /// <summary>The largest code of each shape: most vectors, a tail, loops.</summary>
    private static readonly int[] ClassCounts =
    [
        2,
        3,
        4,
        5,
        8,
        10,
        12,
        14,
        16,
        17,
        20,
        24,
        28,
        30,
        32,
        33,
        63,
        64,
        100,
        130,
        1000,
        4096,
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(ChildProcess.WithoutAvx512)]
    [InlineData(ChildProcess.WithVectors128Only)]
    [InlineData(ChildProcess.WithoutFusedMultiplyAdd)]
    [InlineData(ChildProcess.WithoutVectors)]
    public async Task Every_private_method_is_inlined(string? tier)
    {
        string list = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await ChildProcess.Run(
                "compile-entries",
                tier,
                ("DOTNET_JitStdOutFile", list),
                ("DOTNET_JitDisasmSummary", "1")
            );

            string[] kernels =
            [
                .. File.ReadLines(list).Where(line => line.Contains(KernelClass, StringComparison.Ordinal)),
            ];
            int called = ClassCounts.Length * EntryPoints.Count(IsAlwaysCalled);
            Assert.True(kernels.Length >= called, $"{kernels.Length} methods, fewer than {called}");
            string[] wrong =
            [
                .. kernels.Where(line =>
                    !(EntryPoints.Contains(NameIn(line)) || Kernels().IsMatch(NameIn(line)))
                    || !line.Contains("FullOpts", StringComparison.Ordinal)
                ),
            ];
            Assert.True(wrong.Length == 0, string.Join('\n', wrong));
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
        "SoftmaxBatch",
        "LogSoftmaxBatch",
        "PredictBatch",
        "CrossEntropyBatch",
        "CrossEntropyFromProbabilitiesBatch",
        "CrossEntropyGradientBatch",
        "TopK",
        "Accuracy",
        // Called by more than one of the entry points, or more than once.
        "Predictions",
        "Sink",
        "LabelLosses",
        "TargetLosses",
        "LabelLossesFromProbabilities",
        "TargetLossesFromProbabilities",
        "LabelGradients",
        "TargetGradients",
        "ThrowLength",
        "ThrowOverlap",
        "ThrowLabel",
        "ThrowUniform",
        "ThrowNoDistribution",
        "ThrowRows",
        "ThrowSameLength",
        "ThrowOnePerRow",
        "ThrowNotApart",
        "ThrowLabels",
        "ThrowReduction",
        "ThrowTop",
    ];

    private static bool IsAlwaysCalled(string name) => !name.StartsWith("Throw", StringComparison.Ordinal);

    // A kernel may be a method by itself, if it is marked to be optimized at once; all that it calls must be inlined. One
    // that was to be inlined and was not is listed as unoptimized.
    [GeneratedRegex("^[A-Za-z]+(128|256|512|Scalar)$")]
    private static partial Regex Kernels();

    // Of a method in one of the structs inside, the struct's name too: none of them is an entry point.
    private static string NameIn(string line)
    {
        string behind = line[(line.IndexOf(KernelClass, StringComparison.Ordinal) + KernelClass.Length + 1)..];
        return behind[..behind.IndexOf('(', StringComparison.Ordinal)];
    }
}
