using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>One snapshot per layout. Every class count is tested numerically, not by its text.</summary>
public class SnapshotTests
{
    /// <summary>
    /// Each row layout: filled, one vector, two halves, with and without a tail, looped, with a sum in double, sampled in
    /// pieces. And each batch layout: units of two, one and four classes, pairs collected from many vectors, groups of four
    /// with an overlap, in passes by halves and by loops, row by row.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(32000)]
    public void Newest_framework(int classes) => Verify(Framework.Current, classes);

    /// <summary>.NET 8 has no portable fused multiply-add: the machine's own is called.</summary>
    [Theory]
    [InlineData(20)]
    public void Net_8(int classes) => Verify(Framework.Net8, classes);

    /// <summary>Without vectors: straight-line code and loops in double.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Net_standard(int classes) => Verify(Framework.NetStandard, classes);

    /// <summary>Doubles: straight-line code, tiles, passes with sums that keep what is rounded off, and loops.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(300)]
    public void Doubles(int classes) => Verify(Framework.Current, classes, ", Element = typeof(double)");

    [Theory]
    [InlineData(10)]
    public void Doubles_net_standard(int classes) =>
        Verify(Framework.NetStandard, classes, ", Element = typeof(double)");

    /// <summary>What a head itself gets: its members, which call the kernels.</summary>
    [Fact]
    public void Members() =>
        Snapshot.Verify(
            new HeadCompiler(Framework.Current).Generate(SourceOf("Classes = 4"))["Game.EnemyBrain.SoftmaxHead.g.cs"],
            "classes=4"
        );

    /// <summary>What kernels share. A head of few classes, one of many and a sigmoid head need all of it.</summary>
    [Theory]
    [InlineData("net10.0", "float")]
    [InlineData("net10.0", "double")]
    [InlineData("net8.0", "float")]
    [InlineData("netstandard2.0", "float")]
    [InlineData("netstandard2.0", "double")]
    public void Shared(string framework, string element)
    {
        var target = new[] { Framework.NetStandard, Framework.Net8, Framework.Current }.Single(f =>
            f.Name == framework
        );
        var files = new HeadCompiler(target).Generate(
            $"enum Long : long {{ A, B }} enum Byte : byte {{ A, B }}",
            $"[SoftmaxGen.SoftmaxHead(Labels = typeof(Long), Element = typeof({element}))] partial class OfLongs {{ }}",
            $"[SoftmaxGen.SoftmaxHead(Labels = typeof(Byte), Element = typeof({element}))] partial class OfBytes {{ }}",
            $"[SoftmaxGen.SoftmaxHead(Classes = 100, Element = typeof({element}))] partial class Many {{ }}",
            $"[SoftmaxGen.SigmoidHead(Outputs = 3, Element = typeof({element}))] partial class Tags {{ }}"
        );
        Snapshot.Verify(EmittedFiles.Shared(files), $"framework={framework}_element={element}");
    }

    private static void Verify(
        Framework framework,
        int classes,
        string options = "",
        [System.Runtime.CompilerServices.CallerMemberName] string method = ""
    )
    {
        var files = new HeadCompiler(framework).Generate(SourceOf($"Classes = {classes}{options}"));
        Snapshot.Verify(EmittedFiles.Kernel(files), $"classes={classes}", method: method);
    }

    private static string SourceOf(string arguments) =>
        $$"""
            namespace Game
            {
                [SoftmaxGen.SoftmaxHead({{arguments}})]
                public partial class EnemyBrain { }
            }
            """;
}
