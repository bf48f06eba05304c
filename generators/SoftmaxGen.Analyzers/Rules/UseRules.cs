using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>All that a call of a generated member can get wrong.</summary>
internal static class UseRules
{
    public static IEnumerable<Diagnostic> Check(HeadCall call, MemberFlow flow) =>
        LengthRules
            .Check(call, flow)
            .Concat(LabelRule.Check(call, flow))
            .Concat(ContentRules.Check(call, flow))
            .Concat(RowLoopRule.Check(call, flow));
}
