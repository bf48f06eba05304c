using Microsoft.CodeAnalysis;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Which of many heads an edit writes again.</summary>
public class SolutionIncrementalityTests
{
    private const int Heads = 12;
    private const string Unrelated = "namespace Other { class Unit { int Count() => 1; } class Second { } }";

    // The compiler numbers the files that have an attribute: heads behind one that gets its first or loses its last are new.
    private const string WithAttribute = "[System.Obsolete] class Left { }";

    public static TheoryData<string> EditsElsewhere() =>
        [
            "// a comment\n" + Unrelated,
            Unrelated.Replace("Unit", "Renamed", StringComparison.Ordinal),
            Unrelated.Replace("Count", "Renamed", StringComparison.Ordinal),
            Unrelated.Replace("=> 1", "=> 12", StringComparison.Ordinal),
            Unrelated.Replace("namespace Other", "namespace Renamed", StringComparison.Ordinal),
            "namespace Other { class Second { } class Unit { int Count() => 1; } }",
            "namespace Other { class Second { } class Unit { int Count() => ",
            "",
        ];

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_writes_nothing(string edit) =>
        new SolutionEdits([.. Files(), Unrelated]).Edit((Heads, edit)).ExpectWritten();

    [Theory]
    [InlineData("// before\n\n", "")]
    [InlineData("class Added { } ", "")]
    [InlineData("", " class Added { }")]
    [InlineData("", "\n// behind")]
    public void Code_around_a_head_writes_nothing(string before, string behind) =>
        new SolutionEdits(Files()).Edit((3, before + Head(3) + behind)).ExpectWritten();

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void A_head_that_moves_in_its_file_writes_nothing(int number) =>
        new SolutionEdits([.. Files(), $"class Moving {{ }} {Head(Heads + number)}"])
            .Edit((Heads, $"{Head(Heads + number)} class Moving {{ }}"))
            .ExpectWritten();

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void A_head_that_moves_to_another_file_writes_only_itself(int number) =>
        new SolutionEdits([.. Files(), Unrelated + WithAttribute])
            .Edit((number, WithAttribute), (Heads, Unrelated + WithAttribute + Head(number)))
            .ExpectWritten($"Head{number}");

    [Theory]
    [InlineData(0, "Classes99")]
    [InlineData(3, "Classes99")]
    [InlineData(10, "Outputs99")]
    public void One_changed_head_of_many_writes_itself_and_its_kernels(int number, string kernel) =>
        new SolutionEdits(Files())
            .Edit((number, Head(number, count: 99)))
            .ExpectWritten($"Head{number}")
            .ExpectKernels(kernel);

    [Fact]
    public void A_head_of_a_known_plan_at_the_end_writes_itself_alone() =>
        new SolutionEdits([.. Files(), WithAttribute])
            .Edit((Heads, WithAttribute + Head(Heads, count: 5)))
            .ExpectWritten($"Head{Heads}")
            .ExpectKernels();

    [Fact]
    public void A_head_of_a_new_plan_at_the_end_writes_one_kernel_file_more() =>
        new SolutionEdits([.. Files(), WithAttribute])
            .Edit((Heads, WithAttribute + Head(Heads, count: 77)))
            .ExpectWritten($"Head{Heads}")
            .ExpectKernels("Classes77");

    [Fact]
    public void Kernels_that_change_their_place_keep_their_text()
    {
        var edits = new SolutionEdits(Files());
        var before = edits.Text("SoftmaxGen.Classes13.g.cs");

        // Behind the head that is gone come those of 8, 10, 11 and 13 classes.
        edits
            .Edit((5, WithAttribute))
            .ExpectWritten()
            .ExpectKernels("Classes8", "Classes10", "Classes11", "Classes13");

        Assert.Same(before, edits.Text("SoftmaxGen.Classes13.g.cs"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void One_changed_head_in_a_file_of_many_writes_one_file(int number)
    {
        var before = string.Join("\n", Files());
        new SolutionEdits(before)
            .Edit((0, before.Replace(Head(number), Head(number, count: 99), StringComparison.Ordinal)))
            .ExpectWritten($"Head{number}");
    }

    [Fact]
    public void Removing_a_head_writes_no_other() =>
        new SolutionEdits(Files()).Edit((4, WithAttribute)).ExpectWritten();

    [Fact]
    public void Errors_in_one_head_write_no_other() =>
        new SolutionEdits(Files()).Edit((4, Head(4, count: 0))).ExpectWritten();

    [Fact]
    public void A_head_that_is_valid_again_writes_only_itself() =>
        new SolutionEdits(Files()).Edit((4, Head(4, count: 0))).Edit((4, Head(4))).ExpectWritten("Head4");

    [Fact]
    public void Many_keystrokes_write_nothing()
    {
        var edits = new SolutionEdits([.. Files(), Unrelated]);
        foreach (var typed in Enumerable.Range(1, 5).Select(length => "field"[..length]))
        {
            edits.Edit((Heads, $"class Unit {{ int {typed}; }}")).ExpectWritten();
        }
    }

    [Fact]
    public void A_reference_that_heads_do_not_use_writes_nothing()
    {
        var edits = new SolutionEdits(Files());
        edits.Run(edits.Compilation.AddReferences(Library("public class Unrelated { }"))).ExpectWritten();
    }

    [Fact]
    public void A_reference_that_changes_the_target_writes_all()
    {
        var edits = new SolutionEdits(Files());
        edits
            .Run(edits.Compilation.AddReferences(Library(TargetTests.Polyfill("public"))))
            .ExpectWritten([.. Enumerable.Range(0, Heads).Select(number => $"Head{number}")]);
    }

    private static MetadataReference Library(string source) => TargetTests.Library(source);

    /// <summary>One head in each file.</summary>
    private static string[] Files() => [.. Enumerable.Range(0, Heads).Select(number => Head(number))];

    /// <summary>Every third is a sigmoid head.</summary>
    private static string Head(int number, int? count = null) =>
        number % 3 == 1
            ? $"namespace N {{ [SoftmaxGen.SigmoidHead(Outputs = {count ?? (2 + number)})] partial class Head{number} {{ }} }}"
            : $"namespace N {{ [SoftmaxGen.SoftmaxHead(Classes = {count ?? (2 + number)})] partial class Head{number} {{ }} }}";
}
