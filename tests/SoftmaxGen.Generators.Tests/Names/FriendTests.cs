using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Projects that are given the internals of others, and see kernels of the same names there.</summary>
public class FriendTests
{
    private const string Access = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]\n";

    /// <summary>The heads have equal plans, and equal names too.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Of_the_same_version(LanguageVersion language) =>
        AssertSilent(language, Library("Library", text => text));

    /// <summary>What that version calls otherwise, and what has other parameters there, is not taken for what is here.</summary>
    [Fact]
    public void Of_another_version() =>
        AssertSilent(LanguageVersion.Latest, Library("Older", OfOtherVersion), Library("Same", text => text));

    /// <summary>A head may derive from one of the other project, whose kernels it does not call.</summary>
    [Fact]
    public void With_a_head_that_derives_from_one_there()
    {
        var compiler = new HeadCompiler(Framework.Current);
        Silent.Compile(
            compiler,
            heads: 1,
            compiler
                .Parse("[SoftmaxGen.SoftmaxHead(Classes = 33)] public partial class Derived : MyGame.MyMany { }")
                .WithAssemblyName("App")
                .AddReferences(Library("Older", OfOtherVersion))
        );
    }

    private static string OfOtherVersion(string text) =>
        text.Replace("Parameter", "Argument", StringComparison.Ordinal)
            .Replace("LossSum", "LossTotal", StringComparison.Ordinal)
            .Replace("string head)", "string head, int version = 0)", StringComparison.Ordinal)
            .Replace("internal static void Require", "private static void Require", StringComparison.Ordinal)
            .Replace("private static", "internal static", StringComparison.Ordinal);

    private static void AssertSilent(LanguageVersion language, params MetadataReference[] libraries)
    {
        var compiler = new HeadCompiler(Framework.Current) { Language = language };
        // A type of that name is in all assemblies: which one is meant is the user's to say.
        var project = compiler.Parse("#pragma warning disable CS0436\n" + EmittedNames.Heads);
        Silent.Compile(compiler, EmittedNames.HeadCount, project.WithAssemblyName("App").AddReferences(libraries));
    }

    private static MetadataReference Library(string name, Func<string, string> version) =>
        Silent.Library(
            new HeadCompiler(Framework.Current) { Edit = version }
                .Compile(Access + EmittedNames.Heads)
                .WithAssemblyName(name)
        );
}
