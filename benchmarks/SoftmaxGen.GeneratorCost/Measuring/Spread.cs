namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>The quartiles of some values.</summary>
internal readonly record struct Spread(double Lower, double Median, double Upper)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    /// <summary>The median, and the quartiles behind it.</summary>
    public string Format(string format) =>
        $"{TextTable.Cell(Median, format)} ({TextTable.Cell(Lower, format)}–{TextTable.Cell(Upper, format)})";

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round((sorted.Length - 1) * share)];
}
