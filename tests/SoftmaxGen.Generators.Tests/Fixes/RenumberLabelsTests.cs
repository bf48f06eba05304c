using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.ForDeclarations;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>SMG0009: the members get the numbers 0 to n - 1, in the order of their values.</summary>
public class RenumberLabelsTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Labels = typeof(E))] public partial class Head { }";

    private static FixScenario Scenario => new("SMG0009", new RenumberLabels(), new DeclarationAnalyzer());

    [Theory]
    [InlineData("A = 1, B, C", "A, B, C")]
    [InlineData("A = 1, B = 2, C = 4", "A, B, C")]
    [InlineData("A=1,B=2", "A,B")]
    [InlineData("A = 1, B = 7 - 3", "A, B")]
    [InlineData("C = 30, A = 10, B = 20,", "C = 2, A = 0, B = 1,")]
    [InlineData("C = 3, A = 1, B", "C = 2, A = 0, B = 1")]
    [InlineData("C = 0x7, A = 0, B = 1", "C = 2, A = 0, B = 1")]
    public Task Old_values_decide_the_order(string members, string expected) =>
        Scenario.Mends($"public enum E {{ {members} }} {Head}", $"public enum E {{ {expected} }} {Head}");

    [Theory]
    [InlineData("byte", "A = 7, B = 255")]
    [InlineData("long", "A = 1, B = long.MaxValue")]
    [InlineData("ulong", "A = 1, B = ulong.MaxValue")]
    public Task The_whole_range_of_a_type_has_an_order(string type, string members) =>
        Scenario.Mends($"public enum E : {type} {{ {members} }} {Head}", $"public enum E : {type} {{ A, B }} {Head}");

    [Fact]
    public Task Comments_stay_where_clauses_go() =>
        Scenario.Mends(
            $$"""
            /// <summary>What to do.</summary>
            public enum E // trailing
            {
                /// <summary>First.</summary>
                A /* a */ = /* b */ 1 /* c */, // d

                [System.Obsolete] // e
                B = 1 << /* f */ 1, // g
                // h
                C // i
                    = 3,
                #region last
                D = 4 // j
                #endregion
            }
            {{Head}}
            """,
            $$"""
            /// <summary>What to do.</summary>
            public enum E // trailing
            {
                /// <summary>First.</summary>
                A /* a */ /* b */ /* c */, // d

                [System.Obsolete] // e
                B /* f */, // g
                // h
                C // i
            ,
                #region last
                D // j
                #endregion
            }
            {{Head}}
            """
        );

    [Fact]
    public Task Comments_stay_where_numbers_are_written() =>
        Scenario.Mends(
            $$"""
            public enum E
            {
                A = 5, // a
                B /* b */, // c
                C = /* d */ 3 /* e */,
                D // f
            }
            {{Head}}
            """,
            $$"""
            public enum E
            {
                A = 2, // a
                B = 3 /* b */, // c
                C = /* d */ 0 /* e */,
                D = 1 // f
            }
            {{Head}}
            """
        );

    [Fact]
    public Task The_enum_may_be_in_another_file() =>
        Scenario.MendsFirst([Head, "public enum E { A = 1, B }"], [Head, "public enum E { A, B }"]);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Two_heads_of_one_enum_are_fixed_together(FixAllScope scope)
    {
        var heads = $"{Head} {Head.Replace("class Head", "class Other", StringComparison.Ordinal)}";
        await Scenario.MendsAll(
            scope,
            [heads, "public enum E { B = 2, A = 1 }"],
            [heads, "public enum E { B = 1, A = 0 }"]
        );
        await Scenario.MendsAll(scope, [heads, "public enum E { A = 1, B }"], [heads, "public enum E { A, B }"]);
    }

    [Fact]
    public async Task The_enum_may_be_in_another_project()
    {
        SourceProject[] unmended =
        [
            new("Contracts", "public enum E { A = 1, B }"),
            new("Game", Head) { References = ["Contracts"] },
            new("Tools", Head) { References = ["Contracts"] },
        ];
        SourceProject[] mended = [new("Contracts", "public enum E { A, B }"), new("Game", Head), new("Tools", Head)];
        await Scenario.MendsFirst(unmended, mended);
        await Scenario.MendsAll(FixAllScope.Solution, unmended, mended);
    }

    [Fact]
    public async Task An_enum_of_an_assembly_is_left_alone()
    {
        var head = Head.Replace("typeof(E)", "typeof(System.Net.HttpStatusCode)", StringComparison.Ordinal);
        await Scenario.OffersNothing(head);

        using var image = new MemoryStream();
        new HeadCompiler(Framework.Current).Parse("public enum E { A = 1, B }").Emit(image);
        var library = MetadataReference.CreateFromImage(image.ToArray());
        await Scenario.OffersNothing([new SourceProject("Heads", Head) { Metadata = [library] }]);
    }

    [Theory]
    [InlineData("// <auto-generated/>\npublic enum E { A = 1, B }")]
    [InlineData("public enum E\n{\n#if LATER\n    A,\n#endif\n    B = 1,\n    C\n}")]
    [InlineData("public enum E { A = 1, B =\n#region b\n 4\n#endregion\n}")]
    [InlineData("public enum E { None = -1, A, B }")]
    [InlineData("public enum E { A = Ids.A, B }  public static class Ids { public const int A = 3; }")]
    [InlineData("public enum E { A = 1, B, Usual = A }")]
    [InlineData("public enum E { A = 1, B, Sum = A + B }")]
    [InlineData("public enum E { A = 1, B, Usual = (int)A }")]
    [InlineData("public enum E { A = 1, B = 2, Usual = 2 }")]
    [InlineData(
        "using static Ids; public enum E { A = Base, B }  public static class Ids { public const int Base = 3; }"
    )]
    [InlineData("public enum E { A = 1, B }  class Use { int Number => (int)E.B; }")]
    [InlineData("public enum E { A = 1, B }  class Use { int NumberOf(E move) => 2 + (byte)move; }")]
    [InlineData("public enum E { A = 1, B }  class Use { E OfNumber(int number) => (E)number; }")]
    public Task An_enum_whose_numbers_others_decide_is_left_alone(string labels) =>
        Scenario.OffersNothing(Head, labels);

    [Fact]
    public Task Casts_that_keep_the_type_do_not_count() =>
        Scenario.MendsFirst(
            [
                Head,
                "public enum E { A = 1, B } class Use { object Of(E e) => (object)(E)e; int Other(char c) => (int)c; }",
            ],
            [Head, "public enum E { A, B } class Use { object Of(E e) => (object)(E)e; int Other(char c) => (int)c; }"]
        );

    [Fact]
    public Task A_directive_before_the_enum_stays() =>
        Scenario.Mends(
            $"#if true\n[System.Serializable]\n#endif\npublic enum E {{ A = 1, B }} {Head}",
            $"#if true\n[System.Serializable]\n#endif\npublic enum E {{ A, B }} {Head}"
        );
}
