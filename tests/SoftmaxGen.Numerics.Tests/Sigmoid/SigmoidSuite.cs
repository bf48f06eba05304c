namespace SoftmaxGen.Numerics.Tests;

/// <summary>Everything that a sigmoid head of any size, layout and width must fulfil.</summary>
internal static class SigmoidSuite
{
    // Elements per head: short rows are cheap, so there are more of them.
    private const int Effort = 20000;

    public static NumericReport Check(SigmoidKernels head, double effort = 1)
    {
        var report = new NumericReport();
        int rows = Math.Clamp((int)(effort * Effort / head.Outputs), 8, 400);
        new SigmoidRowChecks(head, report).Check(rows);
        new SigmoidSpecialChecks(head, report).Check();
        new SigmoidBatchChecks(head, report).Check();
        new SigmoidGuardChecks(head, report).Check();
        return report;
    }

    /// <summary>The heads of this assembly.</summary>
    public static NumericReport CheckCompiled(double effort = 1) =>
        CheckAll(name => SigmoidOptionsOfHead.All.Single(options => options.Name == name).Compiled, effort);

    /// <summary>The same heads, wherever they were compiled.</summary>
    public static NumericReport CheckAll(Func<string, Type> find, double effort)
    {
        var report = new NumericReport();
        foreach (SigmoidOptionsOfHead options in SigmoidOptionsOfHead.All)
            report.Add(Check(new SigmoidKernels(find(options.Name), options), effort));
        return report;
    }
}
