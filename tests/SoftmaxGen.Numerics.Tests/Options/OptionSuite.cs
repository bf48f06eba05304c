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
        int perFamily = Math.Clamp((int)(effort * Effort / head.Settings.Classes), 1, MostRowsPerFamily);
        var rows = new OptionRowChecks(head, report);
        foreach (Row row in OptionRows.Ordinary(head.Settings, perFamily))
            rows.Check(row);
        foreach (Row row in OptionRows.Special(head.Settings.Classes, MostSpecialRows))
            rows.Check(row);
        return report;
    }
}
