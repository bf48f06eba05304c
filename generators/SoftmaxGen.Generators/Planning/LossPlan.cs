using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>
/// How losses are weighted and smoothed. With smoothing e and the weights w of C classes, a target t counts as
/// (1 - e) w[c] t[c] + (e / C) w[c]; a label is a target that is 1 for its class.
/// </summary>
/// <param name="LabelSmoothing">e, as an element.</param>
/// <param name="ClassWeights">The weight of each class; null where none are set.</param>
/// <param name="TargetFactors">What multiplies a target: (1 - e) w[c] of each class, or one number for all.</param>
/// <param name="Smoothing">What is added to it: (e / C) w[c] of each class, or one number for all; null without smoothing.</param>
/// <param name="TotalSmoothing">The sum of what is added to a row; 0 without smoothing.</param>
internal sealed record LossPlan(
    double LabelSmoothing,
    EquatableArray<double>? ClassWeights,
    EquatableArray<double> TargetFactors,
    EquatableArray<double>? Smoothing,
    double TotalSmoothing
)
{
    /// <summary>Whether each class has a factor of its own.</summary>
    public bool IsWeighted => ClassWeights is not null;

    /// <summary>Whether a class counts nothing. Its term is 0 then, even where it is infinite.</summary>
    public bool HasZeroWeight => ClassWeights is { } weights && weights.Any(weight => weight == 0);

    /// <summary>Null where losses are plain. The formulas are evaluated in double on the options as elements.</summary>
    public static LossPlan? Of(SoftmaxOptions options)
    {
        var element = options.Element;
        var smoothing = Rounding.To(element, options.LabelSmoothing);
        var isWeighted = options.ClassWeights.Count > 0;
        if (smoothing == 0 && !isWeighted)
        {
            return null;
        }

        var weights = options.ClassWeights.Select(weight => Rounding.To(element, weight)).ToEquatableArray();
        var each = isWeighted ? weights.ToList() : [1.0];
        var share = smoothing / options.Classes;
        return new LossPlan(
            smoothing,
            isWeighted ? weights : null,
            each.Select(weight => Rounding.To(element, (1 - smoothing) * weight)).ToEquatableArray(),
            smoothing == 0 ? null : each.Select(weight => Rounding.To(element, share * weight)).ToEquatableArray(),
            Rounding.To(element, isWeighted ? share * weights.Sum() : smoothing)
        );
    }
}
