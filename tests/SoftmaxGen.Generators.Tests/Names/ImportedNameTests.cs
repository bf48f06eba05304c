using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>Global using directives of a project that bring the name of anything that emitted text names.</summary>
public class ImportedNameTests
{
    private const string Hidden = "[global::System.Obsolete(\"Not this one.\", error: true)]";

    [Fact]
    public void Aliases() =>
        AssertSilent([
            .. EmittedNames.All.Select(name => $"global using {name} = global::Imported.Any;"),
            "namespace Imported { public static class Any { } }",
        ]);

    /// <summary>As TorchSharp has a Reduction.</summary>
    [Fact]
    public void Namespaces() =>
        AssertSilent(
            "global using Imported; global using Imported.Attributes;",
            $"namespace Imported {{ {Types("public static class")} }}",
            $"namespace Imported.Attributes {{ {Types("public class", "Attribute", " : global::System.Attribute")} }}"
        );

    /// <summary>Methods of any arguments, and types, which nothing could call or name without an error.</summary>
    [Fact]
    public void Static_classes() =>
        AssertSilent(
            "global using static Imported.Methods; global using static Imported.Types; global using static Imported.Extensions;",
            $"namespace Imported {{ public static class Methods {{ {Members("dynamic {0}(params dynamic[] any) => null")} }} }}",
            $"namespace Imported {{ public static class Extensions {{ {Members("T {0}<T>(this T any, params dynamic[] others) => any")} }} }}",
            $"namespace Imported {{ public static class Types {{ {Types("public static class")} }} }}"
        );

    private static string Types(string what, string suffix = "", string bases = "") =>
        string.Concat(EmittedNames.All.Select(name => $"{Hidden} {what} {name}{suffix}{bases} {{ }} "));

    /// <summary>A method called nameof takes the word away from the language.</summary>
    private static string Members(string member) =>
        string.Concat(
            EmittedNames
                .All.Append("nameof")
                .Select(name => $"{Hidden} public static {member.Replace("{0}", name, StringComparison.Ordinal)}; ")
        );

    /// <summary>The oldest language with such directives, and the latest.</summary>
    private static void AssertSilent(params string[] sources)
    {
        foreach (var language in new[] { LanguageVersion.CSharp10, LanguageVersion.Latest })
        {
            Silent.Compile(
                new HeadCompiler(Framework.Current) { Language = language },
                EmittedNames.HeadCount,
                [EmittedNames.Heads, .. sources.Select(source => "#pragma warning disable\n" + source)]
            );
        }
    }
}
