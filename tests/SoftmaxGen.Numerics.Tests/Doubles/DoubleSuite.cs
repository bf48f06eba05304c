using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Everything that a softmax head of doubles must fulfil.</summary>
internal static class DoubleSuite
{
    private const int Effort = 200;
    private const int MostRowsPerFamily = 8;
    private const int MostSpecialLanes = 6;

    public static IEnumerable<string> Names =>
        typeof(DoubleHeads)
            .GetNestedTypes(BindingFlags.NonPublic)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

    /// <summary>One of <see cref="DoubleHeads"/>.</summary>
    public static DoubleKernels Named(string name) =>
        new(typeof(DoubleHeads).GetNestedType(name, BindingFlags.NonPublic)!);

    public static NumericReport CheckCompiled(double effort = 1)
    {
        var report = new NumericReport();
        foreach (string name in Names)
            report.Add(Check(Named(name), effort));
        return report;
    }

    public static NumericReport Check(DoubleKernels head, double effort = 1)
    {
        var report = new NumericReport();
        int perFamily = Math.Clamp((int)(effort * Effort / head.Classes), 1, MostRowsPerFamily);
        var rows = new DoubleRowChecks(head, report);
        foreach (DoubleRow row in DoubleRows.Ordinary(head.Settings, perFamily))
            rows.Check(row);
        foreach (DoubleRow row in DoubleRows.Special(head.Classes, MostSpecialLanes))
            rows.Check(row);
        new DoubleBatchChecks(head, report).Check();
        new DoubleReductions(head, report).CheckHugeBesideSmall();
        new DoubleRankingChecks(head, report).Check();
        new DoubleGuardChecks(head, report).Check();
        new DoubleOverlapChecks(head, report).Check();
        return report;
    }
}
