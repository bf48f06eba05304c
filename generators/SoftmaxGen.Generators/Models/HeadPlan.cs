using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Models;

/// <summary>All that the text of one head depends on.</summary>
internal abstract record HeadPlan(HeadModel Head, TargetModel Target);

internal sealed record SoftmaxHeadPlan(HeadModel Head, TargetModel Target, KernelPlan Plan) : HeadPlan(Head, Target);

internal sealed record SigmoidHeadPlan(HeadModel Head, TargetModel Target, SigmoidPlan Plan) : HeadPlan(Head, Target);
