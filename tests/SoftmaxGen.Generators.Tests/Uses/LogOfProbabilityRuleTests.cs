using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>A cross-entropy that is written by hand.</summary>
public class LogOfProbabilityRuleTests
{
    private const string Softmax = "var p = new float[4]; Brain.Softmax(logits, p); ";

    [Theory]
    [InlineData("var loss = [|-MathF.Log(p[label])|];")]
    [InlineData("var loss = [|-Math.Log(p[label])|];")]
    [InlineData("var loss = 2 * [|-MathF.Log(p[2])|];")]
    [InlineData("var loss = [|-MathF.Log(p[(int)Move.Left])|];")]
    [InlineData("var y = label + 1; var loss = [|-MathF.Log(p[y])|];")]
    [InlineData("Console.WriteLine([|-MathF.Log(p[label])|]);")]
    public Task The_negative_log_of_a_probability_is_a_suggestion(string statement) =>
        Used.Breaks("SMG1007", Softmax + statement, "'Brain.CrossEntropy(logits, ");

    [Theory]
    [InlineData("var loss = [|-MathF.Log(p[label] + 1e-9f)|];")]
    [InlineData("var loss = [|-MathF.Log(1e-7f + p[label])|];")]
    [InlineData("var loss = [|-MathF.Log((p[label] + 1e-7f))|];")]
    [InlineData("var loss = [|-Math.Log(p[label] + 1e-12)|];")]
    [InlineData("var loss = [|-MathF.Log(MathF.Max(p[label], 1e-7f))|];")]
    [InlineData("var loss = [|-MathF.Log(Math.Max(1e-7f, p[label]))|];")]
    [InlineData("var loss = [|-MathF.Log(float.Max(p[label], 1e-9f))|];")]
    [InlineData("var loss = [|-MathF.Log(Math.Clamp(p[label], 1e-7f, 1f))|];")]
    [InlineData("var loss = [|-MathF.Log(Math.Clamp(p[label], 1e-7f, 1 - 1e-7f))|];")]
    [InlineData("var loss = [|-MathF.Log(MathF.Max(p[label], float.Epsilon))|];")]
    [InlineData("const float eps = 1e-8f; var loss = [|-MathF.Log(p[label] + eps)|];")]
    [InlineData("var eps = 1e-8f; var loss = [|-MathF.Log(p[label] + eps)|];")]
    public Task A_guard_against_0_changes_nothing_of_that(string statement) =>
        Used.Breaks("SMG1007", Softmax + statement, "and finite without a guard");

    [Theory]
    [InlineData("Span<float> p = stackalloc float[4]; Brain.Softmax(logits, p); var loss = [|-MathF.Log(p[label])|];")]
    [InlineData("var p = new double[10]; Digit.Softmax(doubles, p); var loss = [|-Math.Log(p[label])|];")]
    [InlineData("Brain.Softmax(logits, probabilities); var loss = [|-MathF.Log(probabilities[label])|];")]
    [InlineData(
        "var p = new float[4]; var loss = 0f; foreach (var y in labels) { Brain.Softmax(logits, p); loss += [|-MathF.Log(p[y])|]; }"
    )]
    [InlineData("Brain.Softmax(array, array); var loss = [|-MathF.Log(array[label])|];")]
    public Task Other_memory_of_probabilities_is_followed(string body) =>
        Used.Breaks("SMG1007", body, "This is the cross-entropy of a label");

    [Fact]
    public Task Without_the_logits_the_probabilities_are_passed() =>
        Used.Breaks(
            "SMG1007",
            "Brain.Softmax(array, array); var loss = [|-MathF.Log(array[label])|];",
            "'Brain.CrossEntropyFromProbabilities(array, label)' gives the same"
        );

    [Fact]
    public Task An_inline_array_is_followed() =>
        Used.Breaks(
            "SMG1007",
            "FourFloats p = default; Brain.Softmax(logits, p); var loss = [|-MathF.Log(p[label])|];",
            since: LanguageVersion.CSharp12
        );

    [Theory]
    [InlineData("var loss = MathF.Log(p[label]);")]
    [InlineData("var loss = -MathF.Log(p[label] + 0.1f);")]
    [InlineData("var loss = -MathF.Log(p[label] + p[0]);")]
    [InlineData("var loss = -MathF.Log(p[label] - 1e-7f);")]
    [InlineData("var loss = -MathF.Log(MathF.Min(p[label], 1e-7f));")]
    [InlineData("var loss = -MathF.Log(MathF.Max(p[label], p[0]));")]
    [InlineData("var loss = -MathF.Log(Math.Clamp(p[label], 1e-7f, 0.5f));")]
    [InlineData("var eps = 1e-7f; eps = array[0]; var loss = -MathF.Log(p[label] + eps);")]
    [InlineData("Brain.Softmax(array, array); var loss = -MathF.Log(array[label] + 1e-7f);")]
    [InlineData("var loss = -MathF.Log(p[label], 2);")]
    [InlineData("var loss = -MathF.Log2(p[label]);")]
    [InlineData("var loss = -MathF.Log(array[label]);")]
    [InlineData("var entropy = 0f; for (var c = 0; c < 4; c++) { entropy += p[c] * -MathF.Log(p[c]); }")]
    [InlineData("p[0] = 1; var loss = -MathF.Log(p[label]);")]
    [InlineData("Run(p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var loss = -MathF.Log(p.AsSpan(1)[label]);")]
    [InlineData("var entropy = p[0] * -MathF.Log(p[0]) + p[1] * -MathF.Log(p[1]);")]
    [InlineData("var h = 0f; for (label = 0; label < 4; label++) { h += -MathF.Log(p[label]); }")]
    [InlineData("var h = 0f; for (counter = 0; counter < 4; counter++) { h += -MathF.Log(p[counter]); }")]
    public Task What_is_no_loss_of_a_label_is_fine(string statement) => Used.IsFine(Softmax + statement);

    [Theory]
    [InlineData("var p = new float[4]; Smoothed.Softmax(logits, p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var p = new float[4]; Weighted.Softmax(logits, p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var p = new float[4]; Padded.Softmax(logits, p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var p = new float[3]; Tags.Sigmoid(logits, p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var p = new float[8]; Brain.SoftmaxBatch(logits, p); var loss = -MathF.Log(p[label]);")]
    [InlineData("var p = new float[4]; if (flag) { Brain.Softmax(logits, p); } var loss = -MathF.Log(p[label]);")]
    public Task A_head_whose_loss_is_another_is_left_alone(string body) => Used.IsFine(body);
}
