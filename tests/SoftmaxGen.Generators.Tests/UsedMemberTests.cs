using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// Nothing is emitted that nobody calls: in the kernels of a plan, and over many plans in what they share. What is called
/// is called so that no project can come between.
/// </summary>
public class UsedMemberTests
{
    private const string WeightsOf4 = "ClassWeights = new[] { 1, 0.5, 2, 0 }";

    /// <summary>Every layout of a row and of a batch, and every option.</summary>
    private static readonly string[] SoftmaxArguments =
    [
        .. new[] { 2, 3, 4, 5, 8, 9, 10, 12, 14, 16, 17, 20, 26, 29, 32, 33, 64, 100, 256, 300, 1000, 1100 }.Select(
            classes => $"Classes = {classes}"
        ),
        "Classes = 4, Temperature = 2",
        "Classes = 14, Temperature = 2",
        "Classes = 40, Temperature = 2",
        "Classes = 300, Temperature = 2",
        "Classes = 4, LabelSmoothing = 0.1",
        "Classes = 20, LabelSmoothing = 0.1",
        "Classes = 100, LabelSmoothing = 0.1",
        "Classes = 300, LabelSmoothing = 0.1",
        "Classes = 4, IgnoreIndex = -1",
        "Classes = 20, IgnoreIndex = -1",
        "Classes = 300, IgnoreIndex = -1",
        "Classes = 4, IgnoreIndex = 1",
        "Classes = 4, FullyMasked = SoftmaxGen.FullyMasked.Zero",
        "Classes = 300, FullyMasked = SoftmaxGen.FullyMasked.Zero",
        $"Classes = 4, {WeightsOf4}",
        $"Classes = 4, LabelSmoothing = 0.1, {WeightsOf4}",
        $"Classes = 4, LabelSmoothing = 0.1, Temperature = 2, IgnoreIndex = -1, {WeightsOf4}",
        "Labels = typeof(OfByte)",
        "Labels = typeof(OfByte), IgnoreIndex = -1",
        "Labels = typeof(OfLong)",
        "Labels = typeof(OfLong), IgnoreIndex = -1",
    ];

    private static readonly string[] SigmoidArguments =
    [
        "Outputs = 1",
        "Outputs = 2",
        "Outputs = 3",
        "Outputs = 7",
        "Outputs = 10",
        "Outputs = 100",
        "Outputs = 3, LabelSmoothing = 0.1, PositiveWeights = new[] { 1.0, 5, 0.1 }",
        "Outputs = 1, LabelSmoothing = 0.1, PositiveWeights = new[] { 2.0 }",
    ];

    [Theory]
    [InlineData("net10.0", "float")]
    [InlineData("net10.0", "double")]
    [InlineData("net8.0", "float")]
    [InlineData("netstandard2.0", "float")]
    [InlineData("netstandard2.0", "double")]
    public void Every_member_is_called_and_every_method_optimized_and_no_call_an_extension(
        string framework,
        string element
    )
    {
        var target = new[] { Framework.NetStandard, Framework.Net8, Framework.Current }.Single(f =>
            f.Name == framework
        );
        var heads = SoftmaxArguments
            .Select(arguments => $"SoftmaxHead({arguments}, Element = typeof({element}))")
            .Concat(SigmoidArguments.Select(arguments => $"SigmoidHead({arguments}, Element = typeof({element}))"))
            .Select((attribute, index) => $"[SoftmaxGen.{attribute}] partial class Head{index} {{ }}");
        var compilation = new HeadCompiler(target).Compile([
            "enum OfByte : byte { A, B, C } enum OfLong : long { A, B, C }",
            .. heads,
        ]);
        var used = compilation
            .SyntaxTrees.SelectMany(tree => NamesIn(tree, compilation))
            .ToHashSet(SymbolEqualityComparer.Default);

        var classes = GeneratedTypes(compilation).ToList();
        var members = classes
            .SelectMany(type => type.GetMembers())
            // Accessors and constructors stand in no name.
            .Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary });

        Assert.NotEmpty(classes);
        var unused = members
            .Where(member => !used.Contains(member))
            .Select(member => member.ToDisplayString())
            .ToList();
        Assert.True(unused.Count == 0, string.Join("\n", unused));
        AssertOnlyKernels(classes);
        AssertNoExtension(compilation);
        AssertNoUnusedDirective(compilation);
        if (target != Framework.NetStandard)
        {
            AssertOptimized(compilation);
        }
    }

    /// <summary>Whatever else stood in the namespace could come before a name of the framework, here or in a friend.</summary>
    private static void AssertOnlyKernels(IEnumerable<INamedTypeSymbol> classes) =>
        Assert.All(classes, type => Assert.Matches("^(Checks|Floats|Doubles|(Classes|Outputs)[0-9]\\w*)$", type.Name));

    /// <summary>An extension method that a project declares in a namespace we import would be called instead.</summary>
    private static void AssertNoExtension(Compilation compilation)
    {
        var extensions = compilation
            .SyntaxTrees.SelectMany(tree => ExtensionsIn(tree, compilation.GetSemanticModel(tree)))
            .ToList();
        Assert.True(extensions.Count == 0, string.Join("\n", extensions.Distinct()));
    }

    /// <summary>The compiler says so, but shows it to nobody.</summary>
    private static void AssertNoUnusedDirective(Compilation compilation)
    {
        var unused = compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Id == "CS8019")
            .Select(diagnostic =>
                $"{diagnostic.Location.SourceTree!.FilePath}: {diagnostic.Location.SourceTree.GetText().ToString(diagnostic.Location.SourceSpan)}"
            )
            .ToList();
        Assert.True(unused.Count == 0, string.Join("\n", unused));
    }

    private static IEnumerable<string> ExtensionsIn(SyntaxTree tree, SemanticModel model) =>
        tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: not null })
            .Select(call => call.ToString());

    private static IEnumerable<ISymbol?> NamesIn(SyntaxTree tree, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol?.OriginalDefinition);
    }

    private static IEnumerable<INamedTypeSymbol> GeneratedTypes(Compilation compilation) =>
        compilation
            .GlobalNamespace.GetNamespaceMembers()
            .Single(space => space.Name == "SoftmaxGen")
            .GetNamespaceMembers()
            .Single(space => space.Name == "Generated")
            .GetTypeMembers();

    /// <summary>A method that is neither inlined nor optimized would run slowly until it has been called often.</summary>
    private static void AssertOptimized(Compilation compilation)
    {
        var methods = compilation
            .SyntaxTrees.Where(tree =>
                Path.GetFileName(tree.FilePath).StartsWith("SoftmaxGen.", StringComparison.Ordinal)
            )
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
            .Where(method => !MakesMessages(method))
            .ToList();
        Assert.NotEmpty(methods);
        Assert.All(
            methods,
            method => Assert.Contains("Aggressive", method.AttributeLists.ToString(), StringComparison.Ordinal)
        );
    }

    /// <summary>What is called once before an exception is thrown need not be fast.</summary>
    private static bool MakesMessages(BaseMethodDeclarationSyntax method) =>
        method is MethodDeclarationSyntax { ReturnType: var type }
        && type.ToString() is "string" or "ArgumentException";
}
