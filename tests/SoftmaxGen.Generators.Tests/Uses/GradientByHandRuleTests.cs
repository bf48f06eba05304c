using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>A gradient of a cross-entropy that is written by hand.</summary>
public class GradientByHandRuleTests
{
    private const string Softmax = "var g = new float[4]; Brain.Softmax(logits, g); ";

    [Theory]
    [InlineData("[|g[label] -= 1|];")]
    [InlineData("[|g[label] -= 1f|];")]
    [InlineData("[|g[2]--|];")]
    [InlineData("[|g[label] = g[label] - 1|];")]
    [InlineData("[|g[label] = g[label] - 1f|]; var x = g[0];")]
    [InlineData("var y = label + 1; [|g[y] -= 1|];")]
    public Task One_less_at_the_label_is_a_suggestion(string statement) =>
        Used.Breaks("SMG1009", Softmax + statement, "'Brain.CrossEntropyGradient(logits, ");

    [Theory]
    [InlineData("Span<float> g = stackalloc float[4]; Brain.Softmax(logits, g); [|g[label] -= 1|];")]
    [InlineData("Brain.Softmax(logits, probabilities); [|probabilities[label] -= 1|];")]
    [InlineData("Brain.Softmax(array, array); [|array[label] -= 1|];")]
    [InlineData("var g = new double[10]; Digit.Softmax(doubles, g); [|g[label] -= 1|];")]
    [InlineData("var g = new float[4]; foreach (var y in labels) { Brain.Softmax(logits, g); [|g[y] -= 1|]; }")]
    public Task Other_memory_is_followed(string body) => Used.Breaks("SMG1009", body, "and returns the loss");

    [Theory]
    [InlineData("g[label] -= 0.5f;")]
    [InlineData("g[label] += 1;")]
    [InlineData("g[label] -= g[0];")]
    [InlineData("g[label] = g[0] - 1;")]
    [InlineData("array[label] -= 1;")]
    [InlineData("g[0] = 1; g[label] -= 1;")]
    [InlineData("Run(g); g[label] -= 1;")]
    [InlineData("for (var c = 0; c < 4; c++) { g[c] -= 1; }")]
    [InlineData("g = new float[4]; g[label] -= 1;")]
    [InlineData("g.AsSpan(1)[label] -= 1;")]
    public Task Anything_else_is_fine(string statement) => Used.IsFine(Softmax + statement);

    [Theory]
    [InlineData("Smoothed")]
    [InlineData("Weighted")]
    [InlineData("Padded")]
    [InlineData("Warm")]
    public Task Heads_of_other_formulas_are_left_alone(string head) =>
        Used.IsFine($"var g = new float[4]; {head}.Softmax(logits, g); g[label] -= 1;");
}
