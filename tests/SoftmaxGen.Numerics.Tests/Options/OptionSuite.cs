namespace SoftmaxGen.Numerics.Tests;

/// <summary>Everything that a head with options must fulfil.</summary>
internal static class OptionSuite
{
    private const int Effort = 600;
    private const int MostRowsPerFamily = 12;
    private const int MostSpecialRows = 12;

    public static NumericReport Check(OptionHead head, double effort = 1)
    {
        var report = new NumericReport();
        (HeadKernels kernels, HeadSettings settings) = (head.Kernels, head.Settings);
        int perFamily = Math.Clamp((int)(effort * Effort / settings.Classes), 1, MostRowsPerFamily);
        var rows = new OptionRowChecks(head, report);
        foreach (Row row in OptionRows.Ordinary(settings, perFamily))
            rows.Check(row);
        foreach (Row row in OptionRows.Special(settings.Classes, MostSpecialRows))
            rows.Check(row);

        new SamplingChecks(kernels, report).Check();
        new GuardChecks(kernels, settings, report).Check();
        new OverlapChecks(kernels, report).Check();
        new GradientDifferenceChecks(head, report).Check();
        new IgnoredRowChecks(head, report).Check();
        new BatchChecks(kernels, settings, report, effort * BatchEffort).Check();
        new BatchReductionChecks(kernels, settings, report).Check();
        new BatchOracleChecks(head, report).Check();
        new BatchGuardChecks(kernels, settings, report).Check();
        new BatchOverlapChecks(kernels, report).Check();
        AllocationChecks.Check(kernels, report);
        return report;
    }

    // Fewer numbers of rows than for heads without options, which share their kernels.
    private const double BatchEffort = 0.9;
}
