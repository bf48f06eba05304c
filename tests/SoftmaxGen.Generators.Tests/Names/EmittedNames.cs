using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>The names that a project could take away: all that emitted text has and that may be those of types.</summary>
internal static class EmittedNames
{
    /// <summary>Heads of all layouts, both elements, all kinds of labels and all options. Their own names begin with "My".</summary>
    public const string Heads = """
        namespace MyGame
        {
            public enum MyBytes : byte { A, B, C }
            public enum MyShorts : short { A, B, C }
            public enum MyInts { A, B, C }
            public enum MyLongs : long { A, B, C }
            [global::SoftmaxGen.SoftmaxHead(Classes = 2)] public partial class MyTwo { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyInts))] public partial class MyThree { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyBytes))] public partial class MyOfBytes { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyLongs))] public partial class MyOfLongs { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 10)] public partial class MyTen { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 33)] public partial class MyThirtyThree { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 1100)] public partial class MyThousand { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 3, Element = typeof(double))] public partial class MyOfDoubles { }
            [global::SoftmaxGen.SoftmaxHead(Classes = 129, Element = typeof(double))] public partial class MyOfManyDoubles { }
            [global::SoftmaxGen.SoftmaxHead(Labels = typeof(MyShorts), Temperature = 0.7, LabelSmoothing = 0.1, IgnoreIndex = -100,
                ClassWeights = new[] { 1.0, 2, 3 }, FullyMasked = global::SoftmaxGen.FullyMasked.Zero)]
            public partial class MyWithOptions { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 1)] public partial class MyOne { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 3, LabelSmoothing = 0.1, PositiveWeights = new[] { 1.0, 2, 3 })]
            public partial class MyTags { }
            [global::SoftmaxGen.SigmoidHead(Outputs = 100, Element = typeof(double))] public partial class MyDoubleTags { }
        }
        """;

    /// <summary>How many heads there are.</summary>
    public const int HeadCount = 13;

    private static readonly IReadOnlyList<(string File, string Text)> Files =
    [
        .. new[] { Framework.Current, Framework.Net8, Framework.NetStandard }
            .SelectMany(framework => new HeadCompiler(framework).Generate(Heads))
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
