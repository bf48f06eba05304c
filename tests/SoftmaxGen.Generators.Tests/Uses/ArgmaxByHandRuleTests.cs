using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>An argmax that is written by hand.</summary>
public class ArgmaxByHandRuleTests
{
    private const string Softmax = "var p = new float[4]; Brain.Softmax(logits, p); ";

    [Theory]
    [InlineData("var best = 0; [|for (var i = 1; i < p.Length; i++) { if (p[i] > p[best]) { best = i; } }|]")]
    [InlineData("var best = 0; [|for (int i = 0; i < 4; ++i) if (p[i] > p[best]) best = i;|]")]
    [InlineData("int best = 0; [|for (var i = 1; i < Brain.Classes; i += 1) { if (p[best] < p[i]) best = i; }|]")]
    [InlineData(
        "int best = 0; float max = p[0]; [|for (var i = 1; i < 4; i++) if (p[i] > max) { max = p[i]; best = i; }|]"
    )]
    [InlineData(
        "int best = -1; var max = -1f; [|for (var i = 0; i < 4; i++) if (p[i] > max) { best = i; max = p[i]; }|]"
    )]
    [InlineData(
        "int best = 0; double max = 0; [|for (var i = 0; i < 4; i++) if (p[i] > max) { best = i; max = p[i]; }|]"
    )]
    [InlineData(
        "var max = float.MinValue; int best = -1; [|for (var i = 0; i < 4; i++) { var v = p[i]; if (v > max) { max = v; best = i; } }|]"
    )]
    [InlineData(
        "var max = float.NegativeInfinity; int best = 0; [|for (var i = 0; i < 4; i++) { if (p[i] > max) { max = p[i]; best = i; } }|] label = best;"
    )]
    public Task The_largest_probability_is_found_from_the_logits(string search) =>
        Used.Breaks(
            "SMG1010",
            Softmax + search,
            "largest of the probabilities in 'p': 'Brain.Predict(logits)' finds it in one call, from the logits, and needs no softmax"
        );

    private const string Search = "var best = 0; [|for (var i = 1; i < 4; i++) { if (x[i] > x[best]) { best = i; } }|]";

    [Theory]
    [InlineData(
        "var x = new float[4]; Brain.LogSoftmax(logits, x); ",
        "log-probabilities in 'x': 'Brain.Predict(logits)'"
    )]
    [InlineData(
        "var x = array; Brain.CrossEntropy(x, label); ",
        "logits in 'x': 'Brain.Predict(x)' finds it in one call"
    )]
    [InlineData(
        "Span<float> x = stackalloc float[4]; Brain.Softmax(x, x); ",
        "probabilities in 'x': 'Brain.Predict(x)'"
    )]
    public Task Other_scores_are_followed(string body, string message) =>
        Used.Breaks("SMG1010", body + Search, message);

    [Theory]
    [InlineData("var best = 0; for (var i = 1; i < 3; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 2; i < 4; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 0; i < 4; i += 2) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < array.Length; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] >= p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] < p[best]) { best = i; } }")]
    [InlineData("var best = 1; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = label; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; best = label; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] > p[best] && i != label) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } else { label++; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; break; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] > p[label]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (p[i] > array[best]) { best = i; } }")]
    [InlineData("var best = 0; for (var i = 1; i < 4; i++) { if (array[i] > array[best]) { best = i; } }")]
    [InlineData("var best = 0; p[0] = 3; for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } }")]
    [InlineData("var best = 0; var max = 0.5f; for (var i = 0; i < 4; i++) if (p[i] > max) { max = p[i]; best = i; }")]
    [InlineData("var best = 0; var max = 0f; for (var i = 1; i < 4; i++) if (p[i] > max) { max = p[i]; best = i; }")]
    [InlineData("var best = -1; var max = p[0]; for (var i = 1; i < 4; i++) if (p[i] > max) { max = p[i]; best = i; }")]
    [InlineData("var best = 0; var max = p[1]; for (var i = 1; i < 4; i++) if (p[i] > max) { max = p[i]; best = i; }")]
    [InlineData(
        "var best = 0; while (rows-- > 0) { for (var i = 1; i < 4; i++) { if (p[i] > p[best]) { best = i; } } }"
    )]
    [InlineData("var best = 0; var q = p.AsSpan(1); for (var i = 1; i < 4; i++) { if (q[i] > q[best]) { best = i; } }")]
    public Task Anything_else_is_fine(string search) => Used.IsFine(Softmax + search);

    [Theory]
    [InlineData(
        "var x = array; Brain.CrossEntropy(x, label); var best = 0; var max = 0f; for (var i = 0; i < 4; i++) if (x[i] > max) { max = x[i]; best = i; }"
    )]
    [InlineData(
        "var x = new float[8]; Brain.SoftmaxBatch(logits, x); var best = 0; for (var i = 1; i < x.Length; i++) { if (x[i] > x[best]) { best = i; } }"
    )]
    [InlineData(
        "var x = new float[3]; Tags.Sigmoid(logits, x); var best = 0; for (var i = 1; i < x.Length; i++) { if (x[i] > x[best]) { best = i; } }"
    )]
    public Task Scores_of_other_kinds_are_left_alone(string body) => Used.IsFine(body);
}
