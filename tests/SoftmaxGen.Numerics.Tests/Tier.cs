using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The whole suite in this process, on whatever instruction sets it may use.</summary>
internal static class Tier
{
    /// <summary>A result that is wrong by any amount has an infinite error, which plain JSON cannot say.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static NumericReport CheckReference()
    {
        var report = new NumericReport();
        foreach (int classes in ClassCounts.All)
            report.Add(NumericSuite.Check(PinnedHead.Kernels(classes), fused: false));
        return report;
    }

    // The options share the kernels of the heads above; more of their rows are checked in the test's own process.
    private const double OptionEffort = 0.3;

    public static NumericReport Check()
    {
        var report = new NumericReport();
        foreach (int classes in ClassCounts.All)
            report.Add(NumericSuite.Check(CompiledHeads.Kernels(classes), CompiledHeads.Fused));
        foreach (string name in OptionHead.Names)
            report.Add(OptionSuite.Check(OptionHead.Named(name), OptionEffort));
        report.Add(SigmoidSuite.CheckCompiled());
        report.Add(DoubleSuite.CheckCompiled());
        report.Add(DoubleSigmoidChecks.CheckAll(DoubleSigmoidKernels.Compiled));
        return report;
    }
}
