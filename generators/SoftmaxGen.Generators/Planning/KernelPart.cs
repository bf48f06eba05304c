using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>A file with kernels, which heads of equal plans share.</summary>
/// <param name="Name">What the file is called, and no other of the target.</param>
/// <param name="Element">The type of logits and probabilities.</param>
/// <param name="Target">What the framework offers.</param>
internal abstract record KernelPart(string Name, ElementType Element, TargetModel Target);

internal sealed record SoftmaxKernelPart(KernelPlan Plan, TargetModel Target)
    : KernelPart(Plan.Kernel, Plan.Element, Target);

internal sealed record SigmoidKernelPart(SigmoidPlan Plan, TargetModel Target)
    : KernelPart(Plan.Kernel, Plan.Element, Target);

/// <summary>The entries for labels that are made of other integers than int.</summary>
internal sealed record LabelKernelPart(KernelPlan Plan, string LabelType, TargetModel Target)
    : KernelPart($"{Plan.Kernel}.{LabelType}", Plan.Element, Target);
