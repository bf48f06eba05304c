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
    public Task Of_a_base_class(bool givesAccess)
    {
        var library = string.Concat(
            Accessibilities.Select((labels, index) => $"public class Base{index} {{ {labels} enum E {{ A, B }} }} ")
        );
        var heads =
            from index in Enumerable.Range(0, Accessibilities.Length)
            from head in Accessibilities
            from source in new[]
            {
                $"public partial class Outer : Base{index} {{ {Placed("E", head)} }}",
                $"internal partial class Outer {{ {Placed($"Base{index}.E", head)} }}",
            }
            select source;
        return CompilerAsOracle.AgreesWithRules(
            new HeadCompiler(Framework.Current)
                .Parse(CompilerAsOracle.InNamespaces(heads))
                .WithAssemblyName("Game")
                .AddReferences(Library(library, givesAccess))
        );
    }

    private static string Placed(string labels, string head) =>
        Head.Replace("NAME", labels, StringComparison.Ordinal).Replace("HEAD", head, StringComparison.Ordinal);

    private static MetadataReference Library(string source, bool givesAccess)
    {
        var access = givesAccess ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Game\")]" : "";
        return new HeadCompiler(Framework.Current).Parse(access + source).ToMetadataReference();
    }
}
