using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Projects in which the generator gives every head its code, and the compiler has nothing to say about it.</summary>
internal static class Silent
{
    /// <summary>Compiles sources beside other assemblies.</summary>
    public static CSharpCompilation Compile(
        HeadCompiler compiler,
        int heads,
        IEnumerable<string> sources,
        params MetadataReference[] others
    ) => Compile(compiler, heads, compiler.Parse([.. sources]).AddReferences(others));

    /// <summary>Compiles a project; any warning is an error.</summary>
    public static CSharpCompilation Compile(HeadCompiler compiler, int heads, Compilation project)
    {
        compiler.Driver().RunGeneratorsAndUpdateCompilation(project, out var compilation, out var failures);
        Assert.Empty(failures);
        Assert.Equal(heads, compilation.SyntaxTrees.Count(tree => IsOfHead(tree.FilePath)));
        var problems = compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())
            .ToList();
        Assert.True(problems.Count == 0, $"{problems.Count}\n{string.Join("\n", problems.Take(10))}");
        return (CSharpCompilation)compilation;
    }

    /// <summary>Whether an emitted file is one of a head.</summary>
    public static bool IsOfHead(string file) => file.EndsWith("Head.g.cs", StringComparison.Ordinal);

    /// <summary>A library that others reference.</summary>
    public static MetadataReference Library(Compilation compilation, params string[] aliases)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Take(20)));
        return MetadataReference.CreateFromImage(
            image.ToArray(),
            aliases.Length == 0 ? default : MetadataReferenceProperties.Assembly.WithAliases(aliases)
        );
    }
}
