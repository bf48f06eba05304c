using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>A file with kernels, which heads of equal plans share.</summary>
/// <param name="Kernel">The class that the file declares a part of.</param>
/// <param name="Suffix">What tells the file from the others of that class.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Target">What the framework offers.</param>
internal abstract record KernelPart(string Kernel, string Suffix, ElementType Element, TargetModel Target)
{
    /// <summary>No other file of the target is called so.</summary>
    public string Name => Kernel + Suffix;
}

internal sealed record SoftmaxKernelPart(KernelPlan Plan, TargetModel Target)
    : KernelPart(Plan.Kernel, "", Plan.Element, Target);

internal sealed record SigmoidKernelPart(SigmoidPlan Plan, TargetModel Target)
    : KernelPart(Plan.Kernel, "", Plan.Element, Target);

/// <summary>The entries for labels that are made of other integers than int.</summary>
internal sealed record LabelKernelPart(KernelPlan Plan, string LabelType, TargetModel Target)
    : KernelPart(Plan.Kernel, $".{LabelType}", Plan.Element, Target);
