using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Labels that are known at compile time.</summary>
public class LabelRuleOfUsesTests
{
    [Theory]
    [InlineData("Brain.CrossEntropy(logits, [|4|]);", "'Brain' has no class 4: pass a label from 0 to 3")]
    [InlineData("Brain.CrossEntropy(logits, [|-1|]);", "no class -1")]
    [InlineData("Brain.CrossEntropy(logits, label: [|Three + 1|]);", "no class 4")]
    [InlineData("var y = 7; Brain.CrossEntropy(logits, [|y|]);", "no class 7")]
    [InlineData("Brain.CrossEntropyFromProbabilities(probabilities, [|4|]);", "no class 4")]
    [InlineData("Brain.CrossEntropyGradient(logits, [|4|], array);", "no class 4")]
    [InlineData("Padded.CrossEntropy(logits, [|-1|]);", "from 0 to 3, or -100 for a row that does not count")]
    [InlineData("Player.CrossEntropy(logits, [|(Move)3|]);", "'Player' has no class 3")]
    [InlineData("OfHuge.CrossEntropy(logits, [|(Huge)ulong.MaxValue|]);", "no class 18446744073709551615:")]
    [InlineData(
        "const Huge y = (Huge)(1UL << 63); OfHuge.CrossEntropy(logits, [|y|]);",
        "no class 9223372036854775808:"
    )]
    [InlineData("Player.CrossEntropy(logits, [|3|]);", "'Player' has no class 3")]
    [InlineData("Brain.CrossEntropyBatch(logits, new[] { 0, [|4|], 3, [|9|] });", "no class")]
    [InlineData("Player.Accuracy(logits, new[] { Move.Left, [|(Move)9|] });", "no class 9")]
    [InlineData("int[] ys = { [|7|], 1 }; Brain.CrossEntropyBatch(logits, ys);", "no class 7")]
    [InlineData("Brain.CrossEntropyBatch(logits, stackalloc int[] { 0, [|7|] });", "no class 7")]
    public Task A_label_that_is_no_class_is_an_error(string body, string message) =>
        Used.Breaks("SMG1004", body, message);

    [Fact]
    public Task So_it_is_in_a_collection_expression() =>
        Used.Breaks("SMG1004", "Brain.Accuracy(logits, [0, [|4|], label]);", since: LanguageVersion.CSharp12);

    [Theory]
    [InlineData("Brain.CrossEntropy(logits, 0);")]
    [InlineData("Brain.CrossEntropy(logits, 3);")]
    [InlineData("Brain.CrossEntropy(logits, label);")]
    [InlineData("Brain.CrossEntropy(logits, Brain.Classes - 1);")]
    [InlineData("Padded.CrossEntropy(logits, -100);")]
    [InlineData("Player.CrossEntropy(logits, Move.Jump);")]
    [InlineData("Player.CrossEntropy(logits, (Move)label);")]
    [InlineData("var y = 7; y = label; Brain.CrossEntropy(logits, y);")]
    [InlineData("var y = 7; if (flag) { y = 2; } Brain.CrossEntropy(logits, y);")]
    [InlineData("for (var y = 9; y < 4; y++) { Brain.CrossEntropy(logits, y); }")]
    [InlineData("var y = 7; Action lower = () => y = 0; lower(); Brain.CrossEntropy(logits, y);")]
    [InlineData("var y = 7; ref var z = ref y; z = 0; Brain.CrossEntropy(logits, y);")]
    [InlineData("int.TryParse(\"1\", out var y); Brain.CrossEntropy(logits, y);")]
    [InlineData("Brain.CrossEntropy(logits, flag ? 7 : 1);")]
    [InlineData("Brain.TopK(logits, new[] { 7, 8 }, new float[2]);")]
    [InlineData("Brain.PredictBatch(logits, new[] { 7, 8 });")]
    [InlineData("const int last = 5; if (last < Brain.Classes) { Brain.CrossEntropy(logits, last); }")]
    [InlineData("var y = 7; if (y < Brain.Classes) { Brain.CrossEntropy(logits, y); }")]
    [InlineData("var ys = new[] { 7, 1 }; ys[0] = 0; Brain.CrossEntropyBatch(logits, ys);")]
    public Task A_label_that_is_a_class_or_not_certain_is_fine(string body) => Used.IsFine(body);
}
