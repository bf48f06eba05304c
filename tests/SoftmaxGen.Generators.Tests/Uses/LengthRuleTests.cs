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
    [InlineData("var buffer = new Three(); Brain.Softmax(logits, [|buffer|]);")]
    [InlineData("Three buffer = default; Brain.Softmax([|buffer|], probabilities);")]
    [InlineData("var buffer = new Five(); Brain.Softmax([|buffer[1..4]|], probabilities);")]
    public Task Newer_ways_to_make_memory_are_known_too(string body) =>
        Used.Breaks("SMG1001", body + InlineArrays, message: "pass exactly 4", since: LanguageVersion.CSharp12);

    private const string InlineArrays =
        " } [InlineArray(3)] public struct Three { private float first; } [InlineArray(5)] public struct Five { private float first; } void More() {";
}
