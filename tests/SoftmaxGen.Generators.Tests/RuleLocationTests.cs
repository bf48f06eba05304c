using Microsoft.CodeAnalysis;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Each rule is shown at the narrowest text that has to change, which stands between [| and |] here.</summary>
public class RuleLocationTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";

    [Theory]
    [InlineData("SMG0001", "[SoftmaxGen.SoftmaxHead(Classes = [|1|])] partial class Head { }")]
    [InlineData("SMG0001", "[[|SoftmaxGen.SoftmaxHead|]] partial class Head { }")]
    [InlineData("SMG0001", "[[|SoftmaxGen.SoftmaxHead|](Temperature = 2)] partial class Head { }")]
    [InlineData("SMG0001", "enum E { A } [SoftmaxGen.SoftmaxHead(Labels = [|typeof(E)|])] partial class Head { }")]
    [InlineData("SMG0006", "[SoftmaxGen.SigmoidHead(Outputs = [|-1|])] partial class Head { }")]
    [InlineData("SMG0006", "[[|SoftmaxGen.SigmoidHead|]] partial class Head { }")]
    [InlineData(
        "SMG0007",
        "[SoftmaxGen.SoftmaxHead(Classes = 3), [|SoftmaxGen.SigmoidHead(Outputs = 1)|]] partial class Head { }"
    )]
    [InlineData(
        "SMG0007",
        "[SoftmaxGen.SigmoidHead(Outputs = 1)] partial class Head { } [[|SoftmaxGen.SoftmaxHead(Classes = 3)|]] partial class Head { }"
    )]
    [InlineData("SMG0008", "[SoftmaxGen.SoftmaxHead(Labels = [|typeof(int)|])] partial class Head { }")]
    [InlineData(
        "SMG0009",
        "enum E { A = 1, B } [SoftmaxGen.SoftmaxHead(Labels = [|typeof(E)|])] partial class Head { }"
    )]
    [InlineData(
        "SMG0010",
        "enum E { A, B } [SoftmaxGen.SoftmaxHead(Labels = [|typeof(E)|])] public partial class Head { }"
    )]
    [InlineData(
        "SMG0011",
        "enum E { A, B } [SoftmaxGen.SoftmaxHead(Labels = typeof(E), Classes = [|1 + 2|])] partial class Head { }"
    )]
    [InlineData("SMG0012", "[SoftmaxGen.SoftmaxHead(Classes = 3, Element = [|typeof(int)|])] partial class Head { }")]
    [InlineData("SMG0013", "[SoftmaxGen.SoftmaxHead(Classes = 3, Temperature = [|-1.5|])] partial class Head { }")]
    [InlineData("SMG0014", "[SoftmaxGen.SoftmaxHead(Classes = 3, LabelSmoothing = [|1|])] partial class Head { }")]
    [InlineData(
        "SMG0015",
        "[SoftmaxGen.SoftmaxHead(Classes = 3, ClassWeights = [|new double[] { 1, 2 }|])] partial class Head { }"
    )]
    [InlineData(
        "SMG0016",
        "[SoftmaxGen.SoftmaxHead(Classes = 3, ClassWeights = new double[] { 1, [|-2|], -3 })] partial class Head { }"
    )]
    [InlineData(
        "SMG0016",
        "[SoftmaxGen.SigmoidHead(Outputs = 2, PositiveWeights = new[] { 1.0, [|1 / 0.0|] })] partial class Head { }"
    )]
    [InlineData(
        "SMG0016",
        "[SoftmaxGen.SoftmaxHead(Classes = 2, ClassWeights = [|(new double[] { 1, -2 })|])] partial class Head { }"
    )]
    [InlineData(
        "SMG0016",
        "[SoftmaxGen.SoftmaxHead(Classes = 3, ClassWeights = [1, [|-2|], 3])] partial class Head { }"
    )]
    [InlineData(
        "SMG0023",
        "[System.Flags] enum E { A = 1, B } [SoftmaxGen.SoftmaxHead(Labels = [|typeof(E)|])] partial class Head { }"
    )]
    [InlineData(
        "SMG0017",
        "[SoftmaxGen.SoftmaxHead(Classes = 3, FullyMasked = [|(SoftmaxGen.FullyMasked)7|])] partial class Head { }"
    )]
    public Task A_rule_about_the_attribute_is_shown_in_it(string rule, string source) => IsShown(rule, source);

    [Theory]
    [InlineData("SMG0002", "[SoftmaxGen.SoftmaxHead(Classes = 3)] class [|Head|]<T> { }")]
    [InlineData("SMG0002", "class [|Outer|] { [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } }")]
    [InlineData("SMG0003", "[SoftmaxGen.SoftmaxHead(Classes = 3)] static [|file|] partial class Head { }")]
    [InlineData(
        "SMG0003",
        "[|file|] partial class Outer { [SoftmaxGen.SoftmaxHead(Classes = 3)] public partial class Head { } }"
    )]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { int [|Classes|] => 3; }")]
    [InlineData(
        "SMG0004",
        "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { static int Predict(int x) => 0; static int [|Predict|](System.ReadOnlySpan<float> x) => 0; }"
    )]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head<T, [|Predict|]> { }")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial record Head(int A, int [|Classes|]);")]
    [InlineData("SMG0004", "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head(int [|Classes|]) { }")]
    [InlineData(
        "SMG0004",
        "partial class Softmax { } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class [|Softmax|] { }"
    )]
    public Task A_rule_about_a_declaration_is_shown_at_its_name(string rule, string source) => IsShown(rule, source);

    [Fact]
    public Task A_member_of_another_part_is_shown_there() =>
        IsShown("SMG0004", $"{Head} partial class Head {{ }}", "partial class Head { int [|Softmax|]; }");

    [Fact]
    public Task A_part_that_is_not_partial_is_shown_in_the_file_of_the_head_where_it_can_be()
    {
        const string outer = "class Outer { }";
        return IsShown("SMG0002", outer, $"class [|Outer|] {{ {Head} partial class Head {{ }} }}");
    }

    [Fact]
    public Task A_part_that_is_not_partial_is_shown_in_another_file() =>
        IsShown("SMG0002", "class [|Outer|] { }", $"partial class Outer {{ {Head} partial class Head {{ }} }}");

    [Fact]
    public Task An_abstract_member_of_a_base_is_shown_in_the_base() =>
        IsShown(
            "SMG0004",
            $"{Head} abstract partial class Head : Base {{ }}",
            "abstract class Base { public abstract float [|LogSumExp|](System.ReadOnlySpan<float> x); }"
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_abstract_member_of_another_assembly_is_shown_at_the_head(bool fromSource)
    {
        var compiler = new HeadCompiler(Framework.Current);
        var library = compiler.Parse(
            "public abstract class Base { public abstract float LogSumExp(System.ReadOnlySpan<float> x); }"
        );
        using var image = new MemoryStream();
        library.Emit(image);
        MetadataReference reference = fromSource
            ? library.ToMetadataReference()
            : MetadataReference.CreateFromImage(image.ToArray());
        var compilation = compiler.Parse($"{Head} abstract partial class Head : Base {{ }}").AddReferences(reference);

        var diagnostic = Assert.Single(await Declared.Analyze(compilation));

        Assert.Equal("SMG0004", diagnostic.Id);
        Assert.Equal("Head", TextAt(diagnostic.Location));
    }

    [Fact]
    public Task A_delegate_is_shown_at_the_attribute_that_it_cannot_have() =>
        IsShown("SMG0004", "[[|SoftmaxGen.SoftmaxHead|](Classes = 3)] delegate void Softmax();");

    /// <summary>A fix finds the head there.</summary>
    [Fact]
    public async Task What_is_shown_outside_of_the_attribute_names_it_too()
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(
            $"class Outer {{ {Head} partial class Head {{ }} }}"
        );

        var diagnostic = Assert.Single(await Declared.Analyze(compilation));

        Assert.Equal("SoftmaxGen.SoftmaxHead(Classes = 3)", TextAt(Assert.Single(diagnostic.AdditionalLocations)));
    }

    [Fact]
    public async Task What_is_shown_in_the_attribute_names_nothing_else()
    {
        var compilation = new HeadCompiler(Framework.Current).Parse(
            "[SoftmaxGen.SoftmaxHead(Classes = 1)] partial class Head { }"
        );
        Assert.Empty(Assert.Single(await Declared.Analyze(compilation)).AdditionalLocations);
    }

    private static async Task IsShown(string rule, params string[] marked)
    {
        var sources = marked
            .Select(source =>
                source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
            )
            .ToArray();
        var compilation = new HeadCompiler(Framework.Current).Parse(sources);

        var diagnostic = Assert.Single(await Declared.Analyze(compilation));

        var index = Array.FindIndex(marked, IsMarked);
        var file = marked[index];
        var start = file.IndexOf("[|", StringComparison.Ordinal);
        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(FormattableString.Invariant($"Source{index}.cs"), diagnostic.Location.SourceTree!.FilePath);
        Assert.Equal(start, diagnostic.Location.SourceSpan.Start);
        Assert.Equal(file[(start + 2)..file.IndexOf("|]", StringComparison.Ordinal)], TextAt(diagnostic.Location));
    }

    private static bool IsMarked(string source) => source.Contains("[|", StringComparison.Ordinal);

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
