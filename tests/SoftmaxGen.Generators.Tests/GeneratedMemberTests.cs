using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The rule about taken names knows each member that is emitted, and no other.</summary>
public class GeneratedMemberTests
{
    [Theory]
    [InlineData("SoftmaxHead(Classes = 3)")]
    [InlineData("SoftmaxHead(Classes = 3, Element = typeof(double))")]
    [InlineData("SoftmaxHead(Labels = typeof(Act))")]
    [InlineData("SoftmaxHead(Labels = typeof(Act), Element = typeof(double), IgnoreIndex = -1)")]
    [InlineData("SigmoidHead(Outputs = 3)")]
    [InlineData("SigmoidHead(Outputs = 3, Element = typeof(double))")]
    [InlineData("SigmoidHead(Outputs = 1)")]
    [InlineData("SigmoidHead(Outputs = 1, Element = typeof(double))")]
    public void Members_are_those_that_are_emitted(string attribute)
    {
        var type = (INamedTypeSymbol)
            new HeadCompiler(Framework.NetStandard)
                .Compile($"public enum Act {{ A, B, C }} [SoftmaxGen.{attribute}] public partial class Head {{ }}")
                .GetSymbolsWithName("Head", SymbolFilter.Type)
                .Single();
        var emitted = type.GetMembers().Where(member => !member.IsImplicitlyDeclared).ToList();

        var members = GeneratedMembers.Of(HeadAttribute.AllOf(type).Single());

        Assert.Equal(
            emitted.Where(member => member is not IMethodSymbol).Select(member => member.Name).Order(),
            members.Others.Order()
        );
        Assert.Equal(
            emitted.OfType<IMethodSymbol>().Select(Signature).Order(),
            members
                .Names.Distinct()
                .SelectMany(name => members.Overloads(name).Select(list => $"{name}({string.Join(", ", list)})"))
                .Order()
        );
        Assert.Equal(emitted.Select(member => member.Name).Distinct().Order(), members.Names.Order());
        Assert.Superset(members.Names.ToHashSet(), GeneratedMembers.AllNames);
    }

    private static string Signature(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(Parameter))})";

    private static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString();
}
