using Microsoft.CodeAnalysis;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Label enums of another assembly, with and without access to its internals. The compiler is the oracle.</summary>
public class LabelsOfOtherAssemblyTests
{
    private const string Head =
        "[SoftmaxGen.SoftmaxHead(Labels = typeof(NAME))] HEAD partial class Head { public static void Take(NAME label) { } }";

    private static readonly string[] Accessibilities =
    [
        "public",
        "internal",
        "private",
        "protected",
        "protected internal",
        "private protected",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_base_class(bool givesAccess)
    {
        var seen = new HashSet<string>();
        foreach (var labels in Accessibilities)
        {
            var library = Library($"public class Base {{ {labels} enum E {{ A, B }} }}", givesAccess);
            foreach (var head in Accessibilities)
            {
                seen.Add(
                    await AgreesWithTheCompiler(library, $"public partial class Outer : Base {{ {Head} }}", "E", head)
                );
                seen.Add(
                    await AgreesWithTheCompiler(library, $"internal partial class Outer {{ {Head} }}", "Base.E", head)
                );
            }
        }

        Assert.Superset(new HashSet<string> { "", "CS0051", "CS0122" }, seen);
    }

    private static MetadataReference Library(string source, bool givesAccess)
    {
        var access = givesAccess ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Game\")]" : "";
        return new HeadCompiler(Framework.Current).Parse(access + source).ToMetadataReference();
    }

    /// <summary>The first error of the compiler, if any.</summary>
    private static async Task<string> AgreesWithTheCompiler(
        MetadataReference library,
        string source,
        string labels,
        string head
    )
    {
        var text = source
            .Replace("NAME", labels, StringComparison.Ordinal)
            .Replace("HEAD", head, StringComparison.Ordinal);
        var game = new HeadCompiler(Framework.Current).Parse(text).WithAssemblyName("Game").AddReferences(library);
        var errors = game.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id)
            .Distinct()
            .ToList();
        var rules = (await Declared.Analyze(game)).Select(diagnostic => diagnostic.Id);
        Assert.Equal(errors is ["CS0051"] ? ["SMG0010"] : [], rules);
        return errors.FirstOrDefault() ?? "";
    }
}
