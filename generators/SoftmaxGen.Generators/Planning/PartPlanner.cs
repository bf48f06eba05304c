using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>Decides which files heads share: the kernels of each plan once, and what these call.</summary>
internal static class PartPlanner
{
    /// <summary>The kernels of all heads, in the order in which heads need them.</summary>
    public static IEnumerable<KernelPart> Kernels(IEnumerable<HeadPlan> heads) =>
        heads.SelectMany(KernelsOf).GroupBy(part => part.Name).Select(parts => parts.First());

    /// <summary>What these kernels call, in an order of its own.</summary>
    public static IEnumerable<SharedPart> Shared(IEnumerable<KernelPart> kernels) =>
        kernels
            .SelectMany(SharedBy)
            .Distinct()
            .OrderBy(part => part.Element)
            .ThenBy(part => part.Code)
            .ThenBy(part => part.LabelType, StringComparer.Ordinal);

    private static IEnumerable<KernelPart> KernelsOf(HeadPlan head)
    {
        switch (head)
        {
            case SoftmaxHeadPlan softmax:
                yield return new SoftmaxKernelPart(softmax.Plan, head.Target);
                if (softmax.Labels is { IsInt: false } labels)
                {
                    yield return new LabelKernelPart(softmax.Plan, labels.UnderlyingType, head.Target);
                }

                break;
            case SigmoidHeadPlan sigmoid:
                yield return new SigmoidKernelPart(sigmoid.Plan, head.Target);
                break;
        }
    }

    private static IEnumerable<SharedPart> SharedBy(KernelPart kernel)
    {
        var (target, element) = (kernel.Target, kernel.Element);
        yield return SharedPart.Of(SharedCode.Checks, target);
        yield return Of(SharedCode.Numbers);
        if (target.Vectors.Count > 0)
        {
            yield return Of(SharedCode.Vectors);
        }

        switch (kernel)
        {
            case SoftmaxKernelPart { Plan: var plan }:
                if (plan.Batches.Any(batch => batch.Shape == BatchShape.Tiled))
                {
                    yield return Of(SharedCode.Tiles);
                }

                if (plan.Batches.Any(batch => batch.Shape == BatchShape.InPasses))
                {
                    yield return Of(SharedCode.Passes);
                }

                if (plan.SharesScalarRows)
                {
                    yield return Of(SharedCode.ScalarRows);
                }

                break;
            case LabelKernelPart { LabelType: var labels }:
                yield return SharedPart.Of(SharedCode.Labels, target, element, labels);
                break;
            case SigmoidKernelPart:
                yield return Of(SharedCode.Outputs);
                break;
        }

        SharedPart Of(SharedCode code) => SharedPart.Of(code, target, element);
    }
}
