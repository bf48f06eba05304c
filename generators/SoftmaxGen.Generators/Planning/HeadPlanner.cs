using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Plans a head of either kind.</summary>
internal static class HeadPlanner
{
    public static HeadPlan Plan(HeadModel head, TargetModel target) =>
        head.Options is SigmoidOptions sigmoid
            ? new SigmoidHeadPlan(head, target, SigmoidPlanner.Plan(sigmoid, target))
            : new SoftmaxHeadPlan(head, target, KernelPlanner.Plan((SoftmaxOptions)head.Options, target));
}
