using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>What a run of the suite found on heads of floats, and on heads of doubles.</summary>
internal sealed record TierReport(NumericReport Floats, NumericReport Doubles)
{
    public IEnumerable<NumericReport> All => [Floats, Doubles];
}

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

    // More rows are checked in the process of the tests. Heads with options share the kernels of those without.
    private const double Effort = 0.5;
    private const double OptionEffort = 0.15;

    public static TierReport Check() => new(CheckFloats(), CheckDoubles());

    private static NumericReport CheckFloats()
    {
        var report = new NumericReport();
        foreach (int classes in ClassCounts.All)
            report.Add(NumericSuite.Check(CompiledHeads.Kernels(classes), CompiledHeads.ArePinned, Effort));
        foreach (string name in OptionHead.Names)
            report.Add(OptionSuite.Check(OptionHead.Named(name), OptionEffort));
        report.Add(SigmoidSuite.CheckCompiled());
        return report;
    }

    private static NumericReport CheckDoubles()
    {
        var report = new NumericReport();
        report.Add(DoubleSuite.CheckCompiled());
        report.Add(DoubleSigmoidChecks.CheckAll(DoubleSigmoidKernels.Compiled));
        return report;
    }
}
