using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>What the documentation of the members of a sigmoid head is made of.</summary>
internal abstract class SigmoidMembers(SigmoidPlan plan, TypeModel head)
    : MemberDocumentation(plan.Kernel, head, plan.Outputs, ElementSyntax.Of(plan.Element).Type)
{
    protected SigmoidPlan Plan => plan;

    protected const string SigmoidAccuracy =
        "/// <remarks>Within 5 ULP at every magnitude, down to subnormal. -infinity gives 0, +infinity 1; NaN stays NaN.</remarks>";

    protected const string LogSigmoidAccuracy =
        "/// <remarks>Within 5 ULP at every magnitude: a logarithm of -1e-12 is not rounded to 0. -infinity stays -infinity; NaN stays NaN.</remarks>";

    protected const string DerivativeRemarks =
        "/// <remarks>Rounded once from the exact value for the given probabilities, which are not checked. NaN stays NaN.</remarks>";

    /// <summary>The loss of an output, as the options make it.</summary>
    protected string LossOfOutput =>
        plan.IsWeighted
            ? "(1 - t) max(x, 0) + w t max(-x, 0) + (1 - t + w t) log(1 + exp(-|x|))"
            : "(1 - t) max(x, 0) + t max(-x, 0) + log(1 + exp(-|x|))";

    protected string LossOfProbability =>
        plan.IsWeighted ? "-(w t log p + (1 - t) log(1 - p))" : "-(t log p + (1 - t) log(1 - p))";

    protected string Derivative => plan.IsWeighted ? "(1 - t) p - w t (1 - p)" : "(1 - t) p - t (1 - p)";

    /// <summary>What the letters mean beside logit and target.</summary>
    protected string Options =>
        (plan.IsWeighted, plan.Smoothing) switch
        {
            (true, null) => ", w its positive weight",
            (false, { } smoothing) => $", which smoothing makes {Smoothed(smoothing)}",
            (true, { } smoothing) => $", which smoothing makes {Smoothed(smoothing)}, and w its positive weight",
            _ => "",
        };

    private string Smoothed(TargetSmoothing smoothing)
    {
        var element = ElementSyntax.Of(plan.Element);
        return $"{element.Literal(smoothing.Kept)} t + {element.Literal(smoothing.Moved)}";
    }
}
