using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What may have the name of a generated member, and what takes it away.</summary>
public class NameOwnerTests
{
    private const string Softmax = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";
    private const string Predict = "int Predict(System.ReadOnlySpan<float> scores)";

    [Theory]
    [InlineData("abstract class Base { public abstract " + Predict + "; }", "abstract partial class Head : Base { }")]
    [InlineData(
        "abstract class Root { public abstract " + Predict + "; } abstract class Base : Root { }",
        "abstract partial class Head : Base { }"
    )]
    [InlineData(
        "abstract class Base { public abstract int Predict { get; } }",
        "abstract partial class Head : Base { }"
    )]
    [InlineData("", "partial class Head<T, Predict> { }")]
    [InlineData("", "partial class Head(int Predict) { int Held => Predict; }")]
    [InlineData("", "partial class Head(int Predict) { }")]
    [InlineData("", "partial struct Head(int Predict) { }")]
    [InlineData("", "partial class Head { class Predict { } }")]
    [InlineData("", "partial class Head { static void Predict<T>(int x) { } int Predict; }")]
    [InlineData(
        "",
        "partial class Head { [System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1.0\")] " + Predict + " => 0; }"
    )]
    [InlineData("", "partial class Head { [System.Obsolete(\"SoftmaxGen\")] " + Predict + " => 0; }")]
    [InlineData(
        "",
        "partial class Head { [System.CodeDom.Compiler.GeneratedCode(null, \"SoftmaxGen\")] " + Predict + " => 0; }"
    )]
    public Task A_name_is_taken_by(string others, string head) =>
        Declared.Breaks("SMG0004", $"{others} {Softmax} {head}", "already has 'Predict'");

    [Fact]
    public Task No_method_may_have_the_name_of_a_constant() =>
        Declared.Breaks(
            "SMG0004",
            $"{Softmax} partial class Head {{ static void Classes<T>(int x) {{ }} }}",
            "already has 'Classes'"
        );

    [Theory]
    [InlineData("class Base { public virtual " + Predict + " => 0; }", "partial class Head : Base { }")]
    [InlineData(
        "abstract class Base { public abstract int Predict(int x); }",
        "abstract partial class Head : Base { }"
    )]
    [InlineData(
        "interface IBase { " + Predict + "; }",
        "partial class Head : IBase { int IBase.Predict(System.ReadOnlySpan<float> scores) => 0; }"
    )]
    [InlineData("", "partial class Head { public Head(int Predict, int Classes) { } }")]
    [InlineData("", "partial class Head { static void Other(int Predict) { } }")]
    [InlineData("", "partial class Head { static void Other<Predict>() { } }")]
    [InlineData("", "partial class Head { static void Predict<T>(System.ReadOnlySpan<float> scores) { } }")]
    [InlineData("", "partial class Head { static void Predict(in System.ReadOnlySpan<float> scores) { } }")]
    [InlineData("", "partial class Head { class Inner { " + Predict + " => 0; } }")]
    [InlineData(
        "",
        "partial class Head { [System.CodeDom.Compiler.GeneratedCode(\"SoftmaxGen\", \"0.1\")] " + Predict + " => 0; }"
    )]
    public Task A_name_is_left_by(string others, string head) => Declared.OptionsOf($"{others} {Softmax} {head}");

    [Fact]
    public Task A_type_around_a_head_may_have_a_generated_name() =>
        Declared.OptionsOf($"partial class Predict<Classes> {{ {Softmax} partial class Head {{ }} }}");
}
