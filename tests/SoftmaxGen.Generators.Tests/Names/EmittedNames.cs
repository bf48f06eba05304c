using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>The names that a project could take away: all that emitted text has and that may be those of types.</summary>
internal static class EmittedNames
{
    /// <summary>A few heads that bring every kind of file: numbers, doubles, labels, options. Their own names begin with "My".</summary>
    public const string Heads = """
        namespace MyGame
        {
            public enum MyBytes : byte { A, B, C }
            public enum MyInts { A, B, C }
            public enum MyLongs : long { A, B, C }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyBytes))] public partial class MyOfBytes { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyInts), Element = typeof(double))] public partial class MyOfInts { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 33)] public partial class MyMany { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyLongs), Temperature = 0.7, LabelSmoothing = 0.1, IgnoreIndex = -100,
                ClassWeights = new[] { 1.0, 2, 3 }, FullyMasked = global::SoftmaxGen.FullyMasked.Zero)]
            public partial class MyOfLongs { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 1)] public partial class MyOne { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 3, LabelSmoothing = 0.1, PositiveWeights = new[] { 1.0, 2, 3 })]
            public partial class MyTags { }
        }

        """;

    public const int HeadCount = 6;

    /// <summary>Heads of the other layouts.</summary>
    public const string MoreHeads = """
        namespace MyGame
        {
            [global::SoftmaxGen.SoftmaxHead(Classes = 2)] public partial class MyTwo { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 7)] public partial class MySeven { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 10)] public partial class MyTen { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 1100)] public partial class MyThousand { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 129, Element = typeof(double))] public partial class MyOfDoubles { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 100, Element = typeof(double))] public partial class MyDoubleTags { }
        }
        """;

    public const int MoreHeadCount = 6;

    private static readonly IReadOnlyList<(string File, string Text)> Files =
    [
        .. new[] { Framework.Current, Framework.Net8, Framework.NetStandard }
            .SelectMany(framework => new HeadCompiler(framework).Generate(Heads, MoreHeads))
            .Select(file => (file.Key, file.Value)),
    ];

    /// <summary>Those in the files of heads, which stand among the user's own types.</summary>
    public static IReadOnlyList<string> OfSoftmaxHeads { get; } =
        In(Files.Where(file => IsOf("SoftmaxHead", file.File)));

    public static IReadOnlyList<string> OfSigmoidHeads { get; } =
        In(Files.Where(file => IsOf("SigmoidHead", file.File)));

    /// <summary>Those in all files.</summary>
    public static IReadOnlyList<string> All { get; } = In(Files);

    /// <summary>The identifiers that begin with a capital letter, but for the heads' own.</summary>
    private static IReadOnlyList<string> In(IEnumerable<(string File, string Text)> files) =>
        [
            .. files
                .SelectMany(file => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens())
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && char.IsUpper(token.ValueText[0]))
                .Select(token => token.ValueText)
                .Where(name => !name.StartsWith("My", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsOf(string kind, string file) => file.EndsWith($"{kind}.g.cs", StringComparison.Ordinal);
}
