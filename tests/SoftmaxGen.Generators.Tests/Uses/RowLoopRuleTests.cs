using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Members for one row, called for each row of a batch.</summary>
public class RowLoopRuleTests
{
    [Theory]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.[|Softmax|](logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (int r = 0; r < rows; ++r) Brain.[|Softmax|](logits.Slice(r * Brain.Classes, Brain.Classes), probabilities.Slice(4 * r, 4));"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r += 1) { Brain.[|Softmax|](array.AsSpan(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.[|Softmax|](logits[(r * 4)..(r * 4 + 4)], probabilities[(r * 4)..((r + 1) * 4)]); }"
    )]
    [InlineData(
        "for (var i = 0; i < logits.Length; i += 4) { Brain.[|Softmax|](logits.Slice(i, 4), probabilities.Slice(i, 4)); }"
    )]
    [InlineData(
        "for (var i = 0; i < logits.Length; i += Brain.Classes) { Brain.[|LogSoftmax|](logits.Slice(i, 4), probabilities[i..(i + 4)]); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { var row = logits.Slice(r * 4, 4); Brain.[|Softmax|](row, probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < logits.Length / 4; r++) { Brain.[|Softmax|](logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "var loss = 0f; for (var r = 0; r < labels.Length; r++) { loss += Brain.[|CrossEntropy|](logits.Slice(r * 4, 4), labels[r]); }"
    )]
    [InlineData(
        "var loss = 0.0; for (var r = 0; r < rows; r++) { loss += Brain.[|CrossEntropyGradient|](logits.Slice(r * 4, 4), labels[r], array.AsSpan(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.[|CrossEntropyGradient|](logits.Slice(r * 4, 4), labels[r], array.AsSpan(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { array[r] = Brain.[|CrossEntropy|](logits.Slice(r * 4, 4), labels[r]); }"
    )]
    [InlineData(
        "var found = new int[rows]; for (var r = 0; r < rows; r++) { found[r] = Brain.[|Predict|](logits.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "var found = new Move[rows]; for (var r = 0; r < rows; r++) { found[r] = Player.[|Predict|](logits.Slice(r * 3, 3)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Tags.[|Sigmoid|](logits.Slice(r * 3, 3), probabilities.Slice(r * 3, 3)); }"
    )]
    [InlineData(
        "var loss = 0f; for (var r = 0; r < rows; r++) { loss += Tags.[|BinaryCrossEntropy|](logits.Slice(r * 3, 3), array.AsSpan(r * 3, 3)); }"
    )]
    [InlineData(
        "var loss = 0f; for (var r = 0; r < rows; r++) { loss += Brain.[|CrossEntropy|](label: labels[r], logits: logits.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var i = 0; i < rows * 4; i += 4) { Brain.[|Softmax|](logits.Slice(i, 4), probabilities.Slice(i, 4)); }"
    )]
    public Task A_loop_over_rows_is_a_suggestion(string body) =>
        Used.Breaks("SMG1008", body, "Batch' takes all rows in one call");

    [Theory]
    [InlineData("for (var r = 0; r < rows; r++) { Brain.Softmax(logits, probabilities.Slice(r * 4, 4)); }")]
    [InlineData(
        "for (var r = 1; r < rows; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r <= rows; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r += 2) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { if (flag) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); } }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); Console.WriteLine(r); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.Softmax(logits.Slice(r * 5, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice((rows - r) * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < rows; rows--) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "for (var r = 0; r < array[0]; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData("for (var r = 0; r < rows; r++) { Brain.LogSumExp(logits.Slice(r * 4, 4)); }")]
    [InlineData(
        "var loss = 1f; for (var r = 0; r < rows; r++) { loss *= Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r]); }"
    )]
    [InlineData(
        "var loss = 1f; for (var r = 0; r < rows; r++) { loss = Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r]); }"
    )]
    [InlineData(
        "var loss = 1f; for (var r = 0; r < rows; r++) { loss += Brain.CrossEntropy(logits.Slice(r * 4, 4), label); }"
    )]
    [InlineData(
        "var loss = 1f; for (var r = 0; r < rows; r++) { loss += Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r + 1]); }"
    )]
    [InlineData("var loss = 1; for (var r = 0; r < rows; r++) { loss += Brain.Predict(logits.Slice(r * 4, 4)); }")]
    [InlineData("foreach (var row in new[] { array }) { Brain.Softmax(row, probabilities); }")]
    [InlineData(
        "for (var i = 0; i < logits.Length; i += 8) { Brain.Softmax(logits.Slice(i, 4), probabilities.Slice(i, 4)); }"
    )]
    [InlineData(
        "Span<float> s = array; for (var r = 0; r < rows; r++) { Brain.Softmax(s.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); } s = probabilities;"
    )]
    [InlineData(
        "var next = probabilities.Slice(4); for (int r = 0; r < rows; r++) { Brain.Softmax(probabilities.Slice(r * 4, 4), next.Slice(r * 4, 4)); }"
    )]
    [InlineData("for (var r = 0; r < rows; r++) { array[r] = Brain.CrossEntropy(array.AsSpan(r * 4, 4), labels[r]); }")]
    [InlineData("for (int i = 0; i < rows; i += 4) { Brain.Softmax(logits.Slice(i, 4), probabilities.Slice(i, 4)); }")]
    [InlineData(
        "var k = 0; var sum = 0f; for (var r = 0; r < rows; r++) { var extra = logits.Slice(k++, 4); sum += Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r]); }"
    )]
    public Task What_is_no_batch_is_fine(string body) => Used.IsFine(body);
}
