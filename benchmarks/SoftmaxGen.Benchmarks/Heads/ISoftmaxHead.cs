namespace SoftmaxGen.Benchmarks;

/// <summary>
/// What the generator gives every head, so that a sweep can be written once. As a type argument a head is a struct: the
/// JIT compiles each sweep for it alone and calls its methods directly.
/// </summary>
internal interface ISoftmaxHead
{
    static abstract int ClassCount { get; }

    static abstract void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities);

    static abstract float CrossEntropy(ReadOnlySpan<float> logits, int label);

    static abstract float CrossEntropyGradient(ReadOnlySpan<float> logits, int label, Span<float> gradient);

    static abstract void SoftmaxBatch(ReadOnlySpan<float> logits, Span<float> probabilities);

    static abstract float CrossEntropyBatch(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        Reduction reduction = Reduction.Mean
    );

    static abstract float CrossEntropyGradientBatch(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        Span<float> gradients,
        Reduction reduction = Reduction.Mean
    );
}
