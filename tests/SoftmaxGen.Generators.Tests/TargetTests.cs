using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What the compilation offers is read once for its references, and again when anything it depends on changes.</summary>
public class TargetTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 4)] partial class Head { }";

    [Fact]
    public void A_type_of_the_source_counts_while_it_is_there()
    {
        var edits = new SolutionEdits(Head, "");
        Assert.Equal([128, 256, 512], edits.Target.Vectors);

        edits.Edit((1, Polyfill("internal"))).ExpectWritten("Head");
        Assert.Equal([128, 256], edits.Target.Vectors);

        edits.Edit((1, "")).ExpectWritten("Head");
        Assert.Equal([128, 256, 512], edits.Target.Vectors);
    }

    [Fact]
    public void Another_type_of_the_source_counts_instead()
    {
        var edits = new SolutionEdits(Head, Polyfill("internal"));
        Assert.Equal([128, 256], edits.Target.Vectors);

        edits
            .Edit((1, Polyfill("internal").Replace("Vector512", "Vector256", StringComparison.Ordinal)))
            .ExpectWritten("Head");
        Assert.Equal([128], edits.Target.Vectors);
    }

    /// <summary>A second type is the source's own, which its code means then.</summary>
    [Fact]
    public void Spans_of_the_source_count_while_they_are_there()
    {
        const string spans = "namespace System { public ref struct Span<T> { } }";
        var library = Library(spans);
        var edits = new SolutionEdits(Head, "");
        edits.Run(edits.Compilation.AddReferences(library));
        Assert.False(edits.Target.HasSpans);

        edits.Edit((1, spans));
        Assert.True(edits.Target.HasSpans);

        edits.Edit((1, ""));
        Assert.False(edits.Target.HasSpans);
    }

    [Fact]
    public void A_reference_counts_while_it_is_there()
    {
        var edits = new SolutionEdits(Head);
        var before = edits.Compilation;

        edits.Run(before.AddReferences(Library(Polyfill("public")))).ExpectWritten("Head");
        Assert.Equal([128, 256], edits.Target.Vectors);

        edits.Run(before).ExpectWritten("Head");
        Assert.Equal([128, 256, 512], edits.Target.Vectors);
    }

    [Fact]
    public void An_internal_type_of_a_reference_counts_for_its_friends()
    {
        var library = Library(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")] " + Polyfill("internal")
        );
        var edits = new SolutionEdits(Head);
        edits.Run(edits.Compilation.AddReferences(library)).ExpectWritten();

        edits.Run(edits.Compilation.WithAssemblyName("Friend")).ExpectWritten("Head");
        Assert.Equal([128, 256], edits.Target.Vectors);
    }

    /// <summary>A second type of the name makes it ambiguous.</summary>
    internal static string Polyfill(string accessibility) =>
        $"namespace System.Runtime.Intrinsics {{ {accessibility} static class Vector512 {{ }} }}";

    internal static MetadataReference Library(string source) =>
        CSharpCompilation
            .Create(
                "Library",
                [CSharpSyntaxTree.ParseText(source)],
                Framework.Current.References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference();
}
