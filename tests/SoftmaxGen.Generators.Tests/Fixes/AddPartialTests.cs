using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.ForDeclarations;
using SoftmaxGen.Generators.Diagnostics;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>SMG0002: the modifier is added to the head and all types around it.</summary>
public class AddPartialTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";

    private static FixScenario Scenario => new("SMG0002", new AddPartial(), new DeclarationAnalyzer());

    [Theory]
    [InlineData("class Head { }", "partial class Head { }")]
    [InlineData("public static class Head { }", "public static partial class Head { }")]
    [InlineData("public struct Head { }", "public partial struct Head { }")]
    [InlineData("public readonly ref struct Head { }", "public readonly ref partial struct Head { }")]
    [InlineData("ref struct Head { }", "ref partial struct Head { }")]
    [InlineData("public record Head(int Layers);", "public partial record Head(int Layers);")]
    [InlineData("public record class Head(int Layers);", "public partial record class Head(int Layers);")]
    [InlineData("internal record struct Head;", "internal partial record struct Head;")]
    [InlineData("sealed class Head<T> where T : class { }", "sealed partial class Head<T> where T : class { }")]
    public Task Every_kind_of_type_gets_the_modifier(string source, string expected) =>
        Scenario.Mends($"{Head} {source}", $"{Head} {expected}");

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("ref struct")]
    [InlineData("interface")]
    public Task Every_type_around_gets_the_modifier(string kind)
    {
        var modifiers = kind.StartsWith("ref", StringComparison.Ordinal) ? "ref partial struct" : $"partial {kind}";
        return Scenario.Mends(
            $$"""
            public {{kind}} Outer
            {
                public partial class Middle
                {
                    {{Head}}
                    public class Head { }
                }
            }
            """,
            $$"""
            public {{modifiers}} Outer
            {
                public partial class Middle
                {
                    {{Head}}
                    public partial class Head { }
                }
            }
            """
        );
    }

    [Fact]
    public Task Comments_and_documentation_stay() =>
        Scenario.Mends(
            $$"""
            // The game.
            /// <summary>Outer.</summary>
            class Outer // trailing
            {
                /// <summary>Head.</summary>
                {{Head}}
                // before
                public /* a */ sealed /* b */
                    class /* c */ Head
                {
                }
            }
            """,
            $$"""
            // The game.
            /// <summary>Outer.</summary>
            partial class Outer // trailing
            {
                /// <summary>Head.</summary>
                {{Head}}
                // before
                public /* a */ sealed /* b */
                    partial class /* c */ Head
                {
                }
            }
            """
        );

    [Fact]
    public Task Every_part_gets_the_modifier_in_its_file() =>
        Scenario.MendsFirst(
            [$"partial class Outer {{ {Head} class Head {{ }} }}", "class Outer { }"],
            [$"partial class Outer {{ {Head} partial class Head {{ }} }}", "partial class Outer { }"]
        );

    private static readonly string Unmended =
        $"class Outer {{ {Head} class A {{ }} {Head} partial class B {{ }} }} {Head} class C {{ }}";

    private static readonly string Mended =
        $"partial class Outer {{ {Head} partial class A {{ }} {Head} partial class B {{ }} }} {Head} partial class C {{ }}";

    [Fact]
    public Task One_fix_leaves_other_heads_alone() =>
        (Scenario with { Leaves = 1 }).MendsFirst(
            [Unmended],
            [Mended.Replace("partial class C", "class C", StringComparison.Ordinal)]
        );

    [Fact]
    public Task Heads_in_one_type_are_fixed_together() => Scenario.MendsAll(FixAllScope.Document, [Unmended], [Mended]);

    [Fact]
    public async Task A_document_or_a_whole_project_is_fixed()
    {
        var other = $"{Head} class D {{ }}";
        await (Scenario with { Leaves = 1 }).MendsAll(FixAllScope.Document, [Unmended, other], [Mended, other]);
        await Scenario.MendsAll(FixAllScope.Project, [Unmended, other], [Mended, $"{Head} partial class D {{ }}"]);
    }

    [Fact]
    public async Task A_whole_solution_is_fixed()
    {
        SourceProject[] unmended = [new("One", Unmended), new("Two", Unmended)];
        await (Scenario with { Leaves = 4 }).MendsAll(
            FixAllScope.Project,
            unmended,
            [new("One", Mended), new("Two", Unmended)]
        );
        await Scenario.MendsAll(FixAllScope.Solution, unmended, [new("One", Mended), new("Two", Mended)]);
    }

    [Fact]
    public async Task Generated_files_are_left_alone()
    {
        await Scenario.OffersNothing($"// <auto-generated/>\n{Head} class Head {{ }}");
        await Scenario.OffersNothing([new SourceProject("Heads", $"{Head} class Head {{ }}") { Ending = ".g.cs" }]);
    }
}
