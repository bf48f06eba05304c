using System.Globalization;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>
/// The name of the class that holds the kernels of a plan: the row, then each option with its value. Different plans of one
/// target have different names.
/// </summary>
internal static class KernelName
{
    public static string Of(KernelPlan plan) =>
        string.Concat(
            Row("Classes", plan.Classes, plan.Element),
            plan.Options.Temperature is { } temperature ? "Temperature" + Number(temperature.Value, plan.Element) : "",
            plan.Options.Losses is { Smoothing: not null } smoothed
                ? "Smoothing" + Number(smoothed.LabelSmoothing, plan.Element)
                : "",
            plan.Options.Losses?.ClassWeights is { } weights ? "Weights" + Sum(weights) : "",
            plan.Options.IgnoreIndex is { } ignored ? "Ignore" + Number(ignored.Label, ElementType.Double) : "",
            plan.Options.ZeroWhereMasked ? "ZeroWhereMasked" : ""
        );

    public static string Of(SigmoidPlan plan) =>
        string.Concat(
            Row("Outputs", plan.Outputs, plan.Element),
            plan.Smoothing is { } smoothing ? "Smoothing" + Number(2 * smoothing.Moved, plan.Element) : "",
            plan.IsWeighted ? "Weights" + Sum(plan.PositiveWeights) : ""
        );

    private static string Row(string noun, int length, ElementType element) =>
        noun + length.ToString(CultureInfo.InvariantCulture) + (element == ElementType.Double ? "OfDoubles" : "");

    /// <summary>A number as a name may hold it: <c>0_7</c>, <c>Minus100</c>.</summary>
    private static string Number(double value, ElementType element) =>
        (
            element == ElementType.Float
                ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
                : value.ToString("R", CultureInfo.InvariantCulture)
        )
            .Replace("-", "Minus")
            .Replace("+", "")
            .Replace('.', '_');

    /// <summary>Of all numbers, where there are too many to be named.</summary>
    private static string Sum(IEnumerable<double> numbers) =>
        Checksum.Of(numbers).ToString("X16", CultureInfo.InvariantCulture);
}
