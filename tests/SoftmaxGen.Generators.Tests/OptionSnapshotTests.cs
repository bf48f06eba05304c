using System.Text.RegularExpressions;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// What an option changes in the members of a head and in its kernels, but for the name of these. All the rest is as it is
/// without the option.
/// </summary>
public partial class OptionSnapshotTests
{
    private const string Weights = "ClassWeights = new[] { 1, 0.5, 2, 0 }";

    [Theory]
    [InlineData("Temperature", "Temperature = 2.5")]
    [InlineData("LabelSmoothing", "LabelSmoothing = 0.1")]
    [InlineData("ClassWeights", Weights)]
    [InlineData("Smoothing_and_weights", "LabelSmoothing = 0.1, " + Weights)]
    [InlineData("IgnoreIndex", "IgnoreIndex = -100")]
    [InlineData("IgnoreIndex_of_a_class", "IgnoreIndex = 3")]
    [InlineData("FullyMasked", "FullyMasked = SoftmaxGen.FullyMasked.Zero")]
    [InlineData("Labels", "Labels = typeof(Action)")]
    [InlineData("Labels_of_bytes", "Labels = typeof(Small)")]
    public void Changes(string name, string option) =>
        Snapshot.Verify(Snapshot.Changes(Emitted(""), Emitted(", " + option)), $"option={name}");

    /// <summary>A default that is written is as one that is not.</summary>
    [Theory]
    [InlineData("Temperature = 1")]
    [InlineData("LabelSmoothing = 0")]
    [InlineData("ClassWeights = null")]
    [InlineData("FullyMasked = SoftmaxGen.FullyMasked.NaN")]
    [InlineData("Labels = null")]
    [InlineData("Element = typeof(float)")]
    public void Defaults_change_nothing(string option) => Assert.Equal(Emitted(""), Emitted(", " + option));

    private static string Emitted(string options) => KernelName().Replace(EmittedFiles.Own(Files(options)), "Classes4");

    [GeneratedRegex(@"Classes4[A-Z]\w*")]
    private static partial Regex KernelName();

    private static IReadOnlyDictionary<string, string> Files(string options) =>
        new HeadCompiler(Framework.Current).Generate(
            $$"""
            namespace Game
            {
                public enum Action { Wait, Attack, Hide, Flee }

                public enum Small : byte { Wait, Attack, Hide, Flee }

                [SoftmaxGen.SoftmaxHead(Classes = 4{{options}})]
                public partial class EnemyBrain { }
            }
            """
        );
}
