using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Lengths that are known at compile time.</summary>
public class LengthRuleTests
{
    [Theory]
    [InlineData("Brain.Softmax([|new float[3]|], probabilities);")]
    [InlineData("Brain.Softmax([|new float[Three]|], probabilities);")]
    [InlineData("Brain.Softmax([|new float[] { 1, 2, 3 }|], probabilities);")]
    [InlineData("Brain.Softmax([|new[] { 1f, 2f, 3f }|], probabilities);")]
    [InlineData("Brain.Softmax([|stackalloc float[3]|], probabilities);")]
    [InlineData("Brain.Softmax([|stackalloc[] { 1f, 2f, 3f }|], probabilities);")]
    [InlineData("Brain.Softmax([|stackalloc float[] { 1f, 2f, 3f }|], probabilities);")]
    [InlineData("Span<float> p = stackalloc float[3]; Brain.Softmax(logits, [|p|]);")]
    [InlineData("Span<float> p = stackalloc float[Three]; Brain.Softmax(logits, [|p|]);")]
    [InlineData("var n = 3; Span<float> p = stackalloc float[n]; Brain.Softmax(logits, [|p|]);")]
    [InlineData("float[] p = { 1, 2, 3 }; Brain.Softmax(logits, [|p|]);")]
    [InlineData("var p = new float[3]; Span<float> s = p; Brain.Softmax(logits, [|s|]);")]
    [InlineData("float[] p; p = new float[3]; Brain.Softmax(logits, [|p|]);")]
    [InlineData("var p = flag ? new float[3] : new float[3]; Brain.Softmax(logits, [|p|]);")]
    [InlineData("Brain.Softmax([|field|], probabilities);")]
    [InlineData("Brain.Softmax([|new ReadOnlySpan<float>(new float[3])|], probabilities);")]
    [InlineData("Brain.Softmax([|new ReadOnlySpan<float>(array, 2, 3)|], probabilities);")]
    [InlineData("Brain.Softmax([|default|], probabilities);")]
    [InlineData("Brain.Softmax([|null|], probabilities);")]
    [InlineData("Brain.Softmax([|Array.Empty<float>()|], probabilities);")]
    [InlineData("Brain.Softmax([|Span<float>.Empty|], probabilities);")]
    [InlineData("Brain.Softmax([|logits.Slice(1, 3)|], probabilities);")]
    [InlineData("Brain.Softmax([|array.AsSpan(2, 3)|], probabilities);")]
    [InlineData("Brain.Softmax([|array.AsSpan(2..5)|], probabilities);")]
    [InlineData("Brain.Softmax([|array.AsSpan(start: 2, length: 3)|], probabilities);")]
    [InlineData("Brain.Softmax([|logits[..3]|], probabilities);")]
    [InlineData("Brain.Softmax([|logits[^3..]|], probabilities);")]
    [InlineData("Brain.Softmax([|logits[^5..^2]|], probabilities);")]
    [InlineData("Brain.Softmax([|array[2..5]|], probabilities);")]
    [InlineData("Brain.Softmax([|new float[5].AsSpan(2)|], probabilities);")]
    [InlineData("Brain.Softmax([|new float[5].AsSpan()[1..^1]|], probabilities);")]
    [InlineData("Brain.Softmax([|logits[..3].ToArray()|], probabilities);")]
    [InlineData("Brain.Softmax([|GC.AllocateUninitializedArray<float>(3)|], probabilities);")]
    [InlineData("Brain.Softmax([|MemoryMarshal.CreateReadOnlySpan(ref array[0], 3)|], probabilities);")]
    [InlineData("Brain.Softmax(logits: [|new float[3]|], probabilities: probabilities);")]
    [InlineData("Brain.Softmax(probabilities: probabilities, logits: [|new float[3]|]);")]
    [InlineData("Generic<int>.Inner.Softmax([|new float[3]|], probabilities);")]
    [InlineData("Action run = () => Brain.Softmax([|new float[3]|], new float[4]);")]
    [InlineData("void Local() { Brain.Softmax([|new float[3]|], new float[4]); } Local();")]
    public Task A_row_of_another_length_is_an_error(string body) =>
        Used.Breaks("SMG1001", body, message: "pass exactly 4, one per class");

    [Theory]
    [InlineData("Brain.Softmax([|[1f, 2f, 3f]|], probabilities);")]
    [InlineData("Brain.Softmax([|[..new float[2], 3f]|], probabilities);")]
    [InlineData("float[] p = [1, 2, 3]; Brain.Softmax([|p|], probabilities);")]
    [InlineData("ReadOnlySpan<float> p = [1, 2, 3]; Brain.Softmax([|p|], probabilities);")]
    [InlineData("var buffer = new ThreeFloats(); Brain.Softmax(logits, [|buffer|]);")]
    [InlineData("ThreeFloats buffer = default; Brain.Softmax([|buffer|], probabilities);")]
    [InlineData("ThreeFloats buffer = default; buffer = default; Brain.Softmax([|buffer|], probabilities);")]
    [InlineData("FourFloats buffer = default; Brain.Softmax([|buffer[1..]|], probabilities);")]
    public Task Newer_ways_to_make_memory_are_known_too(string body) =>
        Used.Breaks("SMG1001", body, message: "pass exactly 4", since: LanguageVersion.CSharp12);

    [Theory]
    [InlineData(
        "Digit.LogSumExp([|new double[4]|]);",
        "'logits' of 'Digit.LogSumExp' has 4 elements: pass exactly 10, one per class"
    )]
    [InlineData("Brain.CrossEntropy(logits, [|new float[5]|]);", "'target' of 'Brain.CrossEntropy' has 5 elements")]
    [InlineData("Brain.SoftmaxGradient(logits, [|new float[5]|], new float[4]);", "'upstream' of")]
    [InlineData("Brain.CrossEntropyGradient(logits, 1, [|new float[5]|]);", "'gradient' of")]
    [InlineData("Brain.Predict([|new float[5]|]);", "'scores' of")]
    [InlineData("Tags.Predict([|new float[4]|], new bool[3]);", "pass exactly 3, one per output")]
    [InlineData("Tags.Predict(array, [|new bool[4]|]);", "'labels' of 'Tags.Predict' has 4 elements")]
    [InlineData("Player.CrossEntropy([|new float[4]|], Move.Left);", "pass exactly 3, one per class")]
    [InlineData("Brain.TopK(logits, [|new int[5]|], probabilities);", "pass at most 4, the number of classes")]
    public Task The_message_says_which_length_is_wanted(string body, string message) =>
        Used.Breaks("SMG1001", body, message);

    [Theory]
    [InlineData(
        "Brain.Softmax([|new float[8]|], [|new float[8]|]);",
        "or call 'SoftmaxBatch', which takes 2 rows at once"
    )]
    [InlineData(
        "Brain.CrossEntropy([|new float[12]|], label);",
        "or call 'CrossEntropyBatch', which takes 3 rows at once"
    )]
    [InlineData("Tags.Sigmoid(array, [|new float[9]|]);", "or call 'SigmoidBatch', which takes 3 rows at once")]
    [InlineData("Brain.LogSumExp([|new float[8]|]);", "pass exactly 4, one per class")]
    public Task Whole_rows_are_for_the_member_for_batches(string body, string message) =>
        Used.Breaks("SMG1001", body, message);

    [Fact]
    public Task Each_wrong_length_of_a_call_is_an_error() =>
        Used.Breaks("SMG1001", "Brain.Softmax([|new float[3]|], [|new float[5]|]);");

    [Theory]
    [InlineData("Brain.Softmax(new float[4], probabilities);")]
    [InlineData("Brain.Softmax(new float[Brain.Classes], probabilities);")]
    [InlineData("Brain.Softmax(new float[rows], probabilities);")]
    [InlineData("Brain.Softmax(stackalloc float[rows], probabilities);")]
    [InlineData("Brain.Softmax(logits, array);")]
    [InlineData("Brain.TopK(logits, new int[2], new float[2]);")]
    [InlineData("Brain.TopK(logits, new int[0], default);")]
    [InlineData("var p = new float[3]; p = new float[4]; Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; if (flag) { p = new float[4]; } Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; Exchange(ref p); Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; Array.Resize(ref p, 4); Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; ref var q = ref p; q = new float[4]; Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; Action grow = () => p = new float[4]; grow(); Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; void Grow() { p = new float[4]; } Grow(); Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; (p, label) = (new float[4], 1); Brain.Softmax(logits, p);")]
    [InlineData("float[]? p = null; p ??= new float[4]; Brain.Softmax(logits, p);")]
    [InlineData("var p = flag ? new float[3] : new float[4]; Brain.Softmax(logits, p);")]
    [InlineData("Brain.Softmax(logits, flag ? new float[3] : array);")]
    [InlineData("foreach (var p in new[] { new float[3], new float[4] }) { Brain.Softmax(logits, p); }")]
    [InlineData("Span<float> p = new float[3]; p = p.Slice(0, 1); Brain.Softmax(logits, p);")]
    [InlineData("var n = 3; n++; Brain.Softmax(logits, new float[n]);")]
    [InlineData("Brain.Softmax(logits.Slice(3), probabilities);")]
    [InlineData("Brain.Softmax(logits[3..], probabilities);")]
    [InlineData("Brain.Softmax(logits[..^3], probabilities);")]
    [InlineData("Brain.Softmax(logits.Slice(label, 4), probabilities);")]
    [InlineData("Brain.Softmax(array.AsSpan(label..), probabilities);")]
    [InlineData("Run(new float[3]);")]
    [InlineData("Func<float[], int> predict = scores => Brain.Predict(scores); predict(new float[3]);")]
    [InlineData("var p = new float[3]; if (p.Length == Brain.Classes) { Brain.Softmax(logits, p); }")]
    [InlineData("var p = new float[3]; if (p.Length != Brain.Classes) { return; } Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[3]; if (p is { Length: 4 }) { Brain.Softmax(logits, p); }")]
    [InlineData("if (Three == Brain.Classes) { Brain.Softmax(new float[Three], probabilities); }")]
    [InlineData("if (false) { Brain.Softmax(new float[3], probabilities); }")]
    [InlineData("return; Brain.Softmax(new float[3], probabilities);")]
    [InlineData("var x = Three == Brain.Classes ? Brain.LogSumExp(new float[Three]) : 0;")]
    [InlineData("Brain.Softmax(new Sliceable()[1..3], probabilities);")]
    public Task A_length_that_fits_or_is_not_certain_is_fine(string body) => Used.IsFine(body);

    [Theory]
    [InlineData("Brain.Softmax([..new float[rows], 3f], probabilities);")]
    [InlineData("Brain.Softmax([..logits], probabilities);")]
    [InlineData("FourFloats buffer = default; Brain.Softmax(buffer, buffer);")]
    [InlineData("Brain.Softmax([1, 2, 3, 4], probabilities);")]
    public Task Newer_memory_that_fits_or_is_not_certain_is_fine(string body) =>
        Used.IsFine(body, since: LanguageVersion.CSharp12);

    [Theory]
    [InlineData("Brain.SoftmaxBatch([|new float[10]|], probabilities);")]
    [InlineData("Brain.SoftmaxBatch(logits, [|new float[3]|]);")]
    [InlineData("Brain.PredictBatch([|new float[10]|], new int[2]);")]
    [InlineData("Brain.Accuracy([|new float[10]|], labels);")]
    [InlineData("Brain.CrossEntropyBatch(logits, [|new float[5]|]);")]
    public Task A_batch_that_is_no_whole_number_of_rows_is_an_error(string body) =>
        Used.Breaks(
            "SMG1002",
            body,
            message: "no whole rows of 4: pass a multiple of 4, the number of rows times 'Brain.Classes'"
        );

    [Theory]
    [InlineData(
        "Brain.SoftmaxBatch(new float[8], [|new float[12]|]);",
        "'probabilities' of 'Brain.SoftmaxBatch' has 12 elements, and 'logits' has 8: pass 8 as well"
    )]
    [InlineData(
        "Brain.CrossEntropyBatch(new float[8], [|new int[3]|]);",
        "'labels' of 'Brain.CrossEntropyBatch' has 3 elements, and 'logits' has 8: pass 2, one per row"
    )]
    [InlineData("Brain.CrossEntropyBatch(new float[8], labels, [|new float[8]|]);", "pass 2")]
    [InlineData("Brain.CrossEntropyGradientBatch(logits, new int[2], [|new float[4]|]);", "pass 8, 4 per row")]
    [InlineData("Brain.CrossEntropyBatch(logits, new int[2], [|new float[3]|]);", "pass 2")]
    [InlineData("Brain.TopK(logits, new int[2], [|new float[3]|]);", "pass 2")]
    [InlineData("Tags.PredictBatch(new float[6], [|new bool[3]|]);", "pass 6")]
    public Task Lengths_that_do_not_fit_each_other_are_an_error(string body, string message) =>
        Used.Breaks("SMG1003", body, message);

    [Theory]
    [InlineData("Brain.SoftmaxBatch(new float[8], new float[8]);")]
    [InlineData("Brain.SoftmaxBatch(new float[0], default);")]
    [InlineData("Brain.SoftmaxBatch(new float[rows * 3], probabilities);")]
    [InlineData("Brain.CrossEntropyBatch(new float[8], new int[2], new float[2]);")]
    [InlineData("Brain.Accuracy(new float[8], new int[2]);")]
    [InlineData("Tags.PredictBatch(new float[6], new bool[6]);")]
    public Task Batches_that_fit_or_are_not_certain_are_fine(string body) => Used.IsFine(body);
}
