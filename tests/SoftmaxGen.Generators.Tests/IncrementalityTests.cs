using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What an edit makes the pipeline do again, step by step.</summary>
public class IncrementalityTests
{
    private const string Head =
        "namespace Game { [SoftmaxGen.SoftmaxHead(Classes = 4)] public partial class EnemyBrain { } }";
    private const string HeadOfLabels = "[SoftmaxGen.SoftmaxHead(Labels = typeof(Act))] partial class EnemyBrain { }";
    private const string Other = "class Other { }";

    /// <summary>The members of one head of few classes, its kernels, and four files that kernels share.</summary>
    private const int AllFiles = 6;

    [Fact]
    public void The_first_run_does_everything() =>
        Run(Head, Other)
            .Expect(
                parse: IncrementalStepRunReason.New,
                target: IncrementalStepRunReason.New,
                plan: IncrementalStepRunReason.New,
                emit: IncrementalStepRunReason.New,
                kernels: IncrementalStepRunReason.New,
                shared: IncrementalStepRunReason.New,
                written: AllFiles
            );

    [Fact]
    public void An_edit_elsewhere_regenerates_nothing() =>
        Rerun(Head, Other, "class Other { int field = 1; }").ExpectNothingRegenerated();

    [Fact]
    public void A_comment_that_moves_the_head_regenerates_nothing() =>
        Rerun(Other, Head, "// a comment\n\n\n" + Head).ExpectNothingRegenerated();

    [Fact]
    public void A_member_of_the_users_own_regenerates_nothing() =>
        Rerun(Other, Head, Head.Replace("{ } }", "{ int health = 3; } }", StringComparison.Ordinal))
            .ExpectNothingRegenerated();

    [Fact]
    public void Another_class_count_regenerates_its_head() =>
        Rerun(Other, Head, Head.Replace("4", "5", StringComparison.Ordinal)).ExpectHeadRegenerated();

    [Fact]
    public void An_option_regenerates_its_head() =>
        Rerun(Other, Head, Head.Replace("4", "4, Temperature = 2", StringComparison.Ordinal)).ExpectHeadRegenerated();

    [Fact]
    public void A_renamed_head_keeps_its_kernels() =>
        Rerun(Other, Head, Head.Replace("EnemyBrain", "Boss", StringComparison.Ordinal)).ExpectMembersRegenerated();

    [Fact]
    public void A_default_that_is_written_regenerates_nothing() =>
        Rerun(Other, Head, Head.Replace("4", "4, Temperature = 1, LabelSmoothing = 0", StringComparison.Ordinal))
            .ExpectNothingRegenerated();

    [Fact]
    public void Another_member_of_the_label_enum_regenerates_the_head() =>
        Rerun(HeadOfLabels, "enum Act { A, B }", "enum Act { A, B, C }").ExpectHeadRegenerated();

    [Fact]
    public void A_renamed_member_of_the_label_enum_regenerates_nothing() =>
        Rerun(HeadOfLabels, "enum Act { A, B }", "enum Act { B, Renamed }").ExpectNothingRegenerated();

    [Fact]
    public void Weights_compare_by_their_values() =>
        Rerun(
                Other,
                Head.Replace("4", "2, ClassWeights = new double[] { 1, 2 }", StringComparison.Ordinal),
                Head.Replace("4", "2, ClassWeights = new[] { 1.0, 2 }", StringComparison.Ordinal)
            )
            .ExpectNothingRegenerated();

    [Fact]
    public void Another_framework_regenerates_every_head()
    {
        var compiler = new HeadCompiler(Framework.Current);
        var before = compiler.Parse(Head);
        var driver = compiler.Driver().RunGenerators(before);
        new Steps(driver.RunGenerators(new HeadCompiler(Framework.Net8).Parse(Head))).Expect(
            parse: IncrementalStepRunReason.Unchanged,
            target: IncrementalStepRunReason.Modified,
            plan: IncrementalStepRunReason.Modified,
            emit: IncrementalStepRunReason.Modified,
            kernels: IncrementalStepRunReason.Modified,
            shared: IncrementalStepRunReason.Modified,
            written: AllFiles
        );
    }

    [Fact]
    public void A_second_head_leaves_the_first_as_it_is()
    {
        const string second = "[SoftmaxGen.SoftmaxHead(Classes = 9)] partial class Second { }";
        var compiler = new HeadCompiler(Framework.Current);
        var before = compiler.Parse(Head, Other);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees.Last(), Tree(compiler, before, second));

        var outputs = Reasons(compiler.Driver().RunGenerators(before).RunGenerators(after), TrackingNames.Emit);

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], outputs);
    }

    private static Steps Run(params string[] sources)
    {
        var compiler = new HeadCompiler(Framework.Current);
        return new Steps(compiler.Driver().RunGenerators(compiler.Parse(sources)));
    }

    private static Steps Rerun(string kept, string edited, string edit)
    {
        var compiler = new HeadCompiler(Framework.Current);
        var before = compiler.Parse(kept, edited);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees.Last(), Tree(compiler, before, edit));
        return new Steps(compiler.Driver().RunGenerators(before).RunGenerators(after));
    }

    private static SyntaxTree Tree(HeadCompiler compiler, CSharpCompilation compilation, string text) =>
        CSharpSyntaxTree.ParseText(
            text,
            (CSharpParseOptions)compilation.SyntaxTrees.Last().Options,
            compilation.SyntaxTrees.Last().FilePath
        );

    private static List<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        [
            .. driver
                .GetRunResult()
                .Results.Single()
                .TrackedSteps[step]
                .SelectMany(run => run.Outputs)
                .Select(output => output.Reason),
        ];

    private sealed record Steps(GeneratorDriver Driver)
    {
        public void ExpectNothingRegenerated() =>
            Expect(
                parse: IncrementalStepRunReason.Unchanged,
                target: IncrementalStepRunReason.Unchanged,
                plan: IncrementalStepRunReason.Cached,
                emit: IncrementalStepRunReason.Cached,
                kernels: IncrementalStepRunReason.Cached,
                shared: IncrementalStepRunReason.Cached,
                written: 0
            );

        /// <summary>The members of the head and its kernels; what these share stays.</summary>
        public void ExpectHeadRegenerated() =>
            Expect(
                parse: IncrementalStepRunReason.Modified,
                target: IncrementalStepRunReason.Unchanged,
                plan: IncrementalStepRunReason.Modified,
                emit: IncrementalStepRunReason.Modified,
                kernels: IncrementalStepRunReason.Modified,
                shared: IncrementalStepRunReason.Unchanged,
                written: 2
            );

        /// <summary>The members of the head alone: its kernels serve as they are.</summary>
        public void ExpectMembersRegenerated() =>
            Expect(
                parse: IncrementalStepRunReason.Modified,
                target: IncrementalStepRunReason.Unchanged,
                plan: IncrementalStepRunReason.Modified,
                emit: IncrementalStepRunReason.Modified,
                kernels: IncrementalStepRunReason.Unchanged,
                shared: IncrementalStepRunReason.Cached,
                written: 1
            );

        public void Expect(
            IncrementalStepRunReason parse,
            IncrementalStepRunReason target,
            IncrementalStepRunReason plan,
            IncrementalStepRunReason emit,
            IncrementalStepRunReason kernels,
            IncrementalStepRunReason shared,
            int written
        )
        {
            Assert.Equal([parse], Reasons(Driver, TrackingNames.Parse));
            Assert.Equal([target], Reasons(Driver, TrackingNames.Target));
            Assert.Equal([plan], Reasons(Driver, TrackingNames.Plan));
            Assert.Equal([emit], Reasons(Driver, TrackingNames.Emit));
            Assert.Equal([kernels], Reasons(Driver, TrackingNames.Kernels));
            Assert.Equal([shared], Reasons(Driver, TrackingNames.Shared).Distinct());
            var outputs = Driver
                .GetRunResult()
                .Results.Single()
                .TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(run => run.Outputs)
                .ToList();
            Assert.Equal(AllFiles, outputs.Count);
            Assert.Equal(written, outputs.Count(result => result.Reason != IncrementalStepRunReason.Cached));
        }
    }
}
