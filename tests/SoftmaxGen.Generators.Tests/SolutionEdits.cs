using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>A solution of several files that is edited, and what each edit makes the pipeline do again.</summary>
internal sealed class SolutionEdits
{
    private GeneratorDriver driver;

    public SolutionEdits(params string[] files)
    {
        var compiler = new HeadCompiler(Framework.Current);
        Compilation = compiler.Parse(files);
        driver = compiler.Driver().RunGenerators(Compilation);
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>What the last run found of the framework.</summary>
    public TargetModel Target => (TargetModel)Steps(TrackingNames.Target).Single().Value;

    /// <summary>Gives files of the solution another text.</summary>
    public SolutionEdits Edit(params (int File, string Text)[] edits) =>
        Run(
            edits.Aggregate(
                Compilation,
                (before, edit) =>
                {
                    var tree = before.SyntaxTrees[edit.File];
                    var options = (CSharpParseOptions)tree.Options;
                    return before.ReplaceSyntaxTree(
                        tree,
                        CSharpSyntaxTree.ParseText(edit.Text, options, tree.FilePath)
                    );
                }
            )
        );

    public SolutionEdits Run(CSharpCompilation edited)
    {
        Compilation = edited;
        driver = driver.RunGenerators(edited);
        return this;
    }

    /// <summary>The heads that are written again are these; of all others plan, text and file are as they were.</summary>
    public SolutionEdits ExpectWritten(params string[] heads)
    {
        Assert.Equal(heads.Order(), Changed(Steps(TrackingNames.Plan), value => HeadOf((HeadPlan)value)));
        Assert.Equal(
            heads.Order(),
            Changed(
                Steps(TrackingNames.Emit),
                value => HeadOf(((ValueTuple<HeadPlan, EquatableArray<string>>)value).Item1)
            )
        );
        var kernels = Steps(TrackingNames.Kernels).Count(step => IsChange(step.Reason) && !IsSame(step.Reason));
        var shared = Steps(TrackingNames.Shared).Count(step => IsChange(step.Reason) && !IsSame(step.Reason));
        var files = Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.Equal(heads.Length + kernels + shared, files.Count(file => IsChange(file.Reason)));
        return this;
    }

    /// <summary>The kernels for which the compiler asks again are these: new ones, and those that change their place.</summary>
    public SolutionEdits ExpectKernels(params string[] kernels)
    {
        var asked = Steps(TrackingNames.Kernels).Where(step => IsChange(step.Reason) && !IsSame(step.Reason));
        Assert.Equal(kernels.Order(), asked.Select(step => ((KernelPart)step.Value).Name).Order());
        return this;
    }

    /// <summary>The text of a file, as the generator gave it.</summary>
    public SourceText Text(string file) => Result.GeneratedSources.Single(source => source.HintName == file).SourceText;

    private GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Steps(string name) =>
        Result.TrackedSteps[name].SelectMany(run => run.Outputs);

    private static string HeadOf(HeadPlan plan) => plan.Head.Type.Name;

    private static IEnumerable<string> Changed(
        IEnumerable<(object Value, IncrementalStepRunReason Reason)> steps,
        Func<object, string> nameOf
    ) => steps.Where(step => IsChange(step.Reason)).Select(step => nameOf(step.Value)).Order();

    // A list of kernels is made anew when any head changes; what has its place in it is what it was.
    private static bool IsSame(IncrementalStepRunReason reason) => reason == IncrementalStepRunReason.Unchanged;

    // What is removed is written no more. Unchanged would mean that the step ran, and came to the same end.
    private static bool IsChange(IncrementalStepRunReason reason) =>
        reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed);
}
