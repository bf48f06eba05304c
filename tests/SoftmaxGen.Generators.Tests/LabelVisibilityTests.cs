using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The enum of the labels is visible wherever the head is, as the compiler asks of public methods that name it.</summary>
public class LabelVisibilityTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Labels = typeof(E))] HEAD partial class Head { /* method */ }";

    private static readonly string[] Accessibilities =
    [
        "public",
        "internal",
        "private",
        "protected",
        "protected internal",
        "private protected",
    ];

    /// <summary>Where the enum and the head stand to one another; ENUM and HEAD are their accessibility.</summary>
    public static TheoryData<string> Placements =>
        [
            "public partial class Outer { ENUM enum E { A, B } " + Head + " }",
            "internal partial class Outer { ENUM enum E { A, B } " + Head + " }",
            "public partial class Far { ENUM enum E { A, B } public partial class Outer { " + Head + " } }",
            "public partial class Far { ENUM enum E { A, B } private partial class Outer { " + Head + " } }",
            "public partial class Far { ENUM enum E { A, B } protected partial class Outer { " + Head + " } }",
            "public class Base { ENUM enum E { A, B } } public partial class Outer : Base { " + Head + " }",
            "public class Base<T> : Root { } public class Root { ENUM enum E { A, B } } public partial class Outer : Base<int> { "
                + Head
                + " }",
            "public partial class Far : Root { public partial class Outer { "
                + Head
                + " } } public class Root { ENUM enum E { A, B } }",
            "public partial class Outer { private class Hidden { public enum E { A, B } } "
                + Head.Replace("(E)", "(Hidden.E)", StringComparison.Ordinal)
                + " }",
            "public partial class Outer { "
                + Head.Replace("/*", "ENUM enum E { A, B } /*", StringComparison.Ordinal)
                    .Replace("(E)", "(Head.E)", StringComparison.Ordinal)
                + " }",
        ];

    /// <summary>The compiler is the oracle: it accepts a method of the head that takes the enum where the rule does.</summary>
    [Theory]
    [MemberData(nameof(Placements))]
    public Task The_rule_agrees_with_the_compiler(string placement) =>
        AgreesWithTheCompiler(
            from labels in Accessibilities
            from head in Accessibilities
            select Placed(placement, labels, head)
        );

    [Fact]
    public Task The_rule_agrees_with_the_compiler_outside_of_types() =>
        AgreesWithTheCompiler(
            from labels in new[] { "public", "internal" }
            from head in new[] { "public", "internal" }
            select Placed($"ENUM enum E {{ A, B }} {Head}", labels, head)
        );

    [Theory]
    [InlineData("file enum E { A, B }", "E", "'E' is file-local")]
    [InlineData("file class Outer { public enum E { A, B } }", "Outer.E", "'Outer' is file-local")]
    [InlineData("class Outer<T> { public enum E { A, B } }", "Outer<int>.E", "generic")]
    [InlineData("class Outer<T> { public enum E { A, B } }", "Outer<>.E", "generic")]
    [InlineData("class Outer<T> { public class Inner { public enum E { A, B } } }", "Outer<int>.Inner.E", "generic")]
    [InlineData("class Outer { public class Inner<T> { public enum E { A, B } } }", "Outer.Inner<int>.E", "generic")]
    public Task What_generated_code_cannot_name_is_an_error(string labels, string name, string message) =>
        Declared.Breaks(
            "SMG0010",
            $"{labels} [SoftmaxGen.SoftmaxHead(Labels = typeof({name}))] partial class Head {{ }}",
            message
        );

    [Fact]
    public Task What_hides_the_enum_is_said() =>
        Declared.Breaks(
            "SMG0010",
            "enum E { A, B } [SoftmaxGen.SoftmaxHead(Labels = typeof(E))] public partial class Head { }",
            "cannot name the enum 'E': it is less accessible than 'Head', so make it as accessible"
        );

    private static string Placed(string placement, string labels, string head) =>
        placement
            .Replace("ENUM", labels, StringComparison.Ordinal)
            .Replace("HEAD", head, StringComparison.Ordinal)
            .Replace(
                "/* method */",
                $"public static void Take({(placement.Contains("Hidden", StringComparison.Ordinal) ? "Hidden.E" : "E")} label) {{ }}",
                StringComparison.Ordinal
            );

    private static Task AgreesWithTheCompiler(IEnumerable<string> placed) =>
        CompilerAsOracle.AgreesWithRules(
            new HeadCompiler(Framework.Current).Parse(CompilerAsOracle.InNamespaces(placed))
        );
}
