using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Heads;

/// <summary>A call of a generated member, with what the user passes.</summary>
internal sealed record HeadCall(
    IInvocationOperation Operation,
    HeadMember Member,
    ImmutableArray<HeadArgument> Arguments
)
{
    public HeadType Head => Member.Head;

    /// <summary>What stands before the name of the member: <c>EnemyBrain.</c>, or nothing.</summary>
    public string Qualifier =>
        Operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Expression.WithoutTrivia() + "."
            : "";

    /// <summary>The length of a row as the user can write it.</summary>
    public string CountSyntax => (Qualifier != "" || IsCountInScope ? Qualifier : TypeQualifier) + Head.CountName;

    /// <summary>The name of the member where it is called.</summary>
    public SyntaxNode NameSyntax =>
        Operation.Syntax is InvocationExpressionSyntax invocation
            ? invocation.Expression is MemberAccessExpressionSyntax access
                ? access.Name
                : invocation.Expression
            : Operation.Syntax;

    public static HeadCall Create(IInvocationOperation invocation, HeadMember member) =>
        new(invocation, member, ArgumentsOf(invocation, member));

    public HeadArgument? Argument(Content content) =>
        Arguments.FirstOrDefault(argument => argument.Role.Content == content);

    private bool IsCountInScope =>
        Operation.SemanticModel?.LookupSymbols(Operation.Syntax.SpanStart, name: Head.CountName) is [var only]
        && SymbolEqualityComparer.Default.Equals(only.ContainingType, Operation.TargetMethod.ContainingType);

    private string TypeQualifier =>
        Operation.TargetMethod.ContainingType.ToMinimalDisplayString(
            Operation.SemanticModel!,
            Operation.Syntax.SpanStart
        ) + ".";

    private static ImmutableArray<HeadArgument> ArgumentsOf(IInvocationOperation invocation, HeadMember member) =>
        invocation
            .Arguments.Where(argument => argument is { Parameter: not null, ArgumentKind: ArgumentKind.Explicit })
            .Select(argument => new HeadArgument(
                argument,
                argument.Parameter!,
                ParameterRole.Of(argument.Parameter!, member)
            ))
            .ToImmutableArray();
}

/// <summary>What the user passes for one parameter of a generated member.</summary>
internal sealed record HeadArgument(IArgumentOperation Operation, IParameterSymbol Parameter, ParameterRole Role)
{
    public string Name => Parameter.Name;

    public IOperation Value => Operation.Value;

    /// <summary>The expression, without the parameter's name.</summary>
    public SyntaxNode Syntax => Operation.Syntax is ArgumentSyntax argument ? argument.Expression : Value.Syntax;
}
