using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>A target without spans gets no code, and an error that says what it needs.</summary>
public class TargetRuleTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { }";

    private const string Attributes =
        "namespace SoftmaxGen { public class SoftmaxHeadAttribute : System.Attribute { public int Classes { get; set; } } public enum Reduction { Mean, Sum } }";

    /// <summary>As much as a project needs to compile what is emitted.</summary>
    private const string Spans =
        "namespace System { public ref struct Span<T> { } public ref struct ReadOnlySpan<T> { } } namespace System.Runtime.InteropServices { public static class MemoryMarshal { } }";

    [Fact]
    public async Task Net_standard_needs_the_package_of_spans()
    {
        var compilation = Parse(Head);

        var diagnostic = Assert.Single(await Declared.Analyze(compilation));

        Assert.Equal("SMG0018", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains("package System.Memory", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(
            "SoftmaxGen.SoftmaxHead",
            diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)
        );
        Assert.Empty(Generated(compilation));
    }

    [Fact]
    public async Task It_is_said_beside_other_errors()
    {
        var diagnostics = await Declared.Analyze(Parse(Head.Replace("partial ", "", StringComparison.Ordinal)));
        Assert.Equal(["SMG0002", "SMG0018"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task Spans_of_the_package_or_of_the_project_are_enough()
    {
        var package = new HeadCompiler(Framework.NetStandard).Parse(Head);
        Assert.Empty(await Declared.Analyze(package));
        Assert.NotEmpty(Generated(package));
        Assert.Empty(await Declared.Analyze(Parse(Head, Spans)));

        // The project's own types win over those of a package.
        var both = package.AddSyntaxTrees(Parse(Spans).SyntaxTrees.First());
        Assert.Empty(await Declared.Analyze(both));
        Assert.NotEmpty(Generated(both));
    }

    [Theory]
    [InlineData("ReadOnlySpan<T>")]
    [InlineData("MemoryMarshal")]
    public async Task All_of_the_types_are_needed(string type) =>
        Assert.Equal(
            "SMG0018",
            Assert
                .Single(await Declared.Analyze(Parse(Head, Spans.Replace(type, "Other", StringComparison.Ordinal))))
                .Id
        );

    [Fact]
    public async Task Spans_that_another_assembly_keeps_to_itself_are_not_enough()
    {
        var library = Parse(Spans.Replace("public", "internal", StringComparison.Ordinal));
        using var image = new MemoryStream();
        library.Emit(image);
        var compilation = Parse(Head).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal("SMG0018", Assert.Single(await Declared.Analyze(compilation)).Id);
        Assert.Empty(Generated(compilation));
    }

    [Fact]
    public async Task A_type_of_the_project_that_has_the_name_of_the_reduction()
    {
        var compiler = new HeadCompiler(Framework.NetStandard);
        var own = compiler.Parse("namespace SoftmaxGen { public enum Reduction { None } }").SyntaxTrees;
        var compilation = compiler.Parse(Head).AddSyntaxTrees(own);
        Assert.Equal("SMG0022", Assert.Single(await Declared.Analyze(compilation)).Id);
        Assert.Empty(Generated(compilation));
    }

    [Fact]
    public async Task Two_assemblies_with_spans_are_ambiguous()
    {
        var compilation = Parse(Head).AddReferences(Library(), Library());
        Assert.Equal("SMG0018", Assert.Single(await Declared.Analyze(compilation)).Id);
        Assert.Empty(await Declared.Analyze(Parse(Head).AddReferences(Library())));
    }

    [Theory]
    [InlineData("gen")]
    [InlineData("gen,other")]
    public async Task The_package_behind_an_alias(string aliases)
    {
        var compilation = Aliased(
            [aliases],
            "extern alias gen; [gen::SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { }"
        );
        var diagnostic = Assert.Single(await Declared.Analyze(compilation));
        Assert.Equal("SMG0022", diagnostic.Id);
        Assert.Contains("without Aliases", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(Generated(compilation));
    }

    [Theory]
    [InlineData("gen,global")]
    [InlineData("gen", "global")]
    [InlineData("global", "gen")]
    [InlineData("", "gen")]
    [InlineData("gen", "")]
    [InlineData("gen", "other", "")]
    public async Task The_package_behind_an_alias_and_in_view(params string[] aliases)
    {
        var compilation = Aliased(aliases, Head);
        Assert.Empty(await Declared.Analyze(compilation));
        Assert.NotEmpty(Generated(compilation));
    }

    [Fact]
    public async Task Attributes_of_a_project_that_has_no_reduction()
    {
        var attributes = Attributes[..Attributes.IndexOf("public enum", StringComparison.Ordinal)] + "}";
        var compilation = Bare(Head, Spans, attributes);
        Assert.Equal("SMG0022", Assert.Single(await Declared.Analyze(compilation)).Id);
        Assert.Empty(Generated(compilation));
    }

    [Fact]
    public async Task Two_assemblies_with_a_reduction_are_ambiguous()
    {
        const string second = "namespace SoftmaxGen { public enum Reduction { None } }";
        var compilation = new HeadCompiler(Framework.NetStandard).Parse(Head).AddReferences(Library(second));
        Assert.Equal("SMG0022", Assert.Single(await Declared.Analyze(compilation)).Id);
        Assert.Empty(Generated(compilation));
    }

    /// <summary>The package's assembly, referenced once for each list of names, as MSBuild does it.</summary>
    private static CSharpCompilation Aliased(string[] aliases, string head)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "SoftmaxGen.dll");
        return new HeadCompiler(Framework.NetStandard)
            .Parse(head)
            .RemoveReferences(Framework.NetStandard.Attributes)
            .AddReferences(
                aliases.Select(list =>
                    MetadataReference.CreateFromFile(
                        path,
                        new MetadataReferenceProperties(aliases: list.Length == 0 ? default : [.. list.Split(',')])
                    )
                )
            );
    }

    private static MetadataReference Library(string source = Spans)
    {
        using var image = new MemoryStream();
        Bare(source).Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static IEnumerable<SyntaxTree> Generated(Compilation compilation) =>
        new HeadCompiler(Framework.NetStandard).Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees;

    /// <summary>Against .NET Standard 2.0 without System.Memory.</summary>
    private static CSharpCompilation Parse(params string[] sources) => Bare([.. sources, Attributes]);

    private static CSharpCompilation Bare(params string[] sources)
    {
        var compilation = new HeadCompiler(Framework.NetStandard).Parse(sources);
        return compilation.RemoveReferences(
            compilation.References.Where(reference =>
                reference == Framework.NetStandard.Attributes
                || reference.Display!.EndsWith("System.Memory.dll", StringComparison.Ordinal)
            )
        );
    }
}
