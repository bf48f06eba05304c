using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Heads, and what stands around them and in them, with the name of anything that the file of a head names.</summary>
public class HeadNameTests
{
    private const string Softmax = "[global::SoftmaxGen.SoftmaxHead(Classes = 3)] public";
    private const string Sigmoid = "[global::SoftmaxGen.SigmoidHead(Outputs = 1)] public";

    private static IReadOnlyList<string> Names { get; } =
    [.. EmittedNames.OfSoftmaxHeads.Union(EmittedNames.OfSigmoidHeads)];

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Heads(LanguageVersion language) =>
        AssertSilent(
            language,
            [
                .. Free(EmittedNames.OfSoftmaxHeads).Select(name => $"{Softmax} partial class {name} {{ }}"),
                .. Free(EmittedNames.OfSigmoidHeads).Select(name => $"{Sigmoid} partial struct {name}<T> {{ }}"),
            ]
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void What_stands_around_a_head(LanguageVersion language)
    {
        var (some, others) = (Names.Where((_, i) => i % 2 == 0), Names.Where((_, i) => i % 2 == 1));
        AssertSilent(
            language,
            [
                Nested("namespace", some, $"{Softmax} partial class Head {{ }}"),
                Nested("namespace", others, $"{Sigmoid} partial class Head {{ }}"),
                Nested("partial class", some, $"{Sigmoid} partial class Head {{ }}"),
                Nested("partial class", others, $"{Softmax} partial class Head {{ }}"),
                $"{Softmax} partial class Head<{string.Join(", ", Free(Names))}> {{ }}",
                $"partial class Outer<{string.Join(", ", Names)}> {{ {Sigmoid} partial struct Head {{ }} }}",
            ]
        );
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void What_stands_in_a_head_and_in_types_around_it(LanguageVersion language)
    {
        var types = string.Concat(Names.Select(name => $"public class {name} {{ }} "));
        var methods = string.Concat(Names.Select(name => $"public static object {name}() => null; "));
        AssertSilent(
            language,
            [
                $"{Softmax} partial class Head {{ {string.Concat(Free(Names).Select(name => $"class {name} {{ }} "))} }}",
                $"{Sigmoid} partial class Head {{ {string.Concat(Free(Names).Select(name => $"int {name} => 0; "))} }}",
                $"partial class Outer {{ {types} {Softmax} partial class Head {{ }} }}",
                $"partial class Outer {{ {methods} {Sigmoid} partial class Head {{ }} }}",
                $"public class Base {{ {types} }} {Softmax} partial class Head : Base {{ }}",
                $"public class Base {{ {methods} }} partial class Outer : Base {{ {Sigmoid} partial class Head {{ }} }}",
            ]
        );
    }

    /// <summary>Without those that a head generates itself: SMG0004 says that neither it nor what is in it can have them.</summary>
    private static IEnumerable<string> Free(IEnumerable<string> names) => names.Except(GeneratedMembers.AllNames);

    private static string Nested(string what, IEnumerable<string> names, string head) =>
        names.Aggregate(head, (inner, name) => $"{what} {name} {{ {inner} }}");

    /// <summary>Each head in a namespace of its own.</summary>
    private static void AssertSilent(LanguageVersion language, IEnumerable<string> heads)
    {
        var sources = heads.Select((head, i) => $"#pragma warning disable\nnamespace N{i} {{ {head} }}").ToList();
        Silent.Compile(new HeadCompiler(Framework.Current) { Language = language }, sources.Count, sources);
    }
}
