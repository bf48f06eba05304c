using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>Probabilities that are passed where logits are wanted, and the other way round.</summary>
internal static class ContentRules
{
    public static IEnumerable<Diagnostic> Check(HeadCall call, MemberFlow flow)
    {
        if (InputOf(call, Content.Logits) is { } logits)
        {
            if (SourceOf(logits, call, flow) is { Content: Content.Probabilities })
            {
                yield return ProbabilitiesAsLogits(call, logits);
            }
        }
        else if (
            InputOf(call, Content.Probabilities) is { } probabilities
            && SourceOf(probabilities, call, flow) is { Content: Content.Logits or Content.LogProbabilities } source
        )
        {
            yield return LogitsAsProbabilities(call, probabilities, source);
        }
    }

    /// <summary>A softmax of sigmoids, or the other way round, may be meant.</summary>
    private static ContentSource? SourceOf(HeadArgument argument, HeadCall call, MemberFlow flow) =>
        flow.Contents.Of(argument.Value, call.Operation) is { } source
        && source.Call.Head.Attribute.IsSigmoid == call.Head.Attribute.IsSigmoid
            ? source
            : null;

    private static HeadArgument? InputOf(HeadCall call, Content content) =>
        call.Arguments.FirstOrDefault(argument => argument.Role.Content == content && !argument.Role.IsOutput);

    private static Diagnostic ProbabilitiesAsLogits(HeadCall call, HeadArgument argument)
    {
        var other = call.Member.FromProbabilitiesName;
        return UseDiagnostic.Create(
            UseDescriptors.ProbabilitiesAsLogits,
            argument.Syntax,
            other is null ? null : Renamed(call, argument, other),
            argument.Syntax,
            call.Member.FullName,
            call.Head.Attribute.IsSigmoid ? "sigmoid" : "softmax",
            other is null ? "pass the logits" : $"pass the logits, or call '{other}'"
        );
    }

    private static Diagnostic LogitsAsProbabilities(HeadCall call, HeadArgument argument, ContentSource source)
    {
        var other = source.Content == Content.Logits ? call.Member.FromLogitsName : null;
        return UseDiagnostic.Create(
            UseDescriptors.LogitsAsProbabilities,
            argument.Syntax,
            other is null ? null : Renamed(call, argument, other),
            argument.Syntax,
            source.Content == Content.Logits ? "logits" : "log-probabilities",
            call.Member.FullName,
            other is null ? "pass the probabilities" : $"pass the probabilities, or call '{other}'"
        );
    }

    /// <summary>The same call of the other member, whose parameter has the other name.</summary>
    private static Replacement? Renamed(HeadCall call, HeadArgument argument, string member)
    {
        if (call.Operation.Syntax is not InvocationExpressionSyntax invocation || invocation.ContainsDirectives)
        {
            return null;
        }

        var named = (argument.Operation.Syntax as ArgumentSyntax)?.NameColon?.Name;
        IEnumerable<SyntaxNode> names = named is null ? [call.NameSyntax] : [call.NameSyntax, named];
        var renamed = invocation.ReplaceNodes(
            names,
            (node, _) =>
                SyntaxFactory.IdentifierName(node == named ? OtherName(argument.Name) : member).WithTriviaFrom(node)
        );
        return new Replacement(invocation, renamed.WithoutTrivia().ToString(), $"Call '{member}'");
    }

    private static string OtherName(string parameter) =>
        parameter switch
        {
            "logit" => "probability",
            "probability" => "logit",
            "logits" => "probabilities",
            _ => "logits",
        };
}
