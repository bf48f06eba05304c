namespace SoftmaxGen.Numerics.Tests;

/// <summary>Everything that a head of any class count, layout and width must fulfil.</summary>
internal static class NumericSuite
{
    // Elements per family of rows: short rows are cheap, so there are more of them.
    private const int Effort = 4000;
    private const int MostRowsPerFamily = 40;

    /// <summary>
    /// Runs all checks. A <paramref name="fused"/> head has fused multiply-add: its results must equal the reference
    /// in every bit. An <paramref name="effort"/> above 1 checks more rows.
    /// </summary>
    public static NumericReport Check(HeadKernels head, bool fused, double effort = 1)
    {
        var report = new NumericReport();
        var settings = new HeadSettings { Classes = head.Classes };
        int perFamily = Math.Clamp((int)(effort * Effort / head.Classes), 1, MostRowsPerFamily);
        var rows = new RowChecks(head, fused ? PinnedHead.Kernels(head.Classes) : null, report);
        foreach (Row row in RowData.Rows(head.Classes, perFamily))
            rows.Check(row);

        new SpecialValueChecks(head, report).Check();
        new SamplingChecks(head, report).Check();
        new GuardChecks(head, settings, report).Check();
        new OverlapChecks(head, report).Check();
        new BatchChecks(head, settings, report, effort).Check();
        new BatchReductionChecks(head, settings, report).Check();
        new BatchGuardChecks(head, settings, report).Check();
        new BatchOverlapChecks(head, report).Check();
        AllocationChecks.Check(head, report);
        return report;
    }
}
