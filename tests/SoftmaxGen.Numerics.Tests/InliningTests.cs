using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A method that the JIT does not inline runs unoptimized when a kernel first calls it, and costs a call for good. The
/// JIT's own list of what it compiled must hold the entry points only. The members of a head are so small that they are always
/// inlined, without being told to.
/// </summary>
public partial class InliningTests
{
    private const string Namespace = "SoftmaxGen.Generated.";

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
    [InlineData(ChildProcess.WithoutAvx)]
    [InlineData(ChildProcess.WithoutVectors)]
    public async Task Every_method_is_inlined_but_the_entries_and_kernels(string? tier)
    {
        string[] compiled = await Compiled("compile-entries", tier);
        string[] kernels = [.. compiled.Where(line => line.Contains(Namespace, StringComparison.Ordinal))];
        int called = ClassCounts.Length * EntryPoints.Length;
        Assert.True(kernels.Length >= called, $"{kernels.Length} methods, fewer than {called}");
        string[] wrong = [.. kernels.Where(line => !MakesMessages(NameIn(line)) && !IsRight(line))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>
    /// The JIT puts calls that never return out of the way of the others. It looks for that in methods that it may inline,
    /// which have at most 100 bytes of IL.
    /// </summary>
    [Fact]
    public void Methods_that_throw_are_short_enough_to_be_known_for_it()
    {
        const int longest = 100;
        MethodInfo[] methods =
        [
            .. typeof(InliningTests)
                .Assembly.GetTypes()
                .Where(type => type.FullName!.StartsWith(Namespace, StringComparison.Ordinal))
                .SelectMany(type =>
                    type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                )
                .Where(method => method.Name.StartsWith("Throw", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.InRange(method.GetMethodBody()!.GetILAsByteArray()!.Length, 1, longest));
    }

    [Fact]
    public async Task Members_are_inlined_where_they_are_called()
    {
        string[] compiled = await Compiled("call-members", tier: null);

        Assert.Contains(compiled, line => line.Contains(nameof(MemberCalls.CallAll), StringComparison.Ordinal));
        Assert.Contains(compiled, line => line.Contains("SoftmaxGen.Generated.Classes", StringComparison.Ordinal));
        string[] members =
        [
            .. compiled.Where(line => line.Contains(nameof(MemberCalls) + "+", StringComparison.Ordinal)),
        ];
        Assert.True(members.Length == 0, string.Join('\n', members));
    }

    /// <summary>What the JIT says that it compiled in another process.</summary>
    private static async Task<string[]> Compiled(string mode, string? tier)
    {
        string list = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await ChildProcess.Run(mode, tier, ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
            return File.ReadAllLines(list);
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

    /// <summary>Of each plan.</summary>
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
        "LabelLosses",
        "TargetLosses",
        "LabelLossesFromProbabilities",
        "TargetLossesFromProbabilities",
        "LabelGradients",
        "TargetGradients",
    ];

    /// <summary>What all plans share and is compiled once: it is long, or it is seldom called.</summary>
    private static readonly string[] SharedMethods =
    [
        "LargestScores",
        "Sink",
        "RequireLabels",
        "Add",
        "Reduce",
        "UnfusedExp",
        "UnfusedLogOfReduced",
        "UnfusedLogOnePlusOfRow",
        "SubnormalQuotient",
        "FusedLanes",
    ];

    private static bool IsRight(string line)
    {
        string name = NameIn(line);
        return line.Contains("FullOpts", StringComparison.Ordinal)
            && (
                EntryPoints.Contains(name)
                || SharedMethods.Contains(name)
                || Kernels().IsMatch(name)
                || name.StartsWith("Throw", StringComparison.Ordinal)
            );
    }

    /// <summary>Called once before an exception is thrown.</summary>
    private static bool MakesMessages(string name) =>
        name.StartsWith("Wrong", StringComparison.Ordinal)
        || name is "NameOf" or "Elements" or "LabelRange" or "OrIgnored";

    // A kernel may be a method by itself, if it is marked to be optimized at once; all that it calls must be inlined. One
    // that was to be inlined and was not is listed as unoptimized. Single rows are what kernels of many leave.
    [GeneratedRegex("^[A-Za-z]+(128|256|512|Scalar|Singly)$")]
    private static partial Regex Kernels();

    private static string NameIn(string line)
    {
        string behind = line[(line.IndexOf(Namespace, StringComparison.Ordinal) + Namespace.Length)..];
        string method = behind[..behind.IndexOf('(', StringComparison.Ordinal)];
        return method[(method.LastIndexOf(':') + 1)..];
    }
}
