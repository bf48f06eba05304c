using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Models;

/// <summary>All that the text of one head depends on.</summary>
internal sealed record HeadPlan(HeadModel Head, TargetModel Target, KernelPlan Plan);
