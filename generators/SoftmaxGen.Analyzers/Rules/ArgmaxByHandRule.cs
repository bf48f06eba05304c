using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>A loop over a row of scores that remembers where the largest one is: what <c>Predict</c> gives.</summary>
internal static class ArgmaxByHandRule
{
    public static IEnumerable<Diagnostic> Check(ILoopOperation operation, MemberFlow flow)
    {
        if (
            CountedLoop.Of(operation, flow) is { Start: 0 or 1, Step: 1 } loop
            && LargestSearch.In(loop, flow) is var (row, above)
            && flow.Origins.Of(row) is { IsWhole: true }
            && flow.Contents.Of(row, loop.Loop.Body) is { Content: not Content.Unknown, Call: var call } source
            && call is { Member.IsBatch: false, Head.Attribute.IsSigmoid: false }
            && above <= (source.Content == Content.Probabilities ? 0 : float.MinValue)
            && EndsWithRow(loop.Bound, row, call.Head, flow)
        )
        {
            yield return Report(loop, row, source, flow);
        }
    }

    /// <summary>A row is as long as the head has classes, or the call before the loop threw.</summary>
    private static bool EndsWithRow(IOperation bound, IOperation row, HeadType head, MemberFlow flow) =>
        flow.Numbers.Of(bound) == head.Count
        || bound is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } memory }
            && flow.Origins.Of(memory) is { IsWhole: true } whole
            && whole.IsSame(flow.Origins.Of(row));

    private static Diagnostic Report(CountedLoop loop, IOperation row, ContentSource source, MemberFlow flow)
    {
        var logits = source.Call.Member.Name is "Softmax" or "LogSoftmax"
            ? LabelElement.LogitsStillThere(source.Call, loop.Loop.Body, flow)
            : null;
        return UseDiagnostic.Create(
            UseDescriptors.ArgmaxByHand,
            loop.Loop.Syntax,
            replacement: null,
            $"{source.Call.Qualifier}Predict({logits ?? row.Syntax})",
            source.Content switch
            {
                Content.Probabilities => "probabilities",
                Content.LogProbabilities => "log-probabilities",
                _ => "logits",
            },
            row.Syntax,
            logits is null || source.Content == Content.Logits ? "" : ", from the logits, and needs no softmax"
        );
    }
}
