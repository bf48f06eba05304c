using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Analyzers;
using SoftmaxGen.CodeFixes;
using SoftmaxGen.CodeFixes.ForDeclarations;
using SoftmaxGen.CodeFixes.ForUses;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>
/// Programs that run before and after a fix: what worked works as before, and what could not work does. Each returns a text.
/// </summary>
public class FixedProgramTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers = [new DeclarationAnalyzer(), new UseAnalyzer()];

    [Theory]
    [InlineData(
        "SMG0002",
        """
            public class Game
            {
                /// <summary>A head.</summary>
                [SoftmaxHead(Classes = 3)]
                public class Brain { public static string Name => nameof(Brain); }
            }

            public static class Program { public static string Run() => Game.Brain.Name; }
            """,
        "Brain",
        "Brain"
    )]
    [InlineData(
        "SMG0003",
        """
            [SoftmaxHead(Classes = 3)]
            file static partial class Brain { public static string Name => nameof(Brain); }

            public static class Program { public static string Run() => Brain.Name; }
            """,
        "Brain",
        "Brain"
    )]
    [InlineData(
        "SMG0009",
        """
            public enum Move { Left = 3, Right = 1 }

            [SoftmaxHead(Labels = typeof(Move))]
            public static partial class Brain { }

            public static class Program { public static string Run() => Move.Left > Move.Right ? $"{Move.Left}" : "no"; }
            """,
        "Left",
        "Left"
    )]
    [InlineData(
        "SMG0011",
        """
            public enum Move { Left, Right }

            [SoftmaxHead(Labels = typeof(Move), Classes = 4)]
            public static partial class Brain { }

            public static class Program { public static string Run() => $"{typeof(Brain).GetField("Classes")?.GetValue(null)}"; }
            """,
        "",
        "2"
    )]
    [InlineData(
        "SMG0021",
        """
            [SoftmaxHead(Classes = 2, ClassWeights = new double[] { 1, 1 })]
            public static partial class Brain { }

            public static class Program
            {
                public static string Run() => $"{Brain.CrossEntropy(new float[] { 2, 1 }, 1)}";
            }
            """,
        "1.3132617",
        "1.3132617"
    )]
    public Task Of_a_declaration(string rule, string source, string before, string after) =>
        Runs(rule, FixOf(rule), "using SoftmaxGen;\n" + source, before, after);

    [Theory]
    [InlineData(
        "SMG1001",
        "var p = new float[3]; Brain.Softmax(logits, p); return $\"{p[0]:F3}\";",
        "ArgumentException",
        "0.575"
    )]
    [InlineData(
        "SMG1001",
        "var p = new float[8]; Brain.Softmax(new float[8], p); return $\"{p[7]:F3}\";",
        "ArgumentException",
        "0.250"
    )]
    [InlineData(
        "SMG1005",
        "var p = new float[4]; Brain.Softmax(logits, p); return $\"{Brain.CrossEntropy(p, 0):F3}\";",
        "1.081",
        "0.554"
    )]
    [InlineData(
        "SMG1006",
        "float[] x = { 2, 0.5f, 1, 0.1f }; var sum = Brain.LogSumExp(x); var loss = Brain.CrossEntropyFromProbabilities(x, 0); return $\"{sum:F3} {loss:F3}\";",
        "2.554 -0.693",
        "2.554 0.554"
    )]
    [InlineData(
        "SMG1007",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = -MathF.Log(p[0]); return $\"{loss:F3} {p[0]:F3}\";",
        "0.554 0.575",
        "0.554 0.575"
    )]
    [InlineData(
        "SMG1008",
        "var x = new float[8]; var y = new float[8]; x[5] = 1; for (var r = 0; r < 2; r++) { Brain.Softmax(x.AsSpan(r * 4, 4), y.AsSpan(r * 4, 4)); } return $\"{y[0]:F3} {y[5]:F3}\";",
        "0.250 0.475",
        "0.250 0.475"
    )]
    public Task Of_a_use(string rule, string body, string before, string after) =>
        Runs(rule, new ReplaceUse(), WithBrain($"public static string Run() {{ {body} }}"), before, after);

    [Fact]
    public async Task All_declarations_in_one_run()
    {
        const string source = """
            using SoftmaxGen;

            public enum Move { Left, Right }

            [SoftmaxHead(Labels = typeof(Move), Classes = 4)]
            public static partial class Brain { }

            [SoftmaxHead(Classes = 2, ClassWeights = new double[] { 1, 1 }, IgnoreIndex = -1)]
            public static partial class Eye { }

            public static class Program
            {
                public static string Run() =>
                    $"{typeof(Brain).GetField("Classes")?.GetValue(null)} {Eye.CrossEntropy(new float[] { 2, 1 }, 1):F3}";
            }
            """;
        Assert.Equal(" 1.313", Run(source));
        Assert.Equal("2 1.313", Run(await AllRulesOf(new RemoveArgument()).AllAppliedTo(source)));
    }

    /// <summary>What one rule wants is not lost to another, and where two want one place, one of them waits for the next run.</summary>
    [Fact]
    public async Task All_uses_in_one_run()
    {
        var source = WithBrain(
            """
            public static string Run() => $"{Loss(logits)} {Rows(new int[2])} {Length()}";

            private static string Loss(ReadOnlySpan<float> x)
            {
                var p = new float[4];
                Brain.Softmax(x, p);
                var loss = -MathF.Log(p[0]);
                var twice = Brain.CrossEntropy(p, 0);
                var wrong = Brain.CrossEntropyFromProbabilities(x, 0);
                return $"{loss:F3} {twice:F3} {wrong:F3}";
            }

            private static string Rows(int[] labels)
            {
                var p = new float[8];
                var q = new float[8];
                for (var r = 0; r < 2; r++) { Brain.Softmax(p.AsSpan(r * 4, 4), q.AsSpan(r * 4, 4)); }
                Brain.SoftmaxBatch(q, p);
                var loss = 0f;
                for (var r = 0; r < labels.Length; r++) { loss += Brain.CrossEntropy(p.AsSpan(r * 4, 4), labels[r]); }
                return $"{loss:F3}";
            }

            private static string Length()
            {
                try { var p = new float[3]; Brain.Softmax(logits, p); return "fits"; }
                catch (ArgumentException) { return "throws"; }
            }
            """
        );
        var scenario = AllRulesOf(new ReplaceUse()) with { Leaves = 1 };
        Assert.Equal("0.554 1.081 -0.693 2.773 throws", Run(source));
        Assert.Equal("0.554 0.554 0.554 2.773 fits", Run(await scenario.AllAppliedTo(source)));
    }

    /// <summary>A program whose class has these members, beside a head and a row for it.</summary>
    private static string WithBrain(string members) =>
        $$"""
            using System;
            using SoftmaxGen;

            [SoftmaxHead(Classes = 4)]
            public static partial class Brain { }

            public static class Program
            {
                private static readonly float[] logits = { 2, 0.5f, 1, 0.1f };

                {{members}}
            }
            """;

    private static FixScenario AllRulesOf(RuleFix fix) =>
        new(fix.FixableDiagnosticIds[0], fix, Analyzers) { Rules = fix.FixableDiagnosticIds };

    private static RuleFix FixOf(string rule) =>
        rule switch
        {
            "SMG0002" => new AddPartial(),
            "SMG0003" => new RemoveFileModifier(),
            "SMG0009" => new RenumberLabels(),
            _ => new RemoveArgument(),
        };

    private static async Task Runs(string rule, RuleFix fix, string source, string before, string after)
    {
        var scenario = new FixScenario(rule, fix, Analyzers) { Language = LanguageVersion.Latest };
        Assert.Equal(before, Run(source));
        Assert.Equal(after, Run(await scenario.AppliedTo(source)));
    }

    /// <summary>What it returns, or the exception that it ends with.</summary>
    private static string Run(string source)
    {
        var run = new HeadCompiler(Framework.Current).Load(source).GetType("Program")!.GetMethod("Run")!;
        try
        {
            return run.CreateDelegate<Func<string>>()();
        }
        catch (ArgumentException exception)
        {
            return exception.GetType().Name;
        }
    }
}
