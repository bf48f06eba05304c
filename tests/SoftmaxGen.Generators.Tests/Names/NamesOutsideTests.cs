using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Types and namespaces with the name of anything that emitted text names, in the project or in what it references.</summary>
public class NamesOutsideTests
{
    /// <summary>Where types may stand that a file of ours could find: beside heads, beside kernels, where the framework's own are.</summary>
    private static readonly string[] Spaces =
    [
        "MyGame",
        "SoftmaxGen",
        "System",
        "System.Numerics",
        "System.CodeDom.Compiler",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "System.Runtime.Intrinsics.Arm",
        "System.Runtime.Intrinsics.X86",
    ];

    private static readonly string[] Attributes = ["MethodImpl", "GeneratedCode"];

    /// <summary>What types in <c>System</c> and <c>System.Runtime.Intrinsics</c> cannot be called: constants have no alias.</summary>
    private static readonly string[] Constants =
    [
        "AggressiveInlining",
        "AggressiveOptimization",
        "NoInlining",
        "HalfScale",
        "InverseScale",
        "LargeLogit",
        "RoundToExponent",
        "RoundToIntegerDouble",
        "TinyTerm",
    ];

    [Fact]
    public void Types_of_the_project_and_the_oldest_language() =>
        Silent.Compile(
            new HeadCompiler(Framework.Current) { Language = LanguageVersion.CSharp9 },
            EmittedNames.HeadCount,
            [EmittedNames.Heads, .. Types()]
        );

    [Fact]
    public void Types_of_the_project_and_heads_of_every_layout() =>
        Silent.Compile(
            new HeadCompiler(Framework.Current),
            EmittedNames.HeadCount + EmittedNames.MoreHeadCount,
            [EmittedNames.Heads, EmittedNames.MoreHeads, .. Types()]
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Types_of_a_referenced_assembly(LanguageVersion language)
    {
        var compiler = new HeadCompiler(Framework.Current) { Language = language };
        var library = Silent.Library(compiler.Parse([.. Types()]).WithAssemblyName("Library"));
        Silent.Compile(compiler, EmittedNames.HeadCount, [EmittedNames.Heads], library);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Namespaces(LanguageVersion language) =>
        Silent.Compile(
            new HeadCompiler(Framework.Current) { Language = language },
            EmittedNames.HeadCount,
            [
                EmittedNames.Heads,
                .. EmittedNames.All.Select(name => $"namespace {name} {{ class Any {{ }} }}"),
                .. EmittedNames.All.Select(name => $"namespace MyGame.{name} {{ class Any {{ }} }}"),
                // The package has a type of the last name.
                .. EmittedNames
                    .All.Where(name => name != "Reduction")
                    .Select(name => $"namespace SoftmaxGen.{name} {{ class Any {{ }} }}"),
            ]
        );

    /// <summary>Types of all names in no namespace and in several, but where one would hide what is there from everyone.</summary>
    private static IEnumerable<string> Types()
    {
        var framework = new HeadCompiler(Framework.Current).Parse();
        return Spaces
            .Select(space => $"namespace {space} {{ {Types(framework, space.Split('.'))} }}")
            .Prepend(Types(framework, []))
            .Select(types => "#pragma warning disable\n" + types);
    }

    private static string Types(Compilation framework, string[] path)
    {
        var space = path.Aggregate(
            (INamespaceSymbol?)framework.GlobalNamespace,
            (outer, name) => outer?.GetNamespaceMembers().SingleOrDefault(inner => inner.Name == name)
        );
        var types = EmittedNames.All.Select(name => (Name: name, Declaration: $"public class {name} {{ }}"));
        var attributes = Attributes.Select(name =>
            (Name: name + "Attribute", Declaration: $"public class {name}Attribute : global::System.Attribute {{ }}")
        );
        return string.Join(
            "\n",
            types
                .Concat(attributes)
                .DistinctBy(type => type.Name)
                .Where(type => space is null || !space.GetMembers(type.Name).Any())
                // A namespace that kernels will stand in.
                .Where(type => path is not ["SoftmaxGen"] || type.Name != "Generated")
                .Where(type =>
                    path is not (["System"] or ["System", "Runtime", "Intrinsics"]) || !Constants.Contains(type.Name)
                )
                .Select(type => type.Declaration)
        );
    }
}
