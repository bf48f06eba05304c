namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>What was measured, beside what is wanted.</summary>
internal sealed class TargetTable
{
    private readonly TextTable table = new("what", "unit", "measured", "target", "");

    /// <summary>A value that has to be at most its target.</summary>
    public void Add(string what, string unit, double measured, string format, double target) =>
        table.Add(
            what,
            unit,
            TextTable.Cell(measured, format),
            "≤ " + TextTable.Cell(target, format),
            measured <= target ? "met" : "not met"
        );

    /// <summary>A value without a target.</summary>
    public void Add(string what, string unit, double measured, string format) =>
        table.Add(what, unit, TextTable.Cell(measured, format), "", "");

    public void Print() => table.Print();
}
