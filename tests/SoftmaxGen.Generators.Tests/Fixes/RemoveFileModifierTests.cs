using SoftmaxGen.CodeFixes.ForDeclarations;
using SoftmaxGen.Generators.Diagnostics;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>SMG0003: the modifier is removed where that breaks nothing.</summary>
public class RemoveFileModifierTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";

    private static FixScenario Scenario => new("SMG0003", new RemoveFileModifier(), new DeclarationAnalyzer());

    [Theory]
    [InlineData("file partial class Head { }", "partial class Head { }")]
    [InlineData("file static partial class Head { }", "static partial class Head { }")]
    [InlineData("static file partial class Head { }", "static partial class Head { }")]
    [InlineData("// a\nfile partial struct Head { }", "// a\npartial struct Head { }")]
    [InlineData(
        "file partial class Head { } file partial class Head { }",
        "partial class Head { } partial class Head { }"
    )]
    public Task The_head_loses_it(string source, string expected) =>
        Scenario.Mends($"{Head} {source}", $"{Head} {expected}");

    [Fact]
    public Task The_type_around_loses_it() =>
        Scenario.Mends(
            $"/// <summary>Outer.</summary>\nfile partial class Outer {{ {Head} public partial class Head {{ }} }}",
            $"/// <summary>Outer.</summary>\npartial class Outer {{ {Head} public partial class Head {{ }} }}"
        );

    [Theory]
    [InlineData("class Head { }")]
    [InlineData("file class Head { }")]
    [InlineData("namespace Head { }")]
    [InlineData("class Other { static int Head => 1; int Sum => Head; }")]
    public Task It_stays_where_something_else_has_the_name(string other) =>
        Scenario.OffersNothing($"{Head} file partial class Head {{ }}", other);

    [Theory]
    [InlineData("file class Other { }")]
    [InlineData("file delegate void Other();")]
    [InlineData("file enum Other { }")]
    public Task It_stays_where_the_file_has_more_such_types(string other) =>
        Scenario.OffersNothing($"{Head} file partial class Head {{ }} {other}");
}
