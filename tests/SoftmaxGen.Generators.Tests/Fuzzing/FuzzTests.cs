using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Analyzers;
using SoftmaxGen.Generators.Diagnostics;
using SoftmaxGen.Generators.Tests.Uses;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Fuzzing;

/// <summary>
/// Whatever a user types, the generator and the analyzers do not throw, and what is generated is whole. One driver sees
/// one broken source after the other, as in an editor.
/// </summary>
public class FuzzTests
{
    private const int DeclarationsPerSeed = 80;
    private const int UsesPerSeed = 320;

    private static readonly HeadCompiler Compiler = new(Framework.Current);

    private static readonly CSharpCompilation Empty = Compiler.Parse("").AddReferences(HeadLibrary.Reference);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Broken_declarations_throw_nothing(int seed) =>
        CheckAll(seed, FuzzSources.Declarations, DeclarationsPerSeed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Broken_uses_throw_nothing(int seed) => CheckAll(seed, FuzzSources.Uses, UsesPerSeed);

    /// <summary>They are worth breaking: unbroken, they reach every rule about uses.</summary>
    [Fact]
    public async Task The_sources_reach_every_rule_about_uses()
    {
        var found = new HashSet<string>();
        foreach (var source in FuzzSources.Uses)
        {
            found.UnionWith((await Analyze(Compile(source))).Select(diagnostic => diagnostic.Id));
        }

        Assert.Superset(new UseAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).ToHashSet(), found);
    }

    private static async Task CheckAll(int seed, IReadOnlyList<string> sources, int count)
    {
        var random = new Random(seed);
        var breaker = new SourceBreaker(random);
        var driver = Compiler.Driver();
        for (var number = 0; number < count; number++)
        {
            var source = breaker.Break(sources[random.Next(sources.Count)]);
            try
            {
                driver = await Check(driver, source);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Source {number} of seed {seed}:\n{source}", exception);
            }
        }
    }

    private static async Task<GeneratorDriver> Check(GeneratorDriver driver, string source)
    {
        var next = driver.RunGeneratorsAndUpdateCompilation(Compile(source), out var compilation, out _);
        var result = next.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.All(result.GeneratedSources, file => Assert.Empty(file.SyntaxTree.GetDiagnostics()));
        await Analyze(compilation);
        return next;
    }

    private static CSharpCompilation Compile(string source) =>
        Empty.ReplaceSyntaxTree(
            Empty.SyntaxTrees.Single(),
            CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)Empty.SyntaxTrees.Single().Options)
        );

    private static Task<IReadOnlyList<Diagnostic>> Analyze(Compilation compilation) =>
        UserCode.Analyze(compilation, new DeclarationAnalyzer(), new UseAnalyzer());
}
