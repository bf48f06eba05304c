using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The emitted text of sigmoid heads: a snapshot per layout, and what holds for all of them.</summary>
public class SigmoidSnapshotTests
{
    private delegate float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);

    private const string AllOptions = "Outputs = 3, LabelSmoothing = 0.1, PositiveWeights = new[] { 1.0, 5, 0.1 }";

    /// <summary>A number, one vector filled up, straight-line code with a tail, and loops.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(100)]
    public void Newest_framework(int outputs) =>
        Verify(Framework.Current, $"Outputs = {outputs}", $"outputs={outputs}");

    [Fact]
    public void Newest_framework_with_options() => Verify(Framework.Current, AllOptions, "outputs=3");

    /// <summary>The members of a head: of rows, and of a single output.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Members(int outputs) =>
        Snapshot.Verify(
            new HeadCompiler(Framework.Current).Generate(SourceOf($"Outputs = {outputs}"))[
                "Game.Tags.SigmoidHead.g.cs"
            ],
            $"outputs={outputs}"
        );

    [Fact]
    public void Net_standard() => Verify(Framework.NetStandard, AllOptions, "outputs=3");

    [Theory]
    [InlineData("netstandard2.0", LanguageVersion.CSharp9, true)]
    [InlineData("net8.0", LanguageVersion.CSharp9, true)]
    [InlineData("net10.0", LanguageVersion.Preview, false)]
    public void Every_layout_compiles_without_a_warning_and_runs(
        string framework,
        LanguageVersion language,
        bool checkedArithmetic
    )
    {
        var compiler = new HeadCompiler(FrameworkOf(framework))
        {
            Language = language,
            CheckedArithmetic = checkedArithmetic,
        };
        int[] counts = [1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 64, 100, 1000];
        var heads = counts.SelectMany(n =>
            new[]
            {
                $"[SoftmaxGen.SigmoidHead(Outputs = {n})] public static partial class Head{n} {{ }}",
                $"[SoftmaxGen.SigmoidHead(Outputs = {n}, LabelSmoothing = 0.2, PositiveWeights = new double[] {{ {string.Join(", ", Enumerable.Repeat("2.5", n))} }})] public static partial class Full{n} {{ }}",
            }
        );

        var assembly = compiler.Load([.. heads]);

        foreach (int n in counts)
        {
            var loss = assembly
                .GetType($"Head{n}")!
                .GetMethod("BinaryCrossEntropy", [typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>)])!
                .CreateDelegate<Loss>();
            var logits = Enumerable.Repeat(-2f, n).ToArray();
            Assert.Equal(Math.Log(1 + Math.Exp(2)), loss(logits, [.. Enumerable.Repeat(1f, n)]), 1e-6);
        }
    }

    private static void Verify(
        Framework framework,
        string arguments,
        string parameter,
        [CallerMemberName] string method = ""
    )
    {
        var files = new HeadCompiler(framework).Generate(SourceOf(arguments));
        Snapshot.Verify(EmittedFiles.Kernel(files), parameter, method: method);
    }

    private static string SourceOf(string arguments) =>
        $$"""
            namespace Game
            {
                [SoftmaxGen.SigmoidHead({{arguments}})]
                public partial class Tags { }
            }
            """;

    private static Framework FrameworkOf(string name) =>
        new[] { Framework.NetStandard, Framework.Net8, Framework.Current }.Single(framework => framework.Name == name);
}
