using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Models;

/// <summary>All that the file of one head depends on, and the plan of the kernels that it calls.</summary>
internal abstract record HeadPlan(HeadModel Head, TargetModel Target);

internal sealed record SoftmaxHeadPlan(HeadModel Head, TargetModel Target, KernelPlan Plan) : HeadPlan(Head, Target)
{
    /// <summary>The enum whose members are the classes, or null.</summary>
    public LabelType? Labels => ((SoftmaxOptions)Head.Options).Labels;
}

internal sealed record SigmoidHeadPlan(HeadModel Head, TargetModel Target, SigmoidPlan Plan) : HeadPlan(Head, Target);
