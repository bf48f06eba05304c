using SoftmaxGen.Generators.Models;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>The enums whose members may be the classes of a head.</summary>
public class LabelRuleTests
{
    [Theory]
    [InlineData("enum E { A, B, C }", "int")]
    [InlineData("enum E { C = 2, A = 0, B = 1 }", "int")]
    [InlineData("enum E : byte { A, B, C }", "byte")]
    [InlineData("enum E : sbyte { A, B, C }", "sbyte")]
    [InlineData("enum E : short { A, B, C }", "short")]
    [InlineData("enum E : ushort { A, B, C }", "ushort")]
    [InlineData("enum E : uint { A, B, C }", "uint")]
    [InlineData("enum E : long { A, B, C }", "long")]
    [InlineData("enum E : ulong { A, B, C }", "ulong")]
    public async Task The_members_are_counted(string declaration, string underlying) =>
        Assert.Equal(
            new SoftmaxOptions(3, new LabelType("global::E", underlying)),
            await Declared.OptionsOf($"{declaration} {Head("Labels = typeof(E)")}")
        );

    [Fact]
    public async Task The_class_count_may_be_written_too() =>
        Assert.Equal(
            await Declared.OptionsOf("enum E { A, B } " + Head("Labels = typeof(E)")),
            await Declared.OptionsOf("enum E { A, B } " + Head("Labels = typeof(E), Classes = 2"))
        );

    [Theory]
    [InlineData("namespace A.B { enum E { A, B } }", "A.B.E", "global::A.B.E")]
    [InlineData("class Outer { internal enum E { A, B } }", "Outer.E", "global::Outer.E")]
    [InlineData("namespace @class { enum @int { A, B } }", "@class.@int", "global::@class.@int")]
    [InlineData("", "System.DateTimeKind", "global::System.DateTimeKind")]
    public async Task The_name_is_written_in_full(string declaration, string name, string expected)
    {
        var options = (SoftmaxOptions)await Declared.OptionsOf($"{declaration} {Head($"Labels = typeof({name})")}");
        Assert.Equal(expected, options.Labels!.Name);
    }

    [Theory]
    [InlineData("int", "'int'")]
    [InlineData("string", "'string'")]
    [InlineData("System.Enum", "'System.Enum'")]
    [InlineData("System.DayOfWeek?", "'System.DayOfWeek?'")]
    [InlineData("System.DayOfWeek[]", "'System.DayOfWeek[]'")]
    [InlineData("void", "'void'")]
    [InlineData("System.Collections.Generic.List<>", "List<>'")]
    public Task Labels_are_an_enum(string type, string message) =>
        Declared.Breaks("SMG0008", Head($"Labels = typeof({type})"), message);

    [Theory]
    [InlineData("A = 1, B, C", "from 0 to 2, each once: 'A' is 1, and none is 0")]
    [InlineData("A, B = 2, C", "'B' is 2, and none is 1")]
    [InlineData("A, B, C = 1", "'B' and 'C' are both 1")]
    [InlineData("A, B = 0, C", "'A' and 'B' are both 0")]
    [InlineData("None = -1, A, B", "'None' is -1")]
    [InlineData("A = int.MinValue, B = 0, C = 1", "'A' is -2147483648")]
    [InlineData("A, B, C = 4", "'C' is 4, and none is 2")]
    public Task The_members_are_0_to_n_minus_1(string members, string message) =>
        Declared.Breaks("SMG0009", $"enum E {{ {members} }} {Head("Labels = typeof(E)")}", message);

    [Theory]
    [InlineData("long", "A = long.MinValue, B = 1", "-9223372036854775808")]
    [InlineData("ulong", "A, B = ulong.MaxValue", "18446744073709551615")]
    [InlineData("uint", "A, B = uint.MaxValue", "4294967295")]
    public Task Values_of_the_whole_range_are_named(string underlying, string members, string message) =>
        Declared.Breaks("SMG0009", $"enum E : {underlying} {{ {members} }} {Head("Labels = typeof(E)")}", message);

    [Theory]
    [InlineData("A = 1, B = 2, C = 4")]
    [InlineData("None, A, B, C = 4, All = 7")]
    public Task Flags_are_no_classes(string members) =>
        Declared.Breaks(
            "SMG0023",
            $"[System.Flags] enum E {{ {members} }} {Head("Labels = typeof(E)")}",
            "'E' is a set of flags"
        );

    [Fact]
    public async Task Flags_that_are_numbered_like_classes_are_classes() =>
        Assert.Equal(
            4,
            Assert
                .IsType<SoftmaxOptions>(
                    await Declared.OptionsOf($"[System.Flags] enum E {{ No, A, B, Both }} {Head("Labels = typeof(E)")}")
                )
                .Classes
        );

    [Theory]
    [InlineData("enum E { }", "is 0:")]
    [InlineData("enum E { A }", "is 1:")]
    [InlineData("enum E { A = 5 }", "is 1:")]
    public Task There_are_at_least_2_members(string declaration, string message) =>
        Declared.Breaks("SMG0001", $"{declaration} {Head("Labels = typeof(E)")}", message);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-3)]
    public Task Classes_and_labels_agree(int classes) =>
        Declared.Breaks(
            "SMG0011",
            $"enum E {{ A, B, C }} {Head($"Classes = {classes}, Labels = typeof(E)")}",
            $"is {classes}, and 'E' has 3 members"
        );

    [Fact]
    public async Task There_is_a_weight_for_each_member()
    {
        const string labels = "enum E { A, B, C } ";
        await Declared.Breaks("SMG0015", labels + Head("Labels = typeof(E), ClassWeights = new double[] { 1, 2 }"));
        await Declared.OptionsOf(labels + Head("Labels = typeof(E), ClassWeights = new double[] { 1, 2, 3 }"));
    }

    [Fact]
    public Task Without_a_class_count_the_number_of_weights_is_not_judged() =>
        Declared.Breaks("SMG0008", Head("Labels = typeof(int), ClassWeights = new double[] { 1, 2 }"));

    [Theory]
    [InlineData("enum E { A, B = Missing.Value }", "E")]
    [InlineData("enum E { A = C, B, C = A }", "E")]
    [InlineData("class Outer { enum E { A, B } }", "Outer.E")]
    [InlineData("enum E { A, B }", "E.A")]
    public Task An_enum_that_the_compiler_rejects_is_left_to_it(string declaration, string name) =>
        Declared.IsLeftToTheCompiler($"{declaration} {Head($"Labels = typeof({name})")}");

    private static string Head(string arguments) => $"[SoftmaxGen.SoftmaxHead({arguments})] partial class Head {{ }}";
}
